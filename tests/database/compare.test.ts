import { describe, expect, test } from 'vitest';
import type { Database } from '#lib/server/database/database.ts';
import { comparisonJson } from '#lib/server/formats/compare.ts';
import { exported } from '#lib/tables/column.ts';
import { comparedRegions } from '#lib/tables/regions.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { COMPARISON, OWN_REGION } from '#lib/server/asked/questions.ts';
import { regionAsked } from '#lib/server/standing/asked-region.ts';
import { comparison, comparisonAsked } from '#lib/server/standing/compare.ts';
import { lensesOf } from '#lib/server/standing/lens.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { ask as read, MalformedParameterError } from '#lib/server/asked/parameter.ts';
import { flandersStanding, regionStanding } from '#lib/server/standing/regions.ts';
import { regionTrend } from '#lib/server/standing/trends.ts';
import { describeOneEngine } from '../support/engines.ts';
import { facts as seeded, membersOn } from '../support/facts.ts';
import { withoutOrigin } from '../support/figures.ts';
import { regionCalled } from '../support/regions.ts';

const TODAY = '2026-11-23';
const LEIEDAL = membersOn('kortrijk', '2024-12-31').join();

/** The regions of a kind, but for those that share a member with one before them. */
function apart(kind: string): string {
	const taken = new Set<string>();
	const own = seeded.regions.filter((one) => one.kind === kind);
	return own
		.map(({ slug }) => ({ slug, members: membersOn(slug, TODAY) }))
		.filter(({ members }) => {
			const isApart = members.length > 0 && !members.some((nis) => taken.has(nis));
			if (isApart) members.forEach((nis) => taken.add(nis));
			return isApart;
		})
		.map(({ slug }) => slug)
		.join();
}

const ask = async (database: Database, query: string) => {
	const facts = await reference(database);
	const parameters = new URLSearchParams(query);
	const moment = readMoment(parameters, 'api', facts, TODAY);
	return { facts, parameters, moment };
};
const compare = async (database: Database, query: string) => {
	const { facts, parameters, moment } = await ask(database, query);
	const asked = comparisonAsked(
		facts,
		read({ ...COMPARISON, ...OWN_REGION }, 'api', parameters),
		'api'
	);
	const found = await comparison(database, moment, asked.regions);
	const flanders = await flandersStanding(database, moment);
	return {
		asked,
		found,
		json: comparisonJson(asked, found, flanders, facts, moment),
		csv: exported(comparedRegions, found.rows, { ...moment, theil: found.theil })
	};
};
const ownStanding = async (database: Database, query: string) => {
	const { facts, parameters, moment } = await ask(database, query);
	const region = regionAsked(facts, 'eigen', read(OWN_REGION, 'api', parameters), 'api');
	if (!region) throw new Error(query);
	return { region, moment, standing: await regionStanding(database, moment, region) };
};

