// Suggestions while typing: a combobox with a list (WAI-ARIA authoring practices).

interface Suggestion {
	label: string;
	kind: string;
	href: string;
}

interface Picker {
	form: HTMLFormElement;
	input: HTMLInputElement;
	list: HTMLElement;
	found: readonly Suggestion[];
	/** Index of the suggestion that Enter follows; -1: none. */
	active: number;
}

/** Milliseconds after a key before the site is asked. */
const PAUSE = 120;

function suggest(form: HTMLFormElement): void {
	const input = form.querySelector<HTMLInputElement>('input[type="search"]');
	if (!input) return;
	const picker: Picker = { form, input, list: listBelow(input), found: [], active: -1 };
	let timer: ReturnType<typeof setTimeout> | undefined;
	input.addEventListener('input', () => {
		clearTimeout(timer);
		timer = setTimeout(ask, PAUSE, picker);
	});
	input.addEventListener('keydown', (event) => choose(picker, event));
	input.addEventListener('blur', () => fill(picker, []));
	picker.list.addEventListener('pointerdown', (event) => event.preventDefault()); // the field keeps the focus
	picker.list.addEventListener('click', ({ target }) => {
		const option = target instanceof Element && target.closest('li');
		const choice = option && picker.found[[...picker.list.children].indexOf(option)];
		if (choice) location.assign(choice.href);
	});
}

/** The list of a field, and what the field says of it. */
function listBelow(input: HTMLInputElement): HTMLElement {
	const list = document.createElement('ul');
	list.id = `${input.id}-list`;
	list.hidden = true;
	list.setAttribute('role', 'listbox');
	list.setAttribute('aria-label', 'Voorstellen');
	input.after(list);
	input.setAttribute('role', 'combobox');
	input.setAttribute('aria-autocomplete', 'list');
	input.setAttribute('aria-controls', list.id);
	input.setAttribute('aria-expanded', 'false');
	return list;
}

/** Asks what is found so far; an answer that came too late, or none, leaves the form as it was. */
async function ask(picker: Picker): Promise<void> {
	const query = picker.input.value.trim();
	if (query.length < 2) return fill(picker, []);
	const found = await suggestions(picker.form).catch(() => []);
	if (picker.input.value.trim() === query && document.activeElement === picker.input)
		fill(picker, found);
}

/** What the address in `data-suggest` answers to the fields of the form. */
async function suggestions(form: HTMLFormElement): Promise<readonly Suggestion[]> {
	const address = new URL(form.dataset['suggest'] ?? '', location.href);
	for (const [name, value] of new FormData(form))
		address.searchParams.set(name, String(value).trim());
	const answer = await fetch(address);
	return answer.ok ? ((await answer.json()) as Suggestion[]) : [];
}

function fill(picker: Picker, found: readonly Suggestion[]): void {
	const { input, list } = picker;
	picker.found = found;
	list.replaceChildren(
		...found.map(({ label, kind }, index) => {
			const option = document.createElement('li');
			const about = document.createElement('span');
			option.id = `${list.id}-${index}`;
			option.setAttribute('role', 'option');
			about.textContent = kind;
			option.append(label, ' ', about);
			return option;
		})
	);
	list.hidden = found.length === 0;
	input.setAttribute('aria-expanded', String(!list.hidden));
	activate(picker, -1);
}

function activate(picker: Picker, index: number): void {
	picker.active = index;
	[...picker.list.children].forEach((option, at) => {
		option.setAttribute('aria-selected', String(at === index));
	});
	const option = picker.list.children[index];
	if (option) picker.input.setAttribute('aria-activedescendant', option.id);
	else picker.input.removeAttribute('aria-activedescendant');
	option?.scrollIntoView({ block: 'nearest' });
}

function choose(picker: Picker, event: KeyboardEvent): void {
	const { found, active } = picker;
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	const choice = found[active];
	if (step && found.length) activate(picker, around(active + step, found.length));
	else if (event.key === 'Enter' && choice) location.assign(choice.href);
	else if (event.key === 'Escape' && found.length) fill(picker, []);
	else return;
	event.preventDefault();
}

/** Past the last comes the field itself (-1), then the first. */
const around = (index: number, count: number): number => ((index + 2 + count) % (count + 1)) - 1;

/** Lets every form with `data-suggest` within a part of the page tell what it would find. */
export const suggestWhileTyping = (within: ParentNode): void =>
	within.querySelectorAll<HTMLFormElement>('form[data-suggest]').forEach(suggest);
