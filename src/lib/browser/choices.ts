// Forms of choices: sent when a choice is made with the pointer. With the keyboard a choice changes at every arrow, so there
// the button decides.

/** Sends a form with `data-submit-on-change` when the pointer chooses. */
export function sendChoices(): void {
	let byKey = false;
	document.addEventListener('keydown', () => (byKey = true));
	document.addEventListener('pointerdown', () => (byKey = false));
	document.addEventListener('change', ({ target }) => {
		if (byKey || !(target instanceof HTMLSelectElement)) return;
		target.closest('form[data-submit-on-change]')?.querySelector('button')?.click();
	});
}
