import * as Plot from '@observablehq/plot';
import { cumsum, scaleLinear } from 'd3';
import { sketch, type Drawing, type Said } from './drawing.ts';
import { key, note } from './key.ts';
import { textWidth } from './labels.ts';
import { hatch, PIXELS, texts, type Label } from './marks.ts';
import type { Palette } from './palette.ts';
import { element } from './svg.ts';

/** One stretch of the bar. The first part is the solid one; those after it are what is still to come. */
export interface BulletPart {
	key: string;
	label: string;
	/** In any unit, the same for all parts and the target; null when unknown. */
	value: number | null;
	estimated: boolean;
}

export interface BulletInput {
	parts: readonly BulletPart[];
	/** Null when unknown. */
	target: number | null;
	/** Ends of the scale; without them the scale holds all values. The target and zero always stay on it. */
	min?: number;
	max?: number;
}

/** A part with a value, from where to where it runs. */
export interface Stretch {
	part: BulletPart;
	/** How it is coloured, from dark to light. */
	look: number;
	/** It begins at zero (solid, thick), or continues another (lighter, thinner). */
	first: boolean;
	from: number;
	to: number;
}

interface Stretches {
	stretches: Stretch[];
	domain: [low: number, high: number];
	/** Which ends of the scale are passed by a value, so that its bar is cut there. */
	cutLow: boolean;
	cutHigh: boolean;
}

/** Room kept beyond the greatest value, so that the mark of the target is not cut by the edge. */
const HEADROOM = 1.03;

/**
 * Parts one after another from zero, so that the end of the bar is their sum, also when the first is negative; unknown parts
 * are left out. Plot's own stack would put what is negative to the other side.
 */
export function stretchesOf({ parts, target, min, max }: BulletInput): Stretches {
	const known = parts.flatMap((part, look) => (part.value === null ? [] : [{ part, look }]));
	const ends = cumsum(known, ({ part }) => part.value ?? 0);
	const stretches = known.map(({ part, look }, index) => ({
		part,
		look: Math.min(look, 2),
		first: index === 0,
		from: ends[index - 1] ?? 0,
		to: ends[index] ?? 0
	}));
	const values = [0, target ?? 0, ...ends];
	const low = Math.min(0, target ?? 0, min ?? Math.min(...values));
	const reach = max ?? Math.max(...values) * HEADROOM;
	const high = Math.max(reach, (target ?? 0) * HEADROOM, low + 1e-9);
	return {
		stretches,
		domain: [low, high],
		cutLow: values.some((value) => value < low),
		cutHigh: values.some((value) => value > high)
	};
}

/** Fill and edge of a stretch by its look. */
export const stretchLook = (look: number, { blue }: Palette) => ({
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
