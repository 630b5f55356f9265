import type { KyselyPlugin } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#lib/server/database/database.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { OWN_REGION } from '#lib/server/asked/questions.ts';
import { regionAsked } from '#lib/server/standing/asked-region.ts';
import { growthPathOf } from '#lib/server/standing/growth-path.ts';
import { lensesOf } from '#lib/server/standing/lens.ts';
import { MOST_SHEETS, meetingPack } from '#lib/server/standing/meeting.ts';
import { readPack } from '#lib/server/standing/meeting-asked.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { ask as read, MalformedParameterError } from '#lib/server/asked/parameter.ts';
import { standingsOf } from '#lib/server/standing/municipalities.ts';
import { testsOf } from '#lib/server/standing/tests.ts';
import { trendOf } from '#lib/server/standing/trends.ts';
import { describeOneEngine } from '../support/engines.ts';
import {
	hasThresholds,
	knownFrom,
	membersOn,
	regionWithoutGoal,
	roundsBy
} from '../support/facts.ts';
import { addDays } from '#lib/domain/dates.ts';

const TODAY = '2026-11-23';

async function ask(database: Database, slug: string, query = '') {
	const parameters = new URLSearchParams(query);
	const facts = await reference(database);
	const moment = readMoment(parameters, 'page', facts, TODAY);
	const region = regionAsked(facts, slug, read(OWN_REGION, 'page', parameters), 'page');
	if (!region) throw new Error(`No region ${slug}.`);
	return meetingPack(database, moment, region, readPack(facts, parameters, moment));
}

const namesIn = (list: readonly { municipality: { name: string } }[]) =>
	list.map((one) => one.municipality.name);

/** The same database, with a count of what is asked of it. */
function counting(database: Database) {
	const asked = { queries: 0 };
	const plugin: KyselyPlugin = {
		transformQuery({ node }) {
			asked.queries++;
			return node;
		},
		transformResult: ({ result }) => Promise.resolve(result)
	};
	return { asked, database: { ...database, read: database.read.withPlugin(plugin) } };
}

