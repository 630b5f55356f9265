import { expect, test } from 'vitest';
import { goalMinutes } from '#lib/text/minutes.ts';
import { openTables } from '#lib/server/formats/open-data/tables.ts';
import { regionBody } from '#lib/server/formats/api.ts';
import { verifyChain } from '#lib/server/desk/release/chain.ts';
import { release } from '#lib/server/desk/release/release.ts';
import { withdraw } from '#lib/server/desk/release/withdraw.ts';
import { cooperation, regionObjectives } from '#lib/server/queries/regions.ts';
import { askedOn, reference } from '#lib/server/reference/reference.ts';
import { asKnown } from '#lib/server/standing/as-known.ts';
import { lensesOf } from '#lib/server/standing/lens.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import type { RegionStanding } from '#lib/server/standing/standing.ts';
import { roundsBy, roundStandings } from '#lib/server/standing/tests.ts';
import { runTask } from '#lib/server/tasks/tasks.ts';
import { today } from '#lib/server/today.ts';
import { PageCache } from '#lib/server/web/page-cache.ts';
import { provideRuntime } from '#lib/server/web/runtime.ts';
import { load as loadRegion } from '../../src/routes/(data)/regios/[slug=slug]/+page.server.ts';
import { load as loadRound } from '../../src/routes/(data)/voortgangstoets/[jaar=year]/+page.server.ts';
import { describeEachEngine, type Engine } from '../support/engines.ts';
import { existingOn, freeRound, freeRoundMeasured } from '../support/facts.ts';
import { importText, publicationOf } from '../support/importing.ts';

const ROUND = [
	'round,measured_on,threshold_realised,threshold_with_planned,legal_reference',
	`${freeRound},${freeRoundMeasured},0.9012,1.0000,"Besluit van de proef, art. 1"`,
	''
].join('\n');

const TOWNS = ['34022', '34027', '34040', '34041', '34042'];
const REGION = [
	'region,name,kind,nis_code,valid_from',
	...TOWNS.map((nis) => `vijf-van-de-proef,Vijf van de proef,gebied,${nis},2020-01-01`),
	''
].join('\n');

const GOAL = [
	'region,goal_kind,holds_from,share,deadline,certainty,note',
	'genk,reach_share,2030-01-01,0.12,2035-12-31,stated,Beslist in de proef.',
	''
].join('\n');

const FROM = { publisher: 'Proef', publishedOn: '2026-06-01', title: 'Regels van de proef' };

/** Categories of all municipalities of the measuring day: every third is in category 2. */
const categories = (): string =>
	[
		'round,nis_code,category,provisional',
		...existingOn(freeRoundMeasured).map(
			(nis, at) => `${freeRound},${nis},${at % 3 === 0 ? '2' : '1'},true`
		),
		''
	].join('\n');

const bring = (engine: Engine, name: string, file: string, said: object = {}) =>
	importText(engine.database, name, file, { ...FROM, ...said });

async function momentOf({ database }: Engine, address: string) {
	const parameters = new URLSearchParams(address);
	return readMoment(parameters, 'api', await reference(database), today());
}

async function standing(engine: Engine, slug: string, address = '') {
	const moment = await momentOf(engine, address);
	const facts = await reference(engine.database, moment.known);
	const region = facts.regions.get(slug);
	return region ? regionStanding(engine.database, moment, region) : null;
}

async function roundsKnown({ database }: Engine, known: string) {
	const facts = await reference(database, known);
	return roundsBy(facts, { known }).map(({ year }) => year);
}

const chainHolds = async ({ database }: Engine) =>
	expect(await verifyChain(database.read)).toMatchObject({ holds: true, problem: null });

