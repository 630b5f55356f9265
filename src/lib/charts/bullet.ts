import * as Plot from '@observablehq/plot';
import { scaleLinear } from 'd3';
import { sketch, type Drawing, type Said } from './drawing.ts';
import { key, note } from './key.ts';
import { textWidth } from './labels.ts';
import { hatch, PIXELS, texts, type Label } from './marks.ts';
import type { Palette } from './palette.ts';
import { stretchesOf, type BulletPart } from './stretches.ts';
import { element } from './svg.ts';

/** Fill and edge of a stretch by its look. */
const stretchLook = (look: number, { blue }: Palette) => ({
	fill: [blue[4], blue[2], blue[0]][look] ?? blue[0],
	stroke: blue[4]
});

export interface Bullet extends Said {
	parts: readonly BulletPart[];
	/** Label as it must be read («objectief: 83 woningen»); null when the target is unknown. */
	target: { value: number; label: string } | null;
	min?: number;
	max?: number;
	format: (value: number) => string;
	/** What stands for a part whose value is unknown. */
	unknown?: string;
}

const HEIGHT = 52;
const MIDDLE = 34;

/**
 * Progress against a target: what is there, what is coming, and a tick for the target. The colours say how far along, the
 * height too; hatching says estimate.
 */
export const bullet: Drawing<Bullet> = (data, room) => {
	const { target } = data;
	if (target?.value === 0) {
		const words = note(target.label, room);
		return sketch({ ...data, height: 0, plot: {}, below: [words, key(entries(data), room)] }, room);
	}
	const { width, palette, id = 'b' } = room;
	const { stretches, domain, cutLow, cutHigh } = stretchesOf({
		...data,
		target: target?.value ?? null
	});
	const x = scaleLinear(domain, [1, width - 1]).clamp(true);
	const hatching = `${id}-h`;
	const bars = stretches.flatMap(({ part, look, first, from, to }) => {
		const box = { x1: from, x2: to, y1: MIDDLE - (first ? 10 : 6), y2: MIDDLE + (first ? 10 : 6) };
		const dashes = part.estimated ? { strokeDasharray: '3 2' } : {};
		const bar = Plot.rect([0], {
			...box,
			...stretchLook(look, palette),
			...dashes,
			className: `p${look}`
		});
		return part.estimated ? [bar, Plot.rect([0], { ...box, fill: `url(#${hatching})` })] : [bar];
	});
	const aim = target ? [target.value] : [];
	const upright = { y1: MIDDLE - 16, y2: MIDDLE + 16 };
	return sketch(
		{
			...data,
			height: HEIGHT,
			defs: stretches.some(({ part }) => part.estimated) ? hatch(hatching, palette.ground) : '',
			plot: {
				x: { domain: x.domain(), range: x.range(), clamp: true, axis: null },
				y: PIXELS,
				marks: [
					Plot.ruleY([MIDDLE], { x1: 0, x2: target?.value ?? 0, stroke: palette.ruleStrong }),
					bars,
					Plot.ruleX([0], { ...upright, stroke: palette.inkSoft }),
					Plot.ruleX(aim, { ...upright, stroke: palette.ground, strokeWidth: 6 }),
					Plot.ruleX(aim, {
						...upright,
						stroke: palette.goal,
						strokeWidth: 3,
						className: 'target'
					}),
					labels(data, x, room.palette)
				]
			},
			over: cuts({ cutLow, cutHigh }, width, palette),
			below: [key(entries(data, swatch(palette, hatching)), room)]
		},
		room
	);
};

/** The label of the target, and that of zero where there is room beside it. */
function labels({ target, format }: Bullet, x: (value: number) => number, palette: Palette) {
	const width = x(Infinity) + 1;
	const label = (value: number, text: string): Label => {
		const long = textWidth(text, 15);
		const start = Math.max(0, Math.min(width - long, x(value) - long / 2));
		return { text, x: start, y: 13, anchor: 'start' };
	};
	const aim = target ? [label(target.value, target.label)] : [];
	const zero = x(0) > 2 ? [label(0, format(0))] : [];
	const beside = zero.filter((one) =>
		aim.every(
			(other) =>
				one.x + textWidth(one.text, 15) < other.x || other.x + textWidth(other.text, 15) < one.x
		)
	);
	const { ground } = palette;
	return [
		texts(aim, { fill: palette.goal, ground, fontWeight: 600 }),
		texts(beside, { fill: palette.inkFaint, ground })
	];
}

/** Where a bar is cut, the ground runs through it as a slanted gap with an arrow. */
function cuts(
	{ cutLow, cutHigh }: { cutLow: boolean; cutHigh: boolean },
	width: number,
	{ ground }: Palette
): string {
	const cut = (x: number, d: string) =>
		element('path', { transform: `translate(${x},${MIDDLE})`, d, fill: ground });
	return (
		(cutHigh ? cut(width, 'M-17-14h5l-4 28h-5zM-8-7l7 7-7 7') : '') +
		(cutLow ? cut(0, 'M17-14h-5l4 28h5zM8-7l-7 7 7 7') : '')
	);
}

const swatch = (palette: Palette, hatching: string) => (part: BulletPart, look: number) => {
	const box = { x: 0.5, y: 0.5, width: 13, height: 11 };
	const bar = element('rect', { ...box, ...stretchLook(Math.min(look, 2), palette) });
	return part.estimated ? bar + element('rect', { ...box, fill: `url(#${hatching})` }) : bar;
};

const entries = (
	{ parts, format, unknown = 'n.b.' }: Bullet,
	mark?: (part: BulletPart, look: number) => string
) =>
	parts.map((part, look) => ({
		word: part.label,
		mark: mark?.(part, look),
		figure:
			part.value === null ? unknown : `${part.estimated ? '≈\u00a0' : ''}${format(part.value)}`
	}));
