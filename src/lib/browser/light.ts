// One thing lights everywhere: the municipality that is pointed at, tapped, focused or reached by arrow keys is lit in every
// drawing and table of the page. A mark tells which by the address of its link, a row by `data-town`.
import { labelOf, markShown, middleOf, placeBeside } from './marks.ts';

const SVG = 'http://www.w3.org/2000/svg';
const SHAPES = ':scope > :is(circle, path, rect)';
/** How far in px a pointer may be above or below the middle of a row of a drawing to mean it. */
const HALF_ROW = 12;

let lit: string | null = null;
let byTouch = false;
/** What was added to the page to light it. */
let added: Element[] = [];

/** The municipality that an element of the page is about, by its NIS code. */
function townOf(element: Element | null): string | null {
	const own = element?.closest('[data-town], svg a');
	return (
		own?.getAttribute('data-town') ??
		/^\/gemeenten\/(\d{5})(?!\d)/.exec(own?.getAttribute('href') ?? '')?.[1] ??
		null
	);
}

const marksOf = (town: string): SVGAElement[] =>
	[...document.querySelectorAll<SVGAElement>(`svg a[href^="/gemeenten/${town}"]`)].filter(
		(mark) => mark.getClientRects().length > 0
	);

/** The municipality of the row of a drawing at the height of a pointer, such as that of a bar. */
function townInRow({ target, clientY }: MouseEvent): string | null {
	const drawing = target instanceof Element ? target.closest('svg[role]') : null;
	if (!drawing) return null;
	const names = [...drawing.querySelectorAll('a')].filter((link) => link.querySelector('text'));
	return townOf(names.find((name) => Math.abs(middleOf(name).y - clientY) < HALF_ROW) ?? null);
}

const townUnder = (event: MouseEvent): string | null =>
	townOf(markShown()) ??
	townOf(event.target instanceof Element ? event.target : null) ??
	townInRow(event);

/** The rim of a mark on top of all others, or, where its link is a name, a frame around its row. */
function rimOf(mark: SVGAElement): Element {
	const shape = mark.querySelector(SHAPES);
	const rim = document.createElementNS(SVG, shape?.localName ?? 'rect');
	for (const name of ['cx', 'cy', 'd', 'x', 'y', 'width', 'height'])
		if (shape?.hasAttribute(name)) rim.setAttribute(name, shape.getAttribute(name) ?? '');
	if (shape?.localName === 'circle')
		rim.setAttribute('r', `${Number(shape.getAttribute('r')) + 2}`);
	const moved = mark.parentElement?.closest('g[transform]');
	if (moved) rim.setAttribute('transform', moved.getAttribute('transform') ?? '');
	const drawing = mark.ownerSVGElement;
	if (!shape && drawing) {
		const { y, height } = mark.getBBox();
		const row = { x: -3, y: y - 2, width: drawing.viewBox.baseVal.width + 6, height: height + 4 };
		for (const [name, value] of Object.entries(row)) rim.setAttribute(name, `${value}`);
	}
	rim.classList.add('lit');
	drawing?.append(rim);
	return rim;
}

/** What a mark says, beside it; nothing where the tip says it, or where it stands out of sight. */
function wordsBeside(mark: SVGAElement): Element[] {
	const { y } = middleOf(mark);
	const label = labelOf(mark);
	if (!label || mark === markShown() || y < 0 || y > innerHeight) return [];
	const words = document.createElement('div');
	words.className = 'tip';
	words.setAttribute('aria-hidden', 'true');
	words.textContent = label;
	document.body.append(words);
	placeBeside(words, mark);
	return [words];
}

function darken(): void {
	for (const one of added) one.remove();
	added = [];
	for (const row of document.querySelectorAll('[data-town].lit')) row.classList.remove('lit');
}

/** Lights a municipality, or none; what is lit already is drawn anew only when it may have moved. */
function light(town: string | null, hasMoved = false): void {
	if (town === lit && !hasMoved) return;
	darken();
	lit = town;
	if (!town) return;
	for (const row of document.querySelectorAll(`[data-town="${town}"]`)) row.classList.add('lit');
	added = marksOf(town).flatMap((mark) => [rimOf(mark), ...wordsBeside(mark)]);
}

/** Leaves nothing lit, as when a part of the page came anew. */
export const goDark = (): void => light(null);

/** Lights every municipality of the page that is meant. To be called after `tellMarks`, whose tip it leaves alone. */
export function lightTogether(): void {
	document.addEventListener('pointerover', ({ pointerType }) => {
		byTouch = pointerType === 'touch';
	});
	document.addEventListener('pointermove', (event) => {
		if (event.pointerType !== 'touch') light(townUnder(event) ?? townOf(document.activeElement));
	});
	document.addEventListener('click', (event) => {
		if (byTouch) light(townUnder(event));
	});
	document.addEventListener('focusin', ({ target }) => {
		if (!byTouch) light(townOf(target instanceof Element ? target : null));
	});
	document.addEventListener('focusout', ({ relatedTarget }) => {
		if (!relatedTarget) light(null);
	});
	document.documentElement.addEventListener('pointerleave', () => {
		light(townOf(document.activeElement));
	});
	document.addEventListener('scroll', () => light(lit, true), { passive: true, capture: true });
	document.addEventListener('keydown', ({ key }) => {
		if (key === 'Escape') light(null);
	});
}
