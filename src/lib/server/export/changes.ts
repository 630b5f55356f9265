import type { Change, PipelineChange } from '#lib/domain/change.ts';
import type * as Answer from '../api/answers/changes.ts';
import type { Figure as FigureAnswer } from '../api/answers/figure.ts';
import type { ChangedFigure } from '../queries/changes.ts';
import type { Reference } from '../reference.ts';
import type { AreaChange, MunicipalityChange } from '../standing/changes.ts';
import type { Period } from '../standing/period.ts';
import { figureJson } from './api.ts';
import { figureColumns, table, type Column } from './tables.ts';

const STOCK = ['start', 'replaced', 'correction', 'real', 'end'] as const;
const PIPELINE = [
	'start',
	'replaced',
	'correction',
	'real',
	'added',
	'delivered',
	'dropped',
	'end'
] as const;

const changeJson = <Step extends string>(
	change: Readonly<Record<Step, Change['start']>> & Pick<Change, 'recounted' | 'unmeasured'>,
	steps: readonly Step[],
	facts: Reference
) => ({
	...(Object.fromEntries(steps.map((step) => [step, figureJson(change[step], facts)])) as Record<
		Step,
		FigureAnswer
	>),
	recounted: change.recounted,
	unmeasured: change.unmeasured
});

const stockJson = (change: Change, facts: Reference) => changeJson(change, STOCK, facts);
const pipelineJson = (change: PipelineChange, facts: Reference) =>
	changeJson(change, PIPELINE, facts);

/** What changed in an area as `/api/v1/changes` gives it: `start + replaced + correction + real = end`. */
export const changesJson = (change: AreaChange, facts: Reference): Answer.ChangesAnswer => ({
	from: change.period.from,
	to: change.period.to,
	municipalities: change.rows.map(({ municipality, stock, pipeline, causes }) => ({
		nis: municipality.nis,
		name: municipality.name,
		stock: { ...stockJson(stock, facts), causes: [...causes] },
		pipeline: pipelineJson(pipeline, facts)
	})),
	missing: {
		stock: [...change.stock.end.missing],
		pipeline: [...change.pipeline.end.missing]
	},
	total: { stock: stockJson(change.stock, facts), pipeline: pipelineJson(change.pipeline, facts) },
	published: change.published && stockJson(change.published, facts),
	changed: change.changed
});

const columnsOf = <Step extends string>(
	name: string,
	steps: readonly Step[],
	pick: (row: MunicipalityChange) => Readonly<Record<Step, Change['start']>>
): Column<MunicipalityChange>[] =>
	steps.flatMap((step) =>
		figureColumns<MunicipalityChange>(`${name}_${step}`, (row) => pick(row)[step])
	);

/** Figures that became something else, one row each. */
export const changedTable = (rows: readonly ChangedFigure[]) =>
	table<ChangedFigure>(
		[
			['nis', (row) => row.nis],
			['indicator', (row) => row.indicator],
			['date', (row) => row.date],
			['before', (row) => row.before],
			['before_status', (row) => row.beforeStatus],
			['before_publication', (row) => row.beforePublication],
			['after', (row) => row.after],
			['after_status', (row) => row.afterStatus],
			['after_publication', (row) => row.afterPublication]
		],
		rows
	);

/** What changed, one row a municipality. */
export const changesTable = (rows: readonly MunicipalityChange[], { from, to }: Period) =>
	table<MunicipalityChange>(
		[
			['nis', (row) => row.municipality.nis],
			['name', (row) => row.municipality.name],
			...columnsOf('stock', STOCK, (row) => row.stock),
			['stock_causes', (row) => row.causes.join(' ')],
			['stock_recounted', (row) => row.stock.recounted],
			['stock_unmeasured', (row) => row.stock.unmeasured],
			...columnsOf('pipeline', PIPELINE, (row) => row.pipeline),
			['from_known', () => from.known],
			['from_on', () => from.on],
			['to_known', () => to.known],
			['to_on', () => to.on]
		],
		rows
	);
