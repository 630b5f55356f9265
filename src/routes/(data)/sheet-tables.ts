import type { MunicipalitySheet } from '#lib/server/standing/municipality-sheets.ts';
import type { TestStanding } from '#lib/server/standing/tests.ts';
import type { RegionStanding } from '#lib/server/standing/standing.ts';
import type { Cell } from '#lib/tables/cell.ts';
import { figureCell, onPage, pageFigure, type Column } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { day, goalShare, inPercent, NBSP, UNKNOWN } from '#lib/text/format.ts';
import type { Link } from '../links.ts';
import type { TestRow } from './test-rows.ts';

/** The narrow tables of the sheet of a municipality. */

const computedWords = ({ computed, estimated }: TestStanding): string =>
	computed === null ? UNKNOWN : `${estimated ? `≈${NBSP}` : ''}${computed}`;

/** The rounds of the progress test: what the rule gives, what was published. */
export function sheetTests(nis: string, rows: readonly TestRow[], link: Link): Table {
	const columns: readonly Column<TestRow>[] = [
		onPage('Toets', ({ round, test, former }) => [
			{ words: `${round.year}`, href: link(`/voortgangstoets/${round.year}`) },
			former ? ` ${test.municipality.name}` : null
		]),
		pageFigure('Gereali\u00adseerd', inPercent(1), ({ test }) => test.realisedPart),
		pageFigure('Met gepland', inPercent(1), ({ test }) => test.withPlannedPart),
		onPage('Cate\u00adgorie, nage\u00adrekend', ({ test }) => computedWords(test), {
			numeric: true
		}),
		onPage('Cate\u00adgorie, gepubli\u00adceerd', ({ test }) => test.entered?.category ?? '–', {
			numeric: true
		})
	];
	return tableOf(columns, rows, undefined, { id: `toetsen-${nis}`, title: 'Voortgangstoets' });
}

const goalCell = ({ goal }: RegionStanding): Cell => {
	if (!goal) return { words: 'geen', look: 'none' };
	return goal.basisPoints === null
		? figureCell(goal.value, inPercent(2))
		: goalShare(goal.basisPoints);
};

/** The municipality and its regions: what each has and wants. */
export function sheetRegions(
	{ municipality, standing, regions }: MunicipalitySheet,
	link: Link
): Table {
	const { nis, name } = municipality;
	const columns: readonly Column<RegionStanding | null>[] = [
		onPage(`Toestand op ${day(standing.stock.date)}`, (row) =>
			row ? { words: row.region.name, href: link(`/regios/${row.region.slug}`) } : name
		),
		pageFigure('Aandeel', inPercent(2), (row) => (row ?? standing).share),
		onPage('Streefcijfer', (row) => row && goalCell(row), { numeric: true, look: 'goal' })
	];
	return tableOf(
		columns,
		[null, ...regions.map((one) => one.standing)],
		undefined,
		{ id: `regios-${nis}`, title: `Regio’s van ${name}, per 100 huishoudens`, look: 'narrow' },
		{ lookOf: (row) => (row ? {} : { look: 'own' }) }
	);
}
