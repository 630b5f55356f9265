/** What v1 answers of municipalities. */
import type { Municipality } from '#lib/domain/places.ts';
import {
	listMunicipalities,
	listObjectives,
	listTests,
	municipalObjectives,
	municipalPlans,
	municipalTests,
	oneMunicipality,
	oneTest
} from '#lib/server/api/operations.ts';
import type { NIS } from '#lib/server/api/parameters.ts';
import type { MOMENT } from '#lib/server/asked/questions.ts';
import { listedMunicipalityJson, municipalityJson } from '#lib/server/formats/api.ts';
import { objectivesJson } from '#lib/server/formats/objectives.ts';
import { plansJson } from '#lib/server/formats/plans.ts';
import { roundJson, roundsJson } from '#lib/server/formats/progress-tests.ts';
import { agreementsFor } from '#lib/server/standing/agreement.ts';
import { allRegimes, regimesOf } from '#lib/server/standing/build-up.ts';
import { lawOf } from '#lib/server/standing/levers.ts';
import { momentOf, type Moment } from '#lib/server/standing/moment.ts';
import { allStandings, standingOf } from '#lib/server/standing/municipalities.ts';
import { municipalPlans as plansOf } from '#lib/server/standing/plans.ts';
import {
	publishedCounts,
	roundOf,
	roundsBy,
	roundStandings,
	testsOf
} from '#lib/server/standing/tests.ts';
import { municipalities } from '#lib/tables/municipalities.ts';
import { componentRows, components } from '#lib/tables/objectives.ts';
import { plans } from '#lib/tables/plans.ts';
import { roundRows, rounds, tests } from '#lib/tables/progress-tests.ts';
import { answering, municipalityOf, named, Refusal, type Question } from '../answer.ts';

/** The municipality of a path, and the moment at which it is shown. */
function askedIn({ at: { nis }, facts, moment }: Question<typeof NIS, typeof MOMENT>): {
	municipality: Municipality;
	at: Moment;
} {
	const municipality = municipalityOf(facts, nis);
	return { municipality, at: momentOf(moment, municipality) };
}

export const all = answering(
	listMunicipalities,
	async ({ database, moment, paging }) => paging.of((await allStandings(database, moment)).rows),
	{
		json: (rows, { facts, moment }) =>
			rows.map((row) => listedMunicipalityJson(row, facts, moment)),
		csv: (rows, { facts, moment }) =>
			named(`municipalities-${moment.on}`, municipalities, rows, {
				...moment,
				repliesTo: facts.repliesTo
			})
	}
);

export const one = answering(
	oneMunicipality,
	async (question) => {
		const asked = askedIn(question);
		return {
			...asked,
			standing: await standingOf(question.database, asked.at, asked.municipality)
		};
	},
	{
		async json({ municipality, at, standing }, { database, facts }) {
			const { nis } = municipality;
			const [history, agreements, law] = await Promise.all([
				testsOf(database, at, municipality),
				agreementsFor(database, facts, at, [nis]),
				lawOf(database, at, standing)
			]);
			const told = { law, agreements: agreements.get(nis) ?? [] };
			return municipalityJson(standing, history, facts, at, told);
		},
		csv: ({ municipality, at, standing }, { facts }) =>
			named(`${municipality.nis}-${at.on}`, municipalities, [standing], {
				...at,
				repliesTo: facts.repliesTo
			})
	}
);

export const itsObjectives = answering(
	municipalObjectives,
	async (question) => {
		const { municipality, at } = askedIn(question);
		return { at, regimes: await regimesOf(question.database, at, municipality) };
	},
	{
		csv: ({ at, regimes }, question) =>
			named(`objectives-${question.at.nis}-${at.on}`, components, componentRows(regimes), at)
	}
);

export const itsTests = answering(
	municipalTests,
	async (question) => {
		const { municipality, at } = askedIn(question);
		return { at, history: await testsOf(question.database, at, municipality) };
	},
	{
		csv({ at: { known }, history }, { at: { nis }, facts: { repliesTo } }) {
			const rows = history.flatMap(({ own, predecessors }) => (own ? [own] : predecessors));
			return named(`progress-tests-${nis}`, tests, rows, { known, repliesTo });
		}
	}
);

export const itsPlans = answering(
	municipalPlans,
	async (question) => {
		const { municipality, at } = askedIn(question);
		return {
			area: { area: municipality.nis, ...at },
			found: await plansOf(question.database, at, municipality)
		};
	},
	{
		json: ({ area, found }, { facts }) => plansJson(area, found, facts),
		csv: ({ area, found }) => named(`plans-${area.area}-${area.on}`, plans, found.since, area)
	}
);

export const allTests = answering(
	listTests,
	async ({ database, facts, moment }) => ({
		rows: roundsBy(facts, moment),
		published: await publishedCounts(database, moment)
	}),
	{
		json: ({ rows, published }, { facts }) => roundsJson(rows, published, facts),
		csv: ({ rows, published }) =>
			named('progress-tests', rounds, roundRows(rows, published), undefined)
	}
);

export const oneRound = answering(
	oneTest,
	async ({ at: { year }, database, facts, moment, paging }) => {
		const round = roundOf(facts, moment, year);
		if (!round) throw new Refusal('unknown_round', `No progress test of ${year} is known.`);
		return { round, rows: paging.of(await roundStandings(database, moment, round)) };
	},
	{
		json: async ({ round, rows }, { database, facts, moment }) =>
			roundJson(round, rows, await publishedCounts(database, moment), facts, moment),
		csv: ({ round, rows }, { facts, moment }) =>
			named(`progress-test-${round.year}`, tests, rows, { ...moment, repliesTo: facts.repliesTo })
	}
);

export const objectives = answering(
	listObjectives,
	({ database, facts, moment, paging }) =>
		allRegimes(database, moment, paging.of(facts.places.validOn(moment.structureOn))),
	{
		json: (found, { facts, moment }) => objectivesJson(found, facts, moment),
		csv: (found, { moment }) =>
			named(
				`objectives-${moment.on}`,
				components,
				componentRows(found.flatMap((one) => one.regimes)),
				moment
			)
	}
);
