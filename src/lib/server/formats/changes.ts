import type { Change, PipelineChange } from '#lib/domain/change.ts';
import { PIPELINE_STEPS, STOCK_STEPS } from '#lib/tables/changes.ts';
import type * as Answer from '../api/answers/changes.ts';
import type { Figure as FigureAnswer } from '../api/answers/figure.ts';
import type { Reference } from '../reference/reference.ts';
import type { AreaChange } from '../standing/changes.ts';
import { figureJson } from './figure-json.ts';

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

const stockJson = (change: Change, facts: Reference) => changeJson(change, STOCK_STEPS, facts);
const pipelineJson = (change: PipelineChange, facts: Reference) =>
	changeJson(change, PIPELINE_STEPS, facts);

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
