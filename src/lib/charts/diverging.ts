import { hundredth } from './round.ts';

/** A signed value of a municipality, in any unit. */
export interface DivergingRow {
	id: string;
	name: string;
	href?: string;
	value: number;
	/** The value as it must be read, with its mark. */
	text: string;
	estimated: boolean;
}

/** A row as drawn; `x` and `width` in per cent of the width. */
export interface DivergingBar {
	row: DivergingRow;
	x: number;
	width: number;
	below: boolean;
}

/** The bars from the most above to the most below, and where zero stands, in per cent. */
export interface DivergingLayout {
	zero: number;
	bars: DivergingBar[];
	/** Rows that are left out in the middle, where the values are smallest. */
	omitted: number;
}

/** Per cent of the width that stays free at either side of the bars, for their numbers. */
const NUMBERS = 17;
/** Per cent of the width that a name needs at its side of zero. */
const NAMES = 38;

/**
 * Lays out bars to both sides of zero on one scale, the highest first. Names stand at the side of zero where the bar is not.
 * @param most how many rows are drawn; of more, those nearest to zero are left out.
 */
export function divergingLayout(rows: readonly DivergingRow[], most: number): DivergingLayout {
	const sorted = rows.toSorted((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1));
	const kept = new Set(
		rows
			.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value) || (a.id < b.id ? -1 : 1))
			.slice(0, most)
	);
	const values = rows.map((row) => row.value);
	const [above, below] = [Math.max(0, ...values), Math.max(0, ...values.map((value) => -value))];
	const zero = zeroAt(above, below);
	const unit = Math.min(
		above > 0 ? (100 - zero - NUMBERS) / above : Infinity,
		below > 0 ? (zero - NUMBERS) / below : Infinity
	);
	const bars = sorted
		.filter((row) => kept.has(row))
		.map((row) => {
			const width = row.value === 0 ? 0 : hundredth(Math.abs(row.value) * unit);
			return {
				row,
				x: hundredth(row.value < 0 ? zero - width : zero),
				width,
				below: row.value < 0
			};
		});
	return { zero, bars, omitted: rows.length - bars.length };
}

/** Where zero stands: as far as the values ask, but with room for names at both sides. */
function zeroAt(above: number, below: number): number {
	const wished =
		above + below === 0 ? 50 : NUMBERS + (100 - 2 * NUMBERS) * (below / (above + below));
	return hundredth(Math.min(100 - NAMES, Math.max(NAMES, wished)));
}
