import type { Cascade } from './cascade.ts';
import type { Piece } from './layout.ts';
import { Shapes } from './shapes.ts';
import { element, text } from './svg.ts';
import type { Run } from './words.ts';

/** Pieces as SVG, in their order. */
export const painted = (pieces: readonly Piece[], cascade: Cascade): string =>
	pieces.map((piece) => paint(piece, cascade)).join('\n');

function paint(piece: Piece, cascade: Cascade): string {
	switch (piece.kind) {
		case 'line':
			return element(
				'text',
				{ x: piece.x, y: piece.y, ...lookOf(piece.line.runs[0]) },
				inside(piece.line.runs)
			);
		case 'rule': {
			const { x, y, width, colour } = piece;
			return element('path', { d: `M${x} ${y + 0.5}h${width}`, stroke: colour });
		}
		case 'drawing': {
			const shapes = new Shapes(cascade, piece.container);
			return shapes.drawing(piece.element, piece.style, piece);
		}
		default:
			return piece satisfies never;
	}
}

const lookOf = (run: Run | undefined) =>
	run && { 'font-size': run.size, 'font-weight': run.weight, fill: run.colour };

/** The first look is that of the whole line; every other stands in a part of its own. */
const inside = (runs: readonly Run[]): string =>
	runs
		.map((run, at) => {
			if (at === 0 && run.raised === 0) return text(run.text);
			const back = runs[at - 1]?.raised ?? 0;
			const dy = back - run.raised;
			return element('tspan', { ...lookOf(run), dy: dy === 0 ? undefined : dy }, text(run.text));
		})
		.join('');
