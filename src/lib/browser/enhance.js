// What a reading page gains from JavaScript; without it every page works. Keeps nothing, asks only this site.
// @ts-check

/** @typedef {{ label: string, kind: string, href: string }} Suggestion */

// --- marks of drawings: a tip on hover, focus and touch; arrow keys from mark to mark ---

/** How far in px a pointer may be from a mark to mean it. */
const NEAR = 14;

const tip = document.createElement('div');
tip.className = 'tip';
tip.setAttribute('role', 'tooltip');
tip.hidden = true;
document.body.append(tip);

/** @type {Element | null} */
let shown = null;
let byTouch = false;

/** @param {Element} drawing */
const marksOf = (drawing) =>
	[...drawing.querySelectorAll('[data-label], a, circle, rect, path, line')].filter(labelOf);

/**
 * The label of a mark. It moves from `<title>` to an attribute, or the browser would show it a second time.
 * @param {Element} mark
 */
function labelOf(mark) {
	const title = mark.querySelector(':scope > title');
	if (title) {
		mark.setAttribute('data-label', title.textContent ?? '');
		if (mark.matches('a')) mark.setAttribute('aria-label', title.textContent ?? '');
		title.remove();
	}
	return mark.getAttribute('data-label');
}

/** @param {Element} mark */
function middleOf(mark) {
	const { left, top, width, height } = mark.getBoundingClientRect();
	return { x: left + width / 2, y: top + height / 2, top };
}

/** @param {Event} event */
const drawingOf = (event) =>
	event.target instanceof Element ? event.target.closest('svg[data-marks]') : null;

/**
 * The mark under the pointer, or the nearest one.
 * @param {Element} drawing
 * @param {MouseEvent} event
 */
function markAt(drawing, event) {
	const marks = marksOf(drawing);
	const hit = marks.find((mark) => event.target instanceof Node && mark.contains(event.target));
	if (hit) return hit;
	const distances = marks.map((mark) => {
		const { x, y } = middleOf(mark);
		return Math.hypot(x - event.clientX, y - event.clientY);
	});
	const least = Math.min(...distances);
	return least <= NEAR ? (marks[distances.indexOf(least)] ?? null) : null;
}

