// Marks of drawings: a tip on hover, focus and touch.

/** How far in px a pointer may be from a mark to mean it. */
const NEAR = 14;

const tip = document.createElement('div');
tip.className = 'tip';
tip.setAttribute('role', 'tooltip');
tip.hidden = true;

let shown: Element | null = null;
let byTouch = false;

const marksOf = (drawing: Element): Element[] =>
	[...drawing.querySelectorAll('[data-label], a, circle, rect, path, line')].filter(labelOf);

/** The mark of which the tip is shown. */
export const markShown = (): Element | null => shown;

/** The label of a mark. It moves from `<title>` to an attribute, or the browser would show it a second time. */
export function labelOf(mark: Element): string | null {
	const title = mark.querySelector(':scope > title');
	if (title) {
		mark.setAttribute('data-label', title.textContent ?? '');
		if (mark.matches('a')) mark.setAttribute('aria-label', title.textContent ?? '');
		title.remove();
	}
	return mark.getAttribute('data-label');
}

/** The middle of a mark and its top, in px of the window. */
export function middleOf(mark: Element): { x: number; y: number; top: number } {
	const { left, top, width, height } = mark.getBoundingClientRect();
	return { x: left + width / 2, y: top + height / 2, top };
}

const drawingOf = ({ target }: Event): Element | null =>
	target instanceof Element ? target.closest('svg[data-marks]') : null;

/** The mark under the pointer, or the nearest one. */
function markAt(drawing: Element, event: MouseEvent): Element | null {
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

/** Shows the tip of a mark, or none. */
export function show(mark: Element | null): void {
	shown = mark;
	tip.hidden = !mark;
	if (!mark) return;
	tip.textContent = labelOf(mark);
	placeBeside(tip, mark);
}

/** Puts words above a mark, or below it where there is no room. */
export function placeBeside(words: HTMLElement, mark: Element): void {
	const { x, top } = middleOf(mark);
	const left = Math.min(Math.max(8, x - words.offsetWidth / 2), innerWidth - words.offsetWidth - 8);
	const above = top - words.offsetHeight - 8;
	const below = mark.getBoundingClientRect().bottom + 8;
	words.style.transform = `translate(${Math.round(left)}px, ${Math.round(above > 4 ? above : below)}px)`;
}

/** A touch shows what a mark is; the second one on a link follows it. */
function touch(event: MouseEvent): void {
	const drawing = drawingOf(event);
	const mark = drawing && markAt(drawing, event);
	if (!byTouch) return;
	if (mark === shown && mark instanceof SVGAElement) location.assign(mark.href.baseVal);
	if (mark) event.preventDefault();
	show(mark);
}

/** The drawing keeps its name but not the browser's own tip, which would lie over ours. */
function quieten(drawing: Element): void {
	const title = drawing.querySelector(':scope > title');
	const name = document.createElementNS('http://www.w3.org/2000/svg', 'desc');
	name.id = title?.id ?? '';
	name.textContent = title?.textContent ?? '';
	title?.replaceWith(name);
}

/** Gives all drawings within a part of the page their marks. */
export const giveMarks = (within: ParentNode): void =>
	within.querySelectorAll('svg[data-marks]').forEach(quieten);

/** Lets every drawing of the page tell its marks. */
export function tellMarks(): void {
	document.body.append(tip);
	document.addEventListener('pointerover', ({ pointerType }) => {
		byTouch = pointerType === 'touch';
	});
	document.addEventListener('pointermove', (event) => {
		if (event.pointerType === 'touch') return;
		const drawing = drawingOf(event);
		const mark = drawing && markAt(drawing, event);
		if (mark !== shown) show(mark);
	});
	document.addEventListener('click', touch);
	document.addEventListener('focusin', (event) => {
		if (!byTouch) show(drawingOf(event) ? (event.target as Element).closest('a') : null);
	});
	document.addEventListener('scroll', () => show(shown === document.activeElement ? shown : null), {
		passive: true,
		capture: true
	});
	document.addEventListener('keydown', ({ key }) => {
		if (key === 'Escape') show(null);
	});
}
