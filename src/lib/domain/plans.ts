import type { Day } from './dates.ts';
import { derived, together, unknown, type Figure } from './figure.ts';
import type { Counted } from './objective.ts';
import { sumOfWhole } from './region.ts';

/** The quantities of `Became`, each in dwellings. */
export const BECAME = [
	'inExecution',
	'planned',
	'onTheWay',
	'growth',
	'realised',
	'still',
	'gone',
	'fresh'
] as const;

/** What can be said of the homes that were in execution or planned at one measurement, by a later one; in dwellings. */
export interface Became extends Readonly<Record<(typeof BECAME)[number], Figure>> {
	/** The measurements. */
	from: Day;
	to: Day;
	/** Then, and together. */
	inExecution: Figure;
	planned: Figure;
	onTheWay: Figure;
	/** Net increase since; may be negative. */
	growth: Figure;
	/** Of those of then, realised since: at most. */
	realised: Figure;
	/** Of those of then, still in execution or planned: at most. */
	still: Figure;
	/** Of those of then, neither: at least. */
	gone: Figure;
	/** Realised, in execution or planned now, and not on their way then: at least. */
	fresh: Figure;
}

/** A figure that is reckoned from others; unknown, with its reason, when one of them is. */
function reckoned(
	date: Day,
	inputs: readonly Figure[],
	reckon: (...values: number[]) => number
): Figure {
	const open = inputs.find((one) => one.value === null);
	if (open) return unknown(date, open.reason ?? 'missing', open.missing);
	return derived(reckon(...inputs.map((one) => one.value ?? 0)), date, inputs);
}

/**
 * What became of the homes that a municipality had on their way. Two measurements count homes and follow none, so this gives
 * bounds. Of W homes on their way then, no more can be realised than the net increase since (G, not below 0), and no more can
 * still be on their way than all that are now (N). So at least W - G - N are gone from the plans, and at least G + N - W were
 * not in them. A home that was built for one that was sold or demolished adds nothing: it is among those gone.
 * Always: W + fresh = G + N + gone. Of a region this holds with the G of each member apart: what one lost is not taken from what
 * another gained.
 */
export function becameOf(then: Counted, now: Counted): Became {
	const to = now.realised.date;
	const onTheWay = together(then.inExecution, then.planned);
	const left = together(now.inExecution, now.planned);
	const growth = reckoned(to, [now.realised, then.realised], (b, a) => b - a);
	const all = [onTheWay, growth, left];
	return {
		from: then.realised.date,
		to,
		inExecution: then.inExecution,
		planned: then.planned,
		onTheWay,
		growth,
		realised: reckoned(to, [onTheWay, growth], (w, g) => Math.min(w, Math.max(0, g))),
		still: reckoned(to, [onTheWay, left], Math.min),
		gone: reckoned(to, all, (w, g, n) => Math.max(0, w - Math.max(0, g) - n)),
		fresh: reckoned(to, all, (w, g, n) => Math.max(0, Math.max(0, g) + n - w))
	};
}

/** Whether both measurements of a municipality are known whole. */
const isWhole = ({ gone }: Became): boolean => gone.value !== null;

/**
 * What became of the homes that several municipalities had on their way: the sum of what can be said of each, for a home that
 * was planned in one cannot be realised in another. Whoever lacks a figure of either measurement is left out of all sums and
 * named; when more than half do, the sums are unknown.
 * @param parts of the same two measurements; at least one
 */
export function becameTogether(parts: readonly { nis: string; became: Became }[]): Became {
	const [first] = parts;
	if (!first) throw new Error('Nothing to add up: no municipality was given.');
	if (parts.length === 1) return first.became;
	return mapBecame(first.became, (figure, key) =>
		sumOfWhole(
			parts.map(({ nis, became }) => ({
				nis,
				figure: isWhole(became) ? became[key] : { ...became[key], value: null }
			})),
			figure.date
		)
	);
}

/** The same with another figure for each. */
export const mapBecame = (
	became: Became,
	other: (figure: Figure, key: (typeof BECAME)[number]) => Figure
): Became => ({
	...became,
	...Object.fromEntries(BECAME.map((key) => [key, other(became[key], key)]))
});