/** @param {Element | null} mark */
function show(mark) {
	shown = mark;
	tip.hidden = !mark;
	if (!mark) return;
	tip.textContent = labelOf(mark);
	const { x, top } = middleOf(mark);
	const left = Math.min(Math.max(8, x - tip.offsetWidth / 2), innerWidth - tip.offsetWidth - 8);
	const above = top - tip.offsetHeight - 8;
	const below = mark.getBoundingClientRect().bottom + 8;
	tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(above > 4 ? above : below)}px)`;
}

document.addEventListener('pointerover', (event) => {
	byTouch = event.pointerType === 'touch';
});
document.addEventListener('pointermove', (event) => {
	if (event.pointerType === 'touch') return;
	const drawing = drawingOf(event);
	const mark = drawing && markAt(drawing, event);
	if (mark !== shown) show(mark);
});
document.addEventListener('click', (event) => {
	const drawing = drawingOf(event);
	const mark = drawing && markAt(drawing, event);
	if (!byTouch) return;
	if (mark === shown && mark instanceof SVGAElement) location.assign(mark.href.baseVal);
	if (mark) event.preventDefault();
	show(mark);
});
document.addEventListener('focusin', (event) => {
	if (!byTouch) show(drawingOf(event) ? /** @type {Element} */ (event.target).closest('a') : null);
});
document.addEventListener('scroll', () => show(shown === document.activeElement ? shown : null), {
	passive: true,
	capture: true
});
document.addEventListener('keydown', (event) => {
	if (event.key === 'Escape') show(null);
});

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The nearest link in a direction; what lies aside counts double.
 * @param {SVGAElement[]} links
 * @param {SVGAElement} from
 * @param {number[]} direction
 */
function next(links, from, [dx = 0, dy = 0]) {
	const start = middleOf(from);
	let best = null;
	let least = Infinity;
	for (const link of links) {
		const { x, y } = middleOf(link);
		const along = (x - start.x) * dx + (y - start.y) * dy;
		const aside = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx);
		if (along > 0.5 && along + 2 * aside < least) [best, least] = [link, along + 2 * aside];
	}
	return best;
}

/** One stop for the tab key per drawing; arrows go on from there. @param {Element} drawing */
function rove(drawing) {
	const links = /** @type {SVGAElement[]} */ (
		/** @type {unknown} */ ([...drawing.querySelectorAll('a')])
	);
	if (links.length < 2) return;
	const enter = (/** @type {Element | undefined} */ link) => {
		for (const other of links) other.setAttribute('tabindex', other === link ? '0' : '-1');
	};
	enter(drawing.querySelector('.h a') ?? links[0]);
	drawing.addEventListener('keydown', (event) => {
		if (!(event instanceof KeyboardEvent) || event.altKey || event.ctrlKey || event.metaKey) return;
		const direction = DIRECTIONS[/** @type {keyof DIRECTIONS} */ (event.key)];
		const from = links.find((link) => link === document.activeElement);
		if (!direction || !from) return;
		event.preventDefault();
		const to = next(links, from, direction);
		if (!to) return;
		enter(to);
		to.focus();
	});
}

/** The drawing keeps its name but not the browser's own tip, which would lie over ours. @param {Element} drawing */
function quieten(drawing) {
	const title = drawing.querySelector(':scope > title');
	const name = document.createElementNS('http://www.w3.org/2000/svg', 'desc');
	name.id = title?.id ?? '';
	name.textContent = title?.textContent ?? '';
	title?.replaceWith(name);
}

for (const drawing of document.querySelectorAll('svg[data-marks]')) {
	quieten(drawing);
	rove(drawing);
}

// --- suggestions while typing (combobox with a list, WAI-ARIA authoring practices) ---

/**
 * @typedef {object} Picker
 * @property {HTMLInputElement} input
 * @property {HTMLElement} list
 * @property {Suggestion[]} found
 * @property {number} active index of the suggestion that Enter follows; -1: none
 */

/** @param {HTMLFormElement} form */
function suggest(form) {
	/** @type {HTMLInputElement | null} */
	const input = form.querySelector('input[type="search"]');
	if (!input) return;
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

	/** @type {Picker} */
	const picker = { input, list, found: [], active: -1 };
	/** @type {ReturnType<typeof setTimeout> | undefined} */
	let timer;
	input.addEventListener('input', () => {
		clearTimeout(timer);
		timer = setTimeout(ask, 120, picker, form);
	});
	input.addEventListener('keydown', (event) => choose(picker, event));
	input.addEventListener('blur', () => fill(picker, []));
	list.addEventListener('pointerdown', (event) => event.preventDefault()); // the field keeps the focus
	list.addEventListener('click', (event) => {
		const option = event.target instanceof Element && event.target.closest('li');
		const choice = option && picker.found[[...list.children].indexOf(option)];
		if (choice) location.assign(choice.href);
	});
}

/**
 * Asks what is found so far; an answer that came too late, or none, leaves the form as it was.
 * @param {Picker} picker
 * @param {HTMLFormElement} form
 */
async function ask(picker, form) {
	const query = picker.input.value.trim();
	if (query.length < 2) return fill(picker, []);
	const found = await suggestions(form).catch(() => []);
	if (picker.input.value.trim() === query && document.activeElement === picker.input)
		fill(picker, found);
}

/**
 * What the address in `data-suggest` answers to the fields of the form.
 * @param {HTMLFormElement} form
 * @returns {Promise<Suggestion[]>}
 */
async function suggestions(form) {
	const address = new URL(form.dataset['suggest'] ?? '', location.href);
	for (const [name, value] of new FormData(form))
		address.searchParams.set(name, String(value).trim());
	const answer = await fetch(address);
	return answer.ok ? answer.json() : [];
}

/** @param {Picker} picker @param {Suggestion[]} found */
function fill(picker, found) {
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

/** @param {Picker} picker @param {number} index */
function activate(picker, index) {
	picker.active = index;
	[...picker.list.children].forEach((option, at) => {
		option.setAttribute('aria-selected', String(at === index));
	});
	const option = picker.list.children[index];
	if (option) picker.input.setAttribute('aria-activedescendant', option.id);
	else picker.input.removeAttribute('aria-activedescendant');
	option?.scrollIntoView({ block: 'nearest' });
}

/** @param {Picker} picker @param {KeyboardEvent} event */
function choose(picker, event) {
	const { found, active } = picker;
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	const choice = found[active];
	if (step && found.length) activate(picker, around(active + step, found.length));
	else if (event.key === 'Enter' && choice) location.assign(choice.href);
	else if (event.key === 'Escape' && found.length) fill(picker, []);
	else return;
	event.preventDefault();
}

/** Past the last comes the field itself (-1), then the first. @param {number} index @param {number} count */
const around = (index, count) => ((index + 2 + count) % (count + 1)) - 1;

for (const form of document.querySelectorAll('form[data-suggest]')) {
	suggest(/** @type {HTMLFormElement} */ (form));
}

// --- forms of choices: sent when a choice is made with the pointer ---
// With the keyboard a choice changes at every arrow, so there the button decides.

let byKey = false;
document.addEventListener('keydown', () => (byKey = true));
document.addEventListener('pointerdown', () => (byKey = false));
document.addEventListener('change', ({ target }) => {
	if (byKey || !(target instanceof HTMLSelectElement)) return;
	target.closest('form[data-submit-on-change]')?.querySelector('button')?.click();
});

// --- words to take along: a button that copies them exactly ---

/**
 * Whether the words went to the clipboard; where the browser keeps that shut, as on a plain http address, they are selected
 * for the reader to copy.
 * @param {Element} words
 */
async function copied(words) {
	try {
		await navigator.clipboard.writeText(words.textContent ?? '');
		return true;
	} catch {
		getSelection()?.selectAllChildren(words);
		return false;
	}
}

for (const words of document.querySelectorAll('[data-copy]')) {
	const button = document.createElement('button');
	const told = document.createElement('span');
	button.type = 'button';
	button.textContent = 'Kopieer';
	told.setAttribute('role', 'status');
	button.addEventListener('click', async () => {
		told.textContent = '';
		told.textContent = (await copied(words))
			? 'Gekopieerd'
			: 'De tekst is geselecteerd: kopieer met Ctrl+C';
	});
	words.after(button, ' ', told);
}
