import type { Became } from '#lib/domain/plans.ts';
import type { PlansAnswer } from '../api/answers/plans.ts';
import type { Reference } from '../reference/reference.ts';
import type { Plans } from '../standing/plans.ts';
import { figureJson } from './figure-json.ts';

/** What became of the plans of an area as the API gives it. */
export const plansJson = (
	{ area, on, known }: Pick<PlansAnswer, 'area' | 'on' | 'known'>,
	{ last, since }: Plans,
	facts: Reference
): PlansAnswer => ({
	area,
	on,
	known,
	last,
	since: since.map((one) => sinceJson(one, facts))
});

const sinceJson = (one: Became, facts: Reference): PlansAnswer['since'][number] => ({
	from: one.from,
	inExecution: figureJson(one.inExecution, facts),
	planned: figureJson(one.planned, facts),
	pipeline: figureJson(one.onTheWay, facts),
	growth: figureJson(one.growth, facts),
	realisedAtMost: figureJson(one.realised, facts),
	stillAtMost: figureJson(one.still, facts),
	goneAtLeast: figureJson(one.gone, facts),
	newAtLeast: figureJson(one.fresh, facts)
});