describeOneEngine('practice', (engine) => {
	test('a sheet says of each municipality what its own page says', async () => {
		const { database } = engine;
		const { sheets, moment } = await ask(database, 'genk', 'op=2018-12-31');
		expect(sheets.map((one) => one.municipality.nis).sort()).toEqual(
			membersOn('genk', '2018-12-31')
		);
		expect(namesIn(sheets)).toEqual(namesIn(sheets).toSorted((a, b) => a.localeCompare(b, 'nl')));
		for (const { municipality, ...sheet } of sheets) {
			const { rows } = await standingsOf(database, moment, [municipality]);
			expect(sheet.standing).toMatchObject(rows[0] ?? {});
			expect(sheet.path).toEqual(await growthPathOf(database, moment, municipality));
			expect(sheet.tests).toEqual(await testsOf(database, moment, municipality));
			expect(sheet.trend).toEqual(await trendOf(database, moment, [municipality]));
			const lenses = await lensesOf(database, moment, municipality, moment.structureOn);
			expect(sheet.regions).toEqual(lenses.now);
		}
	});

	test('a pack of a whole region asks no more of the database than one of two', async () => {
		const { asked, database } = counting(engine.database);
		const count = async (query: string) => {
			await ask(database, 'kortrijk', query);
			const before = asked.queries;
			await ask(database, 'kortrijk', query);
			return asked.queries - before;
		};
		const few = await count('leden=34022,34043&sinds=2024-01-01');
		expect(few).toBeGreaterThan(10);
		expect(await count('sinds=2024-01-01')).toBe(few);
	});

	test('only the parts and the members that are asked are read', async () => {
		const pack = await ask(
			engine.database,
			'kortrijk',
			'delen=regio,steekkaarten&leden=34027,34022'
		);
		expect(pack.agenda).toBeNull();
		expect(pack.scenario).toBeNull();
		expect(namesIn(pack.sheets)).toEqual(['Kortrijk', 'Menen']);
		expect(pack.standing.members).toHaveLength(membersOn('kortrijk', pack.moment.on).length);
		const none = await ask(engine.database, 'kortrijk', 'delen=omslag');
		expect(none.sheets).toEqual([]);
	});

	test('a member that was asked and is none is named, and gets no sheet', async () => {
		const pack = await ask(engine.database, 'kortrijk', 'leden=34022,44021');
		expect(namesIn(pack.sheets)).toEqual(['Kortrijk']);
		expect(pack.strangers.map((one) => one.name)).toEqual(['Gent']);
	});

	test('a member that merged since gets the sheet of what it went into', async () => {
		const query = 'structuur=vandaag&leden=71047';
		const pack = await ask(engine.database, 'genk', query);
		expect(namesIn(pack.sheets)).toEqual(['Oudsbergen']);
		expect(pack.strangers).toEqual([]);
	});

	test('a region of more than forty municipalities gives each a sheet only when asked', async () => {
		const whole = await ask(engine.database, 'vlaanderen', 'delen=steekkaarten');
		expect(whole).toMatchObject({ tooMany: true, sheets: [], flanders: null });
		expect(whole.standing.members.length).toBeGreaterThan(MOST_SHEETS);
		const some = await ask(engine.database, 'vlaanderen', 'delen=steekkaarten&leden=34022');
		expect(some.tooMany).toBe(false);
		expect(namesIn(some.sheets)).toEqual(['Kortrijk']);
	});

	test('who is behind on the growth path are those that the last round with thresholds puts in category 2', async () => {
		const { agenda } = await ask(engine.database, 'kortrijk', 'delen=agenda');
		const last = roundsBy(TODAY).findLast(hasThresholds);
		expect(agenda?.path?.round.year).toBe(last?.year);
		expect(agenda?.path?.tested).toHaveLength(
			membersOn('kortrijk', last?.measured_on ?? '').length
		);
		expect(agenda?.path?.behind.every((one) => one.computed === 2)).toBe(true);
		const short = agenda?.path?.behind.map((one) => one.shortRealised ?? 0) ?? [];
		expect(short).toEqual(short.toSorted((a, b) => b - a));
		expect(agenda?.since).toBeNull();
	});

	test('before any thresholds were known nobody can be behind on them', async () => {
		const first = roundsBy(TODAY).filter(hasThresholds).map(knownFrom).sort()[0] ?? TODAY;
		const before = `delen=agenda&bekend=${addDays(first, -1)}`;
		const { agenda } = await ask(engine.database, 'kortrijk', before);
		expect(agenda?.path).toBeNull();
	});

	test('what changed is told from the day of the previous meeting to the day as known on which the pack is', async () => {
		const query = 'delen=agenda&sinds=2020-01-31&bekend=2024-01-31';
		const { agenda } = await ask(engine.database, 'kortrijk', query);
		expect(agenda?.since?.period.from.known).toBe('2020-01-31');
		expect(agenda?.since?.period.to.known).toBe('2024-01-31');
		const { on } = agenda?.since?.period.to ?? { on: '' };
		expect(agenda?.since?.rows).toHaveLength(membersOn('kortrijk', on).length);
	});

	test('the scenario is that of the address, else the goal of the region, else none', async () => {
		const goalOf = async (slug: string, query = '') =>
			(await ask(engine.database, slug, `delen=scenario&${query}`)).scenario?.road.scenario;
		expect(await goalOf('kortrijk')).toMatchObject({ goal: 1100, goalFrom: 'region' });
		const asked = await goalOf('kortrijk', 'doel=9,5&tegen=2035');
		expect(asked).toMatchObject({ goal: 950, by: '2035-12-31', goalFrom: 'asked' });
		const without = regionWithoutGoal('stadsregio', '2024-12-31');
		expect(await goalOf(without)).toBeUndefined();
		expect(await goalOf(without, 'doel=9')).toMatchObject({ goal: 900 });
	});

	test('a list of municipalities is a region too', async () => {
		const pack = await ask(engine.database, 'eigen', 'gemeenten=34022,34043&naam=Proef');
		expect(pack.region.name).toBe('Proef');
		expect(namesIn(pack.sheets)).toEqual(['Kortrijk', 'Spiere-Helkijn']);
	});

	test.for([
		'delen=alles',
		'leden=99999',
		'leden=kortrijk',
		'sinds=gisteren',
		'sinds=2027-01-01',
		'bekend=2020-01-01&sinds=2020-01-02',
		'doel=0',
		'sleutel=eerlijk'
	])('%s is refused', async (query) => {
		await expect(ask(engine.database, 'kortrijk', query)).rejects.toThrow(MalformedParameterError);
	});

	test('parts stand in the order of the pack and municipalities in that of their codes, however they are asked', async () => {
		const query = 'leden=34027,34022&delen=agenda,omslag';
		const { asked } = await ask(engine.database, 'kortrijk', query);
		expect(asked.parts).toEqual(['cover', 'agenda']);
		expect(asked.members).toEqual(['34022', '34027']);
	});
});
