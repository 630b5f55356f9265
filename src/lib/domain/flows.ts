import { derived, unknown, type Figure } from './figure.ts';
import type { Indicator } from './indicators.ts';

/** The gross flows of a stock during a calendar year, and whether each brings dwellings or takes them. */
export const GROSS_FLOWS = [
	{ indicator: 'flow_new_build', sign: 1 },
	{ indicator: 'flow_purchase', sign: 1 },
	{ indicator: 'flow_taken_in', sign: 1 },
	{ indicator: 'flow_sale', sign: -1 },
	{ indicator: 'flow_demolition', sign: -1 },
	{ indicator: 'flow_left_system', sign: -1 }
] as const satisfies readonly { indicator: Indicator; sign: 1 | -1 }[];

export type GrossFlow = (typeof GROSS_FLOWS)[number]['indicator'];

/** A flow with its sign: what came is positive, what went is negative. */
interface SignedFlow {
	indicator: GrossFlow;
	/** Dwellings; unknown when not published. */
	figure: Figure;
}

/** A stock from one year-end to the next. */
export interface FlowBalance {
	start: Figure;
	flows: readonly SignedFlow[];
	/** What the known flows leave of the change, signed; unknown when start or end is. */
	unexplained: Figure;
	end: Figure;
}

/**
 * Sets the gross flows of a year against the change of the stock: start + flows + unexplained = end, always. A flow that
 * was not published is not 0: its dwellings are then part of what is unexplained.
 * @param flows dwellings, not below 0, as published
 */
export function flowBalance(
	start: Figure,
	end: Figure,
	flows: ReadonlyMap<GrossFlow, Figure>
): FlowBalance {
	const signed = GROSS_FLOWS.map(({ indicator, sign }) => {
		const figure = flows.get(indicator) ?? unknown(end.date, 'not_published');
		const value = figure.value === null ? null : sign * figure.value;
		return { indicator, figure: { ...figure, value: value === 0 ? 0 : value } };
	});
	return { start, flows: signed, unexplained: unexplainedOf(start, end, signed), end };
}

function unexplainedOf(start: Figure, end: Figure, flows: readonly SignedFlow[]): Figure {
	const open = [start, end].find((one) => one.value === null);
	if (open) return unknown(end.date, open.reason ?? 'not_published', open.missing);
	const known = flows.map((one) => one.figure).filter((one) => one.value !== null);
	const explained = known.reduce((sum, one) => sum + (one.value ?? 0), 0);
	return derived((end.value ?? 0) - (start.value ?? 0) - explained, end.date, [
		start,
		end,
		...known
	]);
}
