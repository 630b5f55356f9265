/** What a file would change, as the command line tells it. */
import type { Section } from './task-result.ts';
import type { Reviewed } from '../desk/review/review.ts';

/** What a figure of an earlier publication does, by the kind of the new one. */
const CHANGED = { first: 'changed', revision: 'revised', correction: 'corrected' };

/** What would change, in one line. */
export function changeLines({ difference }: Reviewed, kind: keyof typeof CHANGED | null): string[] {
	const { counts, vanished, retired } = difference;
	const parts = [
		`${counts.new} new${retired > 0 ? ` (${retired} in place of practice figures)` : ''}`,
		`${counts.changed} ${CHANGED[kind ?? 'first']}`,
		`${counts.unchanged} unchanged`,
		counts.overtaken > 0 ? `${counts.overtaken} overtaken by a later publication` : '',
		`${vanished} vanished`
	];
	return [`Against what is known today: ${parts.filter(Boolean).join(', ')}.`];
}

/** What would change as tables: figures, regions and categories. */
export function changeSections({ difference, effects }: Reviewed): Section[] {
	const sections: Section[] = [
		{
			title: 'Figures that become something else, the largest change first',
			table: {
				columns: ['nis', 'municipality', 'figure', 'date', 'now', 'then', 'change'],
				rows: difference.changing.map(({ nis, name, indicator, date, before, after }) => [
					nis,
					name,
					indicator,
					date,
					before,
					after,
					before === null || after === null ? null : after - before
				])
			}
		},
		{
			title: 'Known for these dates, and not in the file; they stay as they are',
			table: {
				columns: ['nis', 'municipality', 'figure', 'date', 'now'],
				rows: difference.vanishing.map(({ nis, name, indicator, date, before }) => [
					nis,
					name,
					indicator,
					date,
					before
				])
			}
		},
		{
			title: 'Regions that change: homes, and homes short of their goal',
			table: {
				columns: ['region', 'date', 'homes now', 'homes then', 'short now', 'short then'],
				rows: effects.regions.map(({ region, date, stock, short }) => [
					region,
					date,
					rounded(stock.before),
					rounded(stock.after),
					short?.before ?? null,
					short?.after ?? null
				])
			}
		},
		{
			title: 'Objectives of regions that change: homes asked, and homes short of them',
			table: {
				columns: ['region', 'objective', 'asked now', 'asked then', 'short now', 'short then'],
				rows: effects.objectives.map(({ region, regime, objective, short }) => [
					region,
					regime,
					objective.before,
					objective.after,
					short.before,
					short.after
				])
			}
		},
		{
			title: `Computed categories of the progress test that change${firstOf(effects.categories.length)}`,
			table: {
				columns: ['municipality', 'test', 'now', 'then'],
				rows: effects.categories
					.slice(0, LISTED)
					.map(({ municipality, round, before, after }) => [
						municipality,
						round,
						before ?? 'unknown',
						after ?? 'unknown'
					])
			}
		}
	];
	return sections.filter(({ table }) => table.rows.length > 0);
}

/** Municipalities listed at most: a new round gives each of them a category. */
const LISTED = 20;

const firstOf = (all: number): string => (all > LISTED ? `, the first ${LISTED} of ${all}` : '');

const rounded = (value: number | null): number | null =>
	value === null ? null : Math.round(value);
