/** What v1 answers of regions. */
import {
	compareRegions,
	listRegions,
	oneRegion,
	regionPlans,
	regionSpread
} from '#lib/server/api/operations.ts';
import { listedRegionJson, regionJson } from '#lib/server/formats/api.ts';
import { comparisonJson } from '#lib/server/formats/compare.ts';
import { plansJson } from '#lib/server/formats/plans.ts';
import { agreementOf } from '#lib/server/standing/agreement.ts';
import { comparison, comparisonAsked } from '#lib/server/standing/compare.ts';
import { regionPlans as plansOf } from '#lib/server/standing/plans.ts';
import { flandersStanding, regionStanding, regionStandings } from '#lib/server/standing/regions.ts';
import { regionSpread as spreadOf } from '#lib/server/standing/spread.ts';
import { members } from '#lib/tables/municipalities.ts';
import { plans } from '#lib/tables/plans.ts';
import { comparedRegions, regions } from '#lib/tables/regions.ts';
import { spread, spreadRows } from '#lib/tables/spread.ts';
import { answering, named, regionOf } from '../answer.ts';

export const all = answering(
	listRegions,
	async ({ database, moment, paging }) =>
		paging.of(await regionStandings(database, moment, () => true)),
	{
		json: (rows, { facts, moment }) => rows.map((row) => listedRegionJson(row, facts, moment)),
		csv: (rows, { moment }) => named(`regions-${moment.on}`, regions, rows, moment)
	}
);

export const one = answering(
	oneRegion,
	({ at: { slug }, query, database, facts, moment }) =>
		regionStanding(database, moment, regionOf(facts, slug, query)),
	{
		async json(standing, { query, database, facts, moment }) {
			const found = await spreadOf(database, moment, standing, query.project);
			const agreement = await agreementOf(database, facts, moment, standing.region);
			return regionJson(standing, facts, moment, found, agreement);
		},
		csv: (standing, { at: { slug }, facts: { repliesTo }, moment }) =>
			named(`${slug}-${moment.on}`, members, standing.members, { ...moment, repliesTo })
	}
);

export const itsSpread = answering(
	regionSpread,
	({ at: { slug }, query, database, facts, moment }) =>
		regionStanding(database, moment, regionOf(facts, slug, query)),
	{
		async csv(standing, { at: { slug }, query, database, moment }) {
			const found = await spreadOf(database, moment, standing, query.project);
			const whole = { ...moment, slug, spread: found };
			return named(`${slug}-spread-${moment.on}`, spread, spreadRows(standing, found), whole);
		}
	}
);

export const itsPlans = answering(
	regionPlans,
	({ at: { slug }, query, database, facts, moment }) =>
		plansOf(database, moment, regionOf(facts, slug, query)),
	{
		json: (found, { at: { slug }, facts, moment }) =>
			plansJson({ area: slug, ...moment }, found, facts),
		csv: ({ since }, { at: { slug }, moment }) =>
			named(`${slug}-plans-${moment.on}`, plans, since, { area: slug, ...moment })
	}
);

export const compared = answering(
	compareRegions,
	async ({ query, database, facts, moment }) => {
		const asked = comparisonAsked(facts, query, 'api');
		return { asked, found: await comparison(database, moment, asked.regions) };
	},
	{
		json: async ({ asked, found }, { database, facts, moment }) =>
			comparisonJson(asked, found, await flandersStanding(database, moment), facts, moment),
		csv: ({ asked, found: { rows, theil } }, { moment }) =>
			named(`compare-${asked.kind ?? 'regions'}-${moment.on}`, comparedRegions, rows, {
				...moment,
				theil
			})
	}
);
