import type { Day } from '#lib/domain/dates.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import type { Figures } from './published.ts';

/** One practice figure. */
export interface Estimate {
	nis: string;
	indicator: Indicator;
	day: Day;
	value: number;
}

/** The published figures of municipalities with the estimates that fill their gaps. */
export interface Ledger {
	readonly published: Figures;
	/** The published figure, otherwise the estimate, otherwise null. */
	find(nis: string, indicator: Indicator, day: Day): number | null;
	/** The same, where the order of work guarantees that there is one. @throws Error when there is none */
	value(nis: string, indicator: Indicator, day: Day): number;
	/** Enters an estimate; has no effect where a figure is published. */
	estimate(nis: string, indicator: Indicator, day: Day, value: number): void;
	/** Every estimate, in the order of entry. */
	estimates(): readonly Estimate[];
}

/** An empty ledger upon the published figures. */
export function createLedger(published: Figures): Ledger {
	const entries = new Map<string, Estimate>();
	const keyOf = (nis: string, indicator: Indicator, day: Day) => `${nis} ${indicator} ${day}`;
	const find: Ledger['find'] = (nis, indicator, day) =>
		published.at(nis, indicator, day) ?? entries.get(keyOf(nis, indicator, day))?.value ?? null;
	return {
		published,
		find,
		value(nis, indicator, day) {
			const value = find(nis, indicator, day);
			if (value === null) throw new Error(`No ${indicator} of ${nis} on ${day}`);
			return value;
		},
		estimate(nis, indicator, day, value) {
			if (published.at(nis, indicator, day) !== null) return;
			entries.set(keyOf(nis, indicator, day), { nis, indicator, day, value });
		},
		estimates: () => [...entries.values()]
	};
}
