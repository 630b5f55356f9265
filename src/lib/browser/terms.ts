// Explanations of terms, which show on hover and focus by their style alone: Escape shuts one until it is left.

const shown = (): Element | null =>
	document.querySelector('.term:hover') ?? document.querySelector('.term:focus-within');

/** Lets Escape shut an explanation. */
export function shutTerms(): void {
	document.addEventListener('keydown', ({ key }) => {
		if (key === 'Escape') shown()?.setAttribute('data-shut', '');
	});
	for (const left of ['pointerout', 'focusout'])
		document.addEventListener(left, ({ target }) => {
			if (target instanceof Element) target.closest('.term')?.removeAttribute('data-shut');
		});
}