describeEachEngine('practice', (engine) => {
	/** What the load of a page gives it. */
	async function page(load: unknown, path: string, params: object, query = '') {
		provideRuntime({ database: engine.database, pages: new PageCache(), files: new Map() });
		const event = { url: new URL(`http://site${path}?${query}`), params };
		return (load as (event: object) => Promise<Record<string, unknown>>)(event);
	}

	test('a round comes in with its thresholds, and its categories after it', async () => {
		const asked = await bring(engine, 'categorieen.csv', categories(), {});
		expect(asked.findings[0]).toMatchObject({ code: 'unknown_round', level: 'block' });
		const brought = await bring(engine, 'ronde.csv', ROUND);
		expect(brought.lines.join()).toContain('1 round');
		expect(brought.sections.map(({ title }) => title).join()).toContain('Computed categories');
		const accept = [{ code: 'category_contradicts', because: 'De categorieën zijn verzonnen.' }];
		const named = await bring(engine, 'categorieen.csv', categories(), { accept });
		expect(named.lines.join()).toContain(`${existingOn(freeRoundMeasured).length} categories`);

		const moment = await momentOf(engine, '');
		const facts = await reference(engine.database, moment.known);
		const round = roundsBy(facts, moment).find(({ year }) => year === freeRound);
		expect(round).toMatchObject({
			measuredOn: freeRoundMeasured,
			thresholds: { realised: 9012, withPlanned: 10_000 },
			legalReference: 'Besluit van de proef, art. 1'
		});
		if (!round) return;
		const rows = await roundStandings(engine.database, moment, round);
		expect(rows.filter((row) => row.entered?.category === '2')).toHaveLength(
			Math.ceil(existingOn(freeRoundMeasured).length / 3)
		);
		expect(await roundsKnown(engine, '2026-05-31')).not.toContain(freeRound);
		await chainHolds(engine);
	});

	test('what a source tells of cooperation last counts, is known from its publication on, and is sealed', async () => {
		const told = (status: string, on: string) =>
			`nis_code,cooperation_kind,item,status,as_of\n34022,actor,partner van de proef,${status},${on}\n`;
		const brought = await bring(engine, 'samenwerking.csv', told('aanwezig', '2026-01-01'));
		expect(brought.lines.join()).toContain('1 fact of cooperation');
		const later = { publishedOn: '2026-07-01' };
		await bring(engine, 'samenwerking-later.csv', told('gestopt', '2026-06-01'), later);
		const of = async (known: string) =>
			(await cooperation(engine.database.read, null, ['34022'], known))
				.filter(({ item }) => item === 'partner van de proef')
				.map(({ status, asOf }) => [status, asOf]);
		expect(await of(today())).toEqual([['gestopt', '2026-06-01']]);
		expect(await of('2026-05-31')).toEqual([]);
		await chainHolds(engine);
	});

	test('a region of five municipalities comes in from one table, and stands among those of its members', async () => {
		expect(await standing(engine, 'vijf-van-de-proef')).toBeNull();
		const brought = await bring(engine, 'regio.csv', REGION);
		expect(brought.lines.join()).toContain('1 region, 5 memberships');
		const own = await standing(engine, 'vijf-van-de-proef');
		expect(own?.members.map(({ municipality }) => municipality.nis)).toEqual(TOWNS);
		expect(own?.stock.value).toBeGreaterThan(0);

		const moment = await momentOf(engine, '');
		const facts = await reference(engine.database, moment.known);
		const kortrijk = facts.places.byCode.get('34022');
		if (!kortrijk) throw new Error('Kortrijk is gone.');
		const lenses = await lensesOf(engine.database, moment, kortrijk, moment.structureOn);
		expect(lenses.now.map(({ standing: one }) => one.region.slug)).toContain('vijf-van-de-proef');
		expect(await standing(engine, 'vijf-van-de-proef', 'known=2026-05-31')).toBeNull();
		await chainHolds(engine);
	});

	test('a goal holds from its own day on: before it nothing changes, and what was known before knows nothing of it', async () => {
		const before = await standing(engine, 'genk', 'on=2024-12-31');
		await bring(engine, 'doel.csv', GOAL);
		const after = await standing(engine, 'genk', 'on=2024-12-31');
		expect({ ...after, coming: [] }).toEqual(before);
		expect(after?.coming).toMatchObject([{ holdsFrom: '2030-01-01', basisPoints: 1200 }]);
		expect((await standing(engine, 'genk', 'on=2029-12-31'))?.goal).toBeNull();

		const then = await standing(engine, 'genk', 'on=2030-12-31');
		expect(then?.goal).toMatchObject({ basisPoints: 1200, deadline: '2035-12-31' });
		expect(then && goalMinutes('Genk', then.share, then.goal).says).toContain(
			'12\u00A0% van de huishoudens, te halen tegen 31/12/2035'
		);
		const past = await standing(engine, 'genk', 'on=2030-12-31&known=2026-05-31');
		expect(past).toMatchObject({ goal: null, coming: [] });

		const moment = await momentOf(engine, 'on=2030-12-31');
		const facts = askedOn(await reference(engine.database, moment.known), moment.known);
		if (!then) throw new Error('Genk is gone.');
		expect(regionBody(then, facts, moment)).toMatchObject({
			goal: { kind: 'reach_share', value: 0.12, holdsFrom: '2030-01-01', deadline: '2035-12-31' }
		});
		await chainHolds(engine);
	});

	test('through its pages a filled database shows the round, the region, and the goal from its day on alone', async () => {
		const round = await page(loadRound, `/voortgangstoets/${freeRound}`, { jaar: `${freeRound}` });
		expect(round).toMatchObject({ round: { thresholds: { realised: 9012, withPlanned: 10_000 } } });
		const [first] = existingOn(freeRoundMeasured);
		expect(round['rows']).toContainEqual(
			expect.objectContaining({
				municipality: expect.objectContaining({ nis: first }) as unknown,
				entered: expect.objectContaining({ category: '2' }) as unknown
			})
		);
		const five = await page(loadRegion, '/regios/vijf-van-de-proef', { slug: 'vijf-van-de-proef' });
		expect((five['standing'] as RegionStanding).members).toHaveLength(TOWNS.length);
		const genk = async (on: string) =>
			(await page(loadRegion, '/regios/genk', { slug: 'genk' }, `op=${on}`))['standing'];
		expect(await genk('2024-12-31')).toMatchObject({ goal: null });
		expect(await genk('2029-12-31')).toMatchObject({ goal: null });
		expect(await genk('2030-12-31')).toMatchObject({
			goal: { basisPoints: 1200, deadline: '2035-12-31' }
		});
		await chainHolds(engine);
	});

	test('a goal of before holds until the day of the next one', async () => {
		const first = GOAL.replace('2030-01-01,0.12', '2027-01-01,10 %');
		await bring(engine, 'eerste-doel.csv', first);
		const goalOn = async (on: string) => (await standing(engine, 'genk', `on=${on}`))?.goal;
		expect(await goalOn('2026-12-31')).toBeNull();
		expect(await goalOn('2029-12-31')).toMatchObject({ basisPoints: 1000 });
		expect(await goalOn('2030-01-01')).toMatchObject({ basisPoints: 1200 });
	});

	test('a norm for new building stands beside the goal for the share, and takes its place nowhere', async () => {
		await bring(
			engine,
			'norm.csv',
			'region,goal_kind,holds_from,share,certainty\nkortrijk,new_building,2026-01-01,15 %,secondary\n'
		);
		const own = await standing(engine, 'kortrijk', 'on=2026-12-31');
		expect(own?.goal).toMatchObject({ kind: 'reach_share', basisPoints: 1100 });
		expect(own?.norm).toMatchObject({ kind: 'new_building', basisPoints: 1500, numerator: null });
	});

	test('a rule that changes asks for its kind and reason; after its withdrawal what held before holds again', async () => {
		const other = ROUND.replace('0.9012', '0.9100');
		const silent = await bring(engine, 'ronde-bis.csv', other);
		expect(silent.findings.map(({ code }) => code)).toEqual(['replaces_earlier', 'reason_missing']);
		const thresholds = async () => {
			const moment = await momentOf(engine, '');
			const facts = await reference(engine.database, moment.known);
			return roundsBy(facts, moment).find(({ year }) => year === freeRound)?.thresholds?.realised;
		};
		const brought = await bring(engine, 'ronde-bis.csv', other, {
			kind: 'correction',
			why: 'Een cijfer stond verkeerd.'
		});
		expect(await thresholds()).toBe(9100);
		await withdraw(engine.database, publicationOf(brought), 'Toch niet.', today());
		expect(await thresholds()).toBe(9012);
		await chainHolds(engine);
	});

	test('a draft of rules shows nowhere until its release, and can be entered again after it was taken back', async () => {
		const file = REGION.replaceAll('vijf-van', 'zes-van');
		const draft = publicationOf(await bring(engine, 'zes.csv', file, { release: 'draft' }));
		expect(await standing(engine, 'zes-van-de-proef')).toBeNull();
		expect((await release(engine.database, draft, null)).ok).toBe(true);
		expect((await standing(engine, 'zes-van-de-proef'))?.members).toHaveLength(5);
		await withdraw(engine.database, draft, 'Eén lid te veel.', today());
		expect(await standing(engine, 'zes-van-de-proef')).toBeNull();
		const fewer = file.split('\n').toSpliced(2, 1).join('\n');
		await bring(engine, 'zes-bis.csv', fewer);
		expect((await standing(engine, 'zes-van-de-proef'))?.members).toHaveLength(4);
		await chainHolds(engine);
	});

	test('a version of before a rule knows nothing of it, on any day; the version that it made does', async () => {
		const { newest } = await reference(engine.database);
		await bring(engine, 'later.csv', REGION.replaceAll('vijf-van', 'later-van'), {
			publishedOn: '2020-06-01'
		});
		const regionAt = async (version: number | null, known: string | null) => {
			const asked = { version, known };
			const { facts } = await asKnown(engine.database, asked, today(), 'api');
			return facts.regions.get('later-van-de-proef')?.slug;
		};
		expect(await regionAt(newest, null)).toBeUndefined();
		expect(await regionAt(newest, '2099-12-31')).toBeUndefined();
		expect(await regionAt(newest + 1, null)).toBe('later-van-de-proef');
		expect(await regionAt(null, null)).toBe('later-van-de-proef');
		expect(await regionAt(null, '2020-06-01')).toBeUndefined();
	});

	test('a membership that ends is one more statement: its withdrawal lets it go on', async () => {
		const end =
			'region,nis_code,valid_from,valid_to\nvijf-van-de-proef,34022,2020-01-01,2023-12-31\n';
		const said = { kind: 'revision', why: 'Kortrijk stapte eruit.' };
		const brought = await bring(engine, 'einde.csv', end, said);
		const members = async () =>
			(await standing(engine, 'vijf-van-de-proef', 'on=2024-12-31'))?.members.length;
		expect(await members()).toBe(4);
		await withdraw(engine.database, publicationOf(brought), 'Kortrijk bleef.', today());
		expect(await members()).toBe(5);
	});

	test('an expected date and a regime with its objective come in as well', async () => {
		await bring(
			engine,
			'kalender.csv',
			'series,reference_date,expected_by,basis,source\nmeasurement,2031-12-31,2032-06-30,law,Proef\n'
		);
		await bring(
			engine,
			'regeling.csv',
			'scheme,name,tenure,status,legal_reference\n' +
				'PROEF-2050,Proef tot 2050,rental_voluntary,in_preparation,Besluit van de proef\n'
		);
		const own = await bring(
			engine,
			'objectief.csv',
			'scheme,nis_code,component,value,status\nPROEF-2050,34022,total,12,provisional\n'
		);
		expect(own.lines.join()).toContain('1 objective');
		const facts = await reference(engine.database);
		expect(facts.schemes.map(({ code }) => code)).toContain('PROEF-2050');
		await chainHolds(engine);
	});

	test('a regime that is told anew stays one regime: what a region was asked in it is there once', async () => {
		const asked = async () => {
			const all = await regionObjectives(engine.database.read, 'all', today());
			return all.filter(({ scheme }) => scheme === 'PROEF-2050');
		};
		await bring(
			engine,
			'gevraagd.csv',
			'scheme,region,component,value\nPROEF-2050,kortrijk,stated,400\n'
		);
		const before = await asked();
		await bring(
			engine,
			'regeling-bis.csv',
			'scheme,name,tenure,status,legal_reference\n' +
				'PROEF-2050,Proef met een andere naam,rental_voluntary,in_preparation,Besluit van de proef\n',
			{ kind: 'revision', why: 'De naam werd een andere.' }
		);
		expect(before).toHaveLength(1);
		expect(await asked()).toEqual(before);
	});

	test('the open data of a day hold the goals of that day, each with the day from which it holds', async () => {
		const goalsOn = async (known: string) => {
			for await (const [name, { columns, rows }] of openTables(engine.database, known))
				if (name === 'goals') return rows.map((row) => row[columns.indexOf('holds_from')]);
			return [];
		};
		expect(await goalsOn('2026-05-31')).not.toContain('2030-01-01');
		expect(await goalsOn(today())).toContain('2030-01-01');
	});

	test('the chain tells when somebody alters a member or a goal that was released', async () => {
		const alter = (region: string) =>
			engine.database.change((transaction) =>
				transaction
					.updateTable('region_membership')
					.set({ valid_from: '2020-01-02' })
					.where('region', '=', region)
					.where('nis_code', '=', '34027')
					.execute()
			);
		await chainHolds(engine);
		await alter('vijf-van-de-proef');
		expect((await verifyChain(engine.database.read)).holds).toBe(false);
	});

	test('rules of which nothing is known any more can be listed and shown', async () => {
		const shown = await runTask(engine.database, { name: 'list' }, null, () => {});
		expect(shown.table?.rows.some((row) => row.includes('Regels van de proef'))).toBe(true);
	});
});
