import { hundredth } from './round.ts';
import { stripScale } from './strip.ts';

/** A row of a ranking; its value in any unit, null when unknown. */
export interface RankRow {
	id: string;
	name: string;
	href?: string;
	value: number | null;
	/** The value as it must be read, with its mark. */
	text: string;
	estimated: boolean;
	/** Another number about it, as it must be read. */
	more?: string;
	/** Stands for the whole, not for one of the rows. */
	whole?: boolean;
}

/** Place of a value across, in per cent: one scale from zero for all rows and lines. */
export const rankScale = (
	rows: readonly RankRow[],
	lines: readonly { value: number }[]
): ((value: number) => number) =>
	stripScale([...rows, ...lines].flatMap(({ value }) => value ?? []));

/** The bar of a value: from zero, in per cent of the width. */
export function rankBar(value: number, place: (value: number) => number) {
	const [from, to] = [place(Math.min(0, value)), place(Math.max(0, value))];
	return { x: `${from}%`, width: `${hundredth(to - from)}%` };
}
