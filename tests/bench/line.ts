/** A line of the budget, before and after it was measured. */
export interface Line {
	what: string;
	unit: string;
	budget: { atMost: number } | { atLeast: number };
	/** Null: not measured; then `note` says why. */
	measured: number | null;
	note?: string;
}

export type Verdict = 'pass' | 'MISS' | 'not measured';

/** Whether a line keeps its budget. What was not measured never passes. */
export function verdict({ measured, budget }: Line): Verdict {
	if (measured === null) return 'not measured';
	const keeps = 'atMost' in budget ? measured <= budget.atMost : measured >= budget.atLeast;
	return keeps ? 'pass' : 'MISS';
}

/** One line for people: verdict, measured value, budget, and the value of an earlier run when there is one. */
export function describe(line: Line, earlier?: Line): string {
	const { what, unit, budget, measured, note } = line;
	const limit = 'atMost' in budget ? `at most ${budget.atMost}` : `at least ${budget.atLeast}`;
	const value = measured === null ? '–' : `${round(measured)} ${unit}`.trimEnd();
	const before = earlier?.measured == null ? '' : `, was ${round(earlier.measured)}`;
	const remark = note ? ` (${note})` : '';
	return `${verdict(line).padEnd(12)} ${what}: ${value} [${`${limit} ${unit}`.trimEnd()}${before}]${remark}`;
}

const round = (value: number): string =>
	value.toLocaleString('en', { maximumSignificantDigits: value >= 1_000 ? 6 : 3 });

/** The middle of some values; the mean of both middle ones when their number is even. */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	const at = (place: number) => sorted[place] ?? Number.NaN;
	return (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
}

/** The smallest value that at least a part `p` of the values do not exceed (nearest rank). */
export function quantile(values: readonly number[], p: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}
