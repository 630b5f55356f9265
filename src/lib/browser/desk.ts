// What makes the desk quicker to use: a file can be dropped on its form, a form that is on its way says so, and a link to a
// part of a form opens what holds it. Every form works without.

/** Takes a file that is dropped on a form, and says before it is sent that it is too large. */
function takeDrops(form: HTMLFormElement): void {
	const zone = form.querySelector('.drop');
	const input = form.querySelector<HTMLInputElement>('input[type=file]');
	if (!zone || !input) return;
	const largest = Number(input.dataset['largest']);
	const title = form.querySelector<HTMLInputElement>('[name=titel]');
	input.addEventListener('change', () => {
		const words = input.files?.[0]?.name.replace(/\.[^.]*$/, '').replaceAll(/[-_ ]+/g, ' ') ?? '';
		if (title && !title.dataset['said'])
			title.value = words.charAt(0).toUpperCase() + words.slice(1);
		const isTooLarge = (input.files?.[0]?.size ?? 0) > largest;
		input.setCustomValidity(isTooLarge ? 'Dit bestand is groter dan hier kan.' : '');
	});
	title?.addEventListener('input', () => (title.dataset['said'] = 'true'));
	const mark = (over: boolean) => zone.classList.toggle('over', over);
	form.addEventListener('dragover', (event) => {
		event.preventDefault();
		mark(true);
	});
	form.addEventListener('dragleave', () => mark(false));
	form.addEventListener('drop', (event) => {
		event.preventDefault();
		mark(false);
		const { files } = event.dataTransfer ?? {};
		if (!files || files.length === 0) return;
		input.files = files;
		input.dispatchEvent(new Event('change'));
	});
}

/** Says that a form is on its way, and keeps it from being sent twice. */
function tellSending(form: HTMLFormElement): void {
	form.addEventListener('submit', () => {
		const status = form.querySelector('.waiting') ?? document.querySelector('main .waiting');
		if (status) status.textContent = 'Bezig: dit wordt verstuurd en nagekeken …';
		// After the browser gathered the fields: the button that was pressed is one of them.
		setTimeout(() => form.querySelectorAll('button').forEach((one) => (one.disabled = true)));
	});
}

/** Opens what holds the part of a form that the address names, and goes there. */
function showPart(): void {
	const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
	const closed = part?.closest<HTMLDetailsElement>('details:not([open])');
	if (closed) closed.open = true;
	if (!part?.closest('form')) return;
	const field = part.matches('input, select') ? part : part.querySelector('input, select');
	if (field instanceof HTMLElement) field.focus();
}

document.querySelectorAll<HTMLFormElement>('form[data-upload]').forEach(takeDrops);
document.querySelectorAll<HTMLFormElement>('main form[method=post]').forEach(tellSending);
addEventListener('hashchange', showPart);
