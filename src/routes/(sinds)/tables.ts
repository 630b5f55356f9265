import { isWhole, type Change, type PipelineChange } from '#lib/domain/change.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { AreaChange, Cause, MunicipalityChange } from '#lib/server/standing/changes.ts';
import type { Cell } from '#lib/tables/cell.ts';
import { onPage, type Column } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { change as signed, count, day, list } from '#lib/text/format.ts';
import { numberFormat } from '#lib/text/number-format.ts';
import { CAUSE_WORDS, sinceSentence } from '#lib/text/since.ts';
import { changedTable, type Known } from '../changed-table.ts';
import { drawn, extentFor } from './since.ts';

/** What a page about the changes in an area shows. */
export interface Since extends Known {
	change: AreaChange;
	/** Of the area. */
	name: string;
	/** Name of the row of the sum; none for a single municipality. */
	total?: string | undefined;
}

/** The tables of the page; null where it has none of that name now. */
export const sinceTables = ({ change, name, total, ...known }: Since) => ({
	woningen: stockTable(change, total),
	geheel: change.published && publishedTable(name, change.published, change),
	projecten: pipelineTable(change, total),
	gewijzigd:
		change.changed.length > 0
			? changedTable({ id: 'gewijzigd', title: 'Cijfers die anders werden' }, change.changed, known)
			: null
});

const then = (date: string): Cell => ['Toen', { words: day(date), look: 'small' }];
const now = (date: string): Cell => ['Nu', { words: day(date), look: 'small' }];

/** A row of an area, or of the sum of all. */
interface Row<Steps> {
	town: MunicipalityChange['municipality'] | null;
	steps: Steps;
	causes: readonly Cause[];
}

const townCell = ({ town }: Row<unknown>): Cell =>
	town && { words: town.name, href: `/gemeenten/${town.nis}` };

/** A column with one step of a change. */
const step = <Steps>(
	head: Cell,
	pick: (steps: Steps) => Figure,
	format = count
): Column<Row<Steps>> =>
	onPage(head, ({ steps }) => ({ figure: pick(steps), format }), { numeric: true });

const ESTIMATED_AGAINST = 'raming tegenover meting: niet te zeggen';

const realCell = ({ real, unmeasured }: Change): Cell =>
	unmeasured && real.value === 0
		? {
				words: ['–', { words: ` (${ESTIMATED_AGAINST})`, look: 'heard' }],
				title: ESTIMATED_AGAINST
			}
		: { figure: real, format: signed };

/** The stock of each municipality: then, what was corrected, what really changed, now. */
function stockTable({ rows, period, stock }: AreaChange, total: string | undefined): Table {
	const extent = extentFor(rows.map((row) => row.stock));
	const withReplaced = rows.some((row) => row.stock.replaced.value !== 0);
	const columns: readonly Column<Row<Change>>[] = [
		onPage('Gemeente', townCell),
		step(then(period.from.on), ({ start }) => start),
		...(withReplaced
			? [step<Change>('Raming tegenover meting', ({ replaced }) => replaced, signed)]
			: []),
		onPage(
			'Rechtzetting of herziening',
			({ steps, causes }) => [
				{ figure: steps.correction, format: signed },
				causes.length > 0
					? { words: list(causes.map((cause) => CAUSE_WORDS[cause])), look: 'cause' }
					: null
			],
			{ numeric: true }
		),
		onPage('Erbij of eraf', ({ steps }) => realCell(steps), { numeric: true }),
		step(now(period.to.on), ({ end }) => end),
		onPage(
			{ words: 'Als balken', look: 'heard' },
			({ town, steps }) =>
				town && isWhole(steps)
					? { changes: { changes: drawn(steps), extent, title: sinceSentence(town.name, steps) } }
					: null,
			{ look: 'bar' }
		)
	];
	return tableOf(
		columns,
		rows.map(({ municipality, stock: steps, causes }) => ({ town: municipality, steps, causes })),
		undefined,
		{ id: 'woningen', title: 'Sociale huurwoningen', notes: [BARS_NOTE] },
		{ totals: total ? [{ name: total, row: { town: null, steps: stock, causes: [] } }] : [] }
	);
}

/** How to read the bars of the changes. */
export const BARS_NOTE =
	'Balken vanaf de streep: vol is erbij of eraf, open is een rechtzetting of herziening, open met stippels is het verschil tussen raming en meting. Alle rijen hebben dezelfde schaal.';

/** What left: a number above zero is fewer. */
const lost = numberFormat((value) => signed(-value));

/** Dwellings in execution and planned: then, corrected, new, delivered, dropped, now. */
function pipelineTable({ rows, period, pipeline }: AreaChange, total: string | undefined): Table {
	const withReplaced = rows.some((row) => row.pipeline.replaced.value !== 0);
	const columns: readonly Column<Row<PipelineChange>>[] = [
		onPage('Gemeente', townCell),
		step(then(period.from.on), ({ start }) => start),
		...(withReplaced
			? [step<PipelineChange>('Raming tegenover meting', ({ replaced }) => replaced, signed)]
			: []),
		step('Rechtzetting of herziening', ({ correction }) => correction, signed),
		step('Nieuw (minstens)', ({ added }) => added, signed),
		step('Opgeleverd', ({ delivered }) => delivered, lost),
		step('Weggevallen (minstens)', ({ dropped }) => dropped, lost),
		step(now(period.to.on), ({ end }) => end)
	];
	return tableOf(
		columns,
		rows.map(({ municipality, pipeline: steps }) => ({ town: municipality, steps, causes: [] })),
		undefined,
		{ id: 'projecten', title: 'In uitvoering en gepland' },
		{ totals: total ? [{ name: total, row: { town: null, steps: pipeline, causes: [] } }] : [] }
	);
}

/** How to read a total that was published. */
export const publishedNote = ({ recounted }: Change): string =>
	`Dit aantal publiceerde iemand voor het geheel. Het is niet de som van de gemeenten hierboven en kan van andere datums zijn.${recounted ? ' Let op: toen en nu is niet hetzelfde geteld; een deel van het verschil kan daaruit komen.' : ''}`;

/** The stock that was published for the area as a whole; null when nothing was then. */
function publishedTable(
	name: string,
	whole: Change,
	{ period }: Pick<AreaChange, 'period'>
): Table | null {
	if (whole.start.value === null) return null;
	const columns: readonly Column<Row<Change>>[] = [
		onPage(`Bekend op ${day(period.from.known)} en ${day(period.to.known)}`, () => name),
		step(then(whole.start.date), ({ start }) => start),
		step('Rechtzetting of herziening', ({ correction }) => correction, signed),
		step('Erbij of eraf', ({ real }) => real, signed),
		step(now(whole.end.date), ({ end }) => end)
	];
	return tableOf(columns, [{ town: null, steps: whole, causes: [] }], undefined, {
		id: 'geheel',
		title: 'Als geheel gepubliceerd',
		notes: [publishedNote(whole)]
	});
}
