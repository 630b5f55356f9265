// Arrow keys from mark to mark: one stop for the tab key per drawing.
import { middleOf } from './marks.ts';

const DIRECTIONS: Partial<Record<string, readonly [number, number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};

/** The nearest link in a direction; what lies aside counts double. */
function next(
	links: readonly SVGAElement[],
	from: SVGAElement,
	[dx, dy]: readonly [number, number]
): SVGAElement | null {
	const start = middleOf(from);
	let best: SVGAElement | null = null;
	let least = Infinity;
	for (const link of links) {
		const { x, y } = middleOf(link);
		const along = (x - start.x) * dx + (y - start.y) * dy;
		const aside = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx);
		if (along > 0.5 && along + 2 * aside < least) [best, least] = [link, along + 2 * aside];
	}
	return best;
}

function rove(drawing: SVGSVGElement): void {
	const links = [...drawing.querySelectorAll<SVGAElement>('a')];
	if (links.length < 2) return;
	const enter = (link: Element | undefined) => {
		for (const other of links) other.setAttribute('tabindex', other === link ? '0' : '-1');
	};
	enter(drawing.querySelector('.h a') ?? links[0]);
	drawing.addEventListener('keydown', (event) => {
		if (event.altKey || event.ctrlKey || event.metaKey) return;
		const direction = DIRECTIONS[event.key];
		const from = links.find((link) => link === document.activeElement);
		if (!direction || !from) return;
		event.preventDefault();
		const to = next(links, from, direction);
		if (!to) return;
		enter(to);
		to.focus();
	});
}

/** Lets the arrow keys go from mark to mark in all drawings within a part of the page. */
export const followArrows = (within: ParentNode): void =>
	within.querySelectorAll<SVGSVGElement>('svg[data-marks]').forEach(rove);