describeOneEngine('practice', (engine) => {
	describe('regions side by side', () => {
		test('the city regions, unless others are asked', async () => {
			const { asked, json } = await compare(engine.database, '');
			expect(asked.kind).toBe('stadsregio');
			const known = seeded.regions.filter((one) => one.kind === 'stadsregio');
			expect(json.regions.map((one) => one.slug).sort()).toEqual(
				known.map((one) => one.slug).sort()
			);
			const kortrijk = json.regions.find((one) => one.slug === 'kortrijk');
			expect(kortrijk?.goal).toMatchObject({ value: 0.11 });
			expect(json.differInSize).toBe(true);
		});

		test.for([
			'stadsregio',
			'referentieregio',
			'woonmaatschappij',
			'vervoerregio',
			'arrondissement',
			'provincie'
		])('Theil within and between are the total to 1e-12: %s', async (kind) => {
			for (const on of ['2012-12-31', '2018-12-31', '2024-12-31']) {
				const { json } = await compare(engine.database, `regions=${apart(kind)}&on=${on}`);
				const { total, within, between } = json.theil;
				expect(json.overlapping).toEqual([]);
				expect(Math.abs((within ?? NaN) + (between ?? NaN) - (total ?? NaN))).toBeLessThan(1e-12);
				const adds = json.regions.reduce(
					(sum, one) => sum + (one.spread.theilAddsWithin ?? NaN),
					0
				);
				expect(Math.abs(adds - (within ?? NaN))).toBeLessThan(1e-12);
			}
		});

		test('the regions that hold all municipalities have the total of Flanders, whatever their kind', async () => {
			const totals = [];
			for (const kind of ['referentieregio', 'provincie', 'arrondissement'])
				totals.push((await compare(engine.database, `kind=${kind}`)).json.theil.total ?? NaN);
			expect(totals[1]).toBeCloseTo(totals[0] ?? NaN, 12);
			expect(totals[2]).toBeCloseTo(totals[0] ?? NaN, 12);
		});

		test('a municipality in two regions: no split, and it is named', async () => {
			const { json } = await compare(engine.database, 'regions=kortrijk,zuid-west-vlaanderen');
			expect(json.theil).toMatchObject({ total: null, within: null, reason: 'overlapping' });
			expect(json.overlapping).toEqual(LEIEDAL.split(','));
			expect(json.regions.every((one) => one.spread.theilAddsWithin === null)).toBe(true);
		});

		test('with a member without a figure nothing is split, and it is named', async () => {
			const { json } = await compare(
				engine.database,
				'regions=kortrijk,genk&on=2010-12-31&known=2012-03-18'
			);
			expect(json.theil).toMatchObject({ total: null, reason: 'part_missing' });
			expect(json.theil.missing).toEqual(['34022']);
		});

		test('the figures are those of each region alone', async () => {
			const { found } = await compare(engine.database, 'regions=genk,oostende');
			for (const { standing } of found.rows) {
				const { moment } = await ask(engine.database, '');
				const alone = await regionStanding(
					engine.database,
					moment,
					await regionCalled(engine.database, standing.region.slug)
				);
				expect(standing.share).toEqual(alone.share);
				expect(standing.tally).toEqual(alone.tally);
			}
		});

		test('JSON and CSV give the same numbers', async () => {
			const { json, csv } = await compare(engine.database, 'kind=referentieregio');
			const column = (name: string) => csv.rows.map((row) => row[csv.columns.indexOf(name)]);
			expect(column('share')).toEqual(json.regions.map((one) => one.share.value));
			expect(column('gini')).toEqual(json.regions.map((one) => one.spread.gini));
			expect(new Set(column('theil_within'))).toEqual(new Set([json.theil.within]));
		});

		test('a slug or kind that no region has is refused', async () => {
			for (const query of ['regions=kortrijk,nergens', 'kind=eigen', 'kind=stad', 'regions=eigen'])
				await expect(compare(engine.database, query)).rejects.toThrow(MalformedParameterError);
		});
	});

	describe('a municipality under every region it belongs to', () => {
		const lenses = async (nis: string, query = '') => {
			const { facts, moment } = await ask(engine.database, query);
			const town = facts.places.byCode.get(nis);
			if (!town) throw new Error(nis);
			return lensesOf(engine.database, moment, town, moment.structureOn);
		};

		test('Kortrijk: its own gap beside that of each of its regions with a goal, the city region first', async () => {
			const { now } = await lenses('34022', 'on=2024-12-31');
			const withGoal = now.filter((one) => one.standing.goal !== null);
			const holding = seeded.goals.filter(({ holds_from: from }) => !from || from <= '2024-12-31');
			const goals = new Set(holding.map((one) => one.region));
			expect(withGoal).toEqual(now.filter((one) => goals.has(one.standing.region.slug)));
			const own = withGoal.find((one) => one.standing.region.slug === 'kortrijk')?.own;
			expect(own?.gap.value).toBeGreaterThan(0);
			expect(now.map((one) => one.standing.region.kind)[0]).toBe('stadsregio');
			expect(now.every((one) => one.own?.municipality.nis === '34022')).toBe(true);
		});

		test('a municipality that ended has the regions of its time, those attested later too', async () => {
			const { now } = await lenses('71047', 'on=2012-12-31');
			const slugs = now.map((one) => one.standing.region.slug);
			expect(slugs).toEqual(expect.arrayContaining(['genk', 'limburg']));
		});

		test('a region that it joined later is named apart', async () => {
			const { now, otherTimes } = await lenses('34022', 'on=2012-12-31');
			expect(now.map((one) => one.standing.region.slug)).not.toContain('w13');
			expect(otherTimes.map(({ region, since }) => [region.slug, since])).toContainEqual([
				'w13',
				'2015-06-30'
			]);
		});
	});

	describe('a region of the visitor’s own', () => {
		test('with the members of a region it has all her sums, measures and her line over the years', async () => {
			const { standing, region, moment } = await ownStanding(
				engine.database,
				`municipalities=${LEIEDAL}`
			);
			const kortrijk = await regionCalled(engine.database, 'kortrijk');
			const same = await regionStanding(engine.database, moment, kortrijk);
			expect(withoutOrigin(standing.sum)).toEqual(withoutOrigin(same.sum));
			expect(withoutOrigin(standing.tally)).toEqual(withoutOrigin(same.tally));
			expect(standing.goal).toBeNull();
			const lines = await Promise.all(
				[region, kortrijk].map((one) => regionTrend(engine.database, moment, one, 'constant'))
			);
			expect(withoutOrigin(lines[0])).toEqual(withoutOrigin(lines[1]));
		});

		test('stands beside other regions in a comparison', async () => {
			const { json } = await compare(
				engine.database,
				'regions=genk,eigen&municipalities=34022,34027&name=Proef'
			);
			expect(json.regions.map((one) => [one.slug, one.name])).toEqual([
				['eigen', 'Proef'],
				['genk', 'Regio Genk (GAOZ)']
			]);
			expect(json.theil.total).toBeGreaterThan(0);
		});

		test('a municipality of today is its predecessors in the structure of then, with the same sums', async () => {
			const query = 'municipalities=72042&on=2012-12-31';
			const then = await ownStanding(engine.database, query);
			const today = await ownStanding(engine.database, `${query}&structure=today`);
			const names = ({ standing }: typeof then) =>
				standing.members.map((one) => one.municipality.name).sort();
			expect(names(then)).toEqual(['Meeuwen-Gruitrode', 'Opglabbeek']);
			expect(names(today)).toEqual(['Oudsbergen']);
			expect(today.standing.stock.value).toBe(then.standing.stock.value);
			expect(today.standing.households.value).toBe(then.standing.households.value);
		});
	});
});
