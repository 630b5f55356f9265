import { shown, type DrawnFigure, type Source } from '#lib/charts/figure.ts';
import { parted, type PartedRow } from '#lib/charts/parted.ts';
import { BROAD } from '#lib/charts/widths.ts';
import type { Became } from '#lib/domain/plans.ts';
import { count, day, dwellings, figure, isEstimate } from '#lib/text/format.ts';
import { someNames } from '#lib/text/names.ts';
import {
	becameSentence,
	isNeverPlanned,
	PART_WORDS,
	plansBase,
	PLANS_RULE,
	plansTitle
} from '#lib/text/plans.ts';

/** What became of plans since each measurement; null when there is nothing to compare, or nothing was ever planned. */
export function plansFigure(
	since: readonly Became[],
	name: string,
	sources: readonly Source[],
	nameOf: (nis: string) => string = String
): DrawnFigure | null {
	const last = since.at(-1);
	if (!last || isNeverPlanned(since)) return null;
	const title = plansTitle(name);
	const missing = [...new Set(since.flatMap(({ gone }) => gone.missing))].map(nameOf);
	return {
		id: 'plannen',
		title,
		subtitle: plansBase(last.to),
		sources,
		remarks: [
			PLANS_RULE,
			...(missing.length > 0
				? [`Niet in elke rij meegeteld, want een cijfer ontbreekt: ${someNames(missing)}.`]
				: [])
		],
		drawings: [
			shown(
				'parted',
				parted,
				{
					rows: since.map(rowOf),
					words: PART_WORDS,
					format: count,
					title,
					description: becameSentence(name, last)
				},
				BROAD
			)
		]
	};
}

/** The homes of a measurement, in the parts that the bounds leave when no more is gone than must be. */
function rowOf({ from, onTheWay, realised, still, gone }: Became): PartedRow {
	const [whole, most, left, lost] = [onTheWay, realised, still, gone].map(
		({ value }) => value ?? 0
	) as [number, number, number, number];
	const either = most + left + lost - whole;
	return {
		label: day(from),
		text: figure(onTheWay, dwellings),
		parts: [most - either, either, left - either, lost],
		estimated: isEstimate(gone)
	};
}
