import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { reset } from '#db/seed/load.ts';
import { addDays, type Day } from '#lib/domain/dates.ts';
import { editionAt } from '#lib/server/formats/open-data/kept.ts';
import { packageFiles, type PackageFile } from '#lib/server/formats/open-data/package.ts';
import type { FileTask } from '#lib/server/tasks/file-task.ts';
import { ASKED_CODES } from '#lib/server/desk/findings/rules.ts';
import { verifyChain } from '#lib/server/desk/release/chain.ts';
import { keepProposal, takeStep } from '#lib/server/deeds/proposals.ts';
import type { Person } from '#lib/server/people/roles.ts';
import { release } from '#lib/server/desk/release/release.ts';
import { withdrawReply, writeReply } from '#lib/server/desk/release/reply.ts';
import { withdraw } from '#lib/server/desk/release/withdraw.ts';
import { PageCache } from '#lib/server/web/page-cache.ts';
import { readReference } from '#lib/server/reference/reference.ts';
import { provideRuntime } from '#lib/server/web/runtime.ts';
import type { MunicipalityStanding } from '#lib/server/standing/standing.ts';
import { dayOf, today } from '#lib/server/today.ts';
import { minutesText, type Issued } from '#lib/text/citation.ts';
import { count } from '#lib/text/format.ts';
import { areaMinutes } from '#lib/text/minutes.ts';
import { frozenAddress } from '../../src/routes/links.ts';
import { load as loadTown } from '../../src/routes/(data)/gemeenten/[nis=nis]/+page.server.ts';
import { load as loadRegion } from '../../src/routes/(data)/regios/[slug=slug]/+page.server.ts';
import { load as loadPublications } from '../../src/routes/(data)/cijfers/+page.server.ts';
import { load as loadLaw } from '../../src/routes/(data)/objectief/+page.server.ts';
import { load as loadSince } from '../../src/routes/(sinds)/gemeenten/[nis=nis]/sinds/+page.server.ts';
import { answerAt } from '../../src/routes/api/v1/answers.ts';
import { question } from '../../src/routes/question.ts';
import { describeEachEngine } from '../support/engines.ts';
import { importRows, importText, publicationOf } from '../support/importing.ts';
import { person } from '../support/people.ts';
import { register } from '../support/register.ts';

/** The members that are published of, and what of them. */
const TOWNS = ['34022', '34027'] as const;
const TOWN = TOWNS[0];
const REGION = 'kortrijk';
/** From which day changes are asked. */
const LONG_AGO = '2020-01-01';
const SERIES = [
	['stock', '2022-12-31'],
	['stock', '2023-12-31'],
	['households', '2023-01-01'],
	['households', '2024-01-01'],
	['realised', '2023-12-31']
] as const;
/** A file of each kind of rule, about a town and with a number in it. */
const RULES: readonly ((town: string, value: number) => string)[] = [
	(_, value) =>
		`region,goal_kind,holds_from,share,deadline,certainty\n${REGION},reach_share,2020-01-01,0.${100 + (value % 50)},2035-12-31,stated\n`,
	(_, value) =>
		`round,measured_on,threshold_realised,threshold_with_planned,legal_reference\n2024,2023-12-31,0.${70 + (value % 30)},1,Proef\n`,
	(_, value) =>
		`scheme,name,tenure,status,starts_on,deadline,baseline_on,legal_reference\nBSO-2042,Regeling ${value},rental,in_preparation,2026-01-01,2042-12-31,2025-12-31,Proef\n`,
	(_, value) =>
		`scheme,code,position,rule_kind,name,about,legal_reference\nBSO-2009-HUUR,step_1,1,component,Stap,Regel ${value},Proef\n`,
	(_, value) => `scheme,day,about\nBSO-2009-HUUR,2016-10-14,Dag ${value}\n`,
	(_, value) =>
		`scheme,code,position,says,verified,certainty\nBSO-2009-HUUR,proef,1,Zin ${value},true,stated\n`,
	(town, value) =>
		`scheme,nis_code,component,status,value\nBSO-2009-HUUR,${town},total,compulsory,${value % 300}\n`,
	(_, value) =>
		`scheme,region,component,value\nBSO-2009-HUUR,provincie-west-vlaanderen,total,${value}\n`,
	(town, value) =>
		`region,name,kind,nis_code,valid_from\nproef-${value % 2},Proef ${value},gebied,${town},2020-01-01\n`,
	(_, value) =>
		`series,reference_date,expected_by,basis,source\nbaseline,2025-12-31,2026-12-31,decision,Bron ${value}\n`
];
/** How often something happens. */
const EVENTS = 6;
/** What the series is drawn from; to see a series again, give the number that its test was named with. */
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

/** Something that may happen; `days` have passed since the one before. */
const event = fc.record({
	days: fc.nat(2),
	what: fc.constantFrom(
		'figures',
		'figures',
		'figures',
		'draft',
		'release',
		'withdrawal',
		'reply',
		'agreement',
		'membership',
		'rule',
		'rule',
		'register'
	),
	rule: fc.nat(RULES.length - 1),
	town: fc.nat(TOWNS.length - 1),
	series: fc.nat(SERIES.length - 1),
	value: fc.integer({ min: 500, max: 9_000 }),
	/** So many days before its entry it was published. */
	published: fc.option(fc.nat(400)),
	kind: fc.constantFrom('first' as const, 'revision' as const, 'correction' as const),
	pick: fc.nat(20)
});
type Happening = ReturnType<typeof event.generate>['value'];

const accept = ASKED_CODES.map((code) => ({ code, because: 'Proef' }));
const digest = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');

/** What must be told of a town alike wherever it is told. */
interface Told {
	stock: number | null;
	households: number | null;
	share: number | null;
}

type Files = readonly PackageFile[];
type Load = (event: unknown) => Promise<unknown>;

describeEachEngine('empty', (engine) => {
	beforeAll(async () => {
		await reset(engine.database, 'empty');
		keeper = await person(engine, 'regio', ['region']);
		provideRuntime({ database: engine.database, pages: new PageCache(), files: new Map() });
	});

	const at = (path: string, query: string) => new URL(`http://site${path}?${query}`);
	const loaded = async (load: unknown, path: string, params: object, query: string) =>
		(await (load as Load)({ url: at(path, query), params })) as Record<string, unknown>;
	const text = async (path: string, query: string) => {
		const answer = await answerAt(path)?.(at(`/api/v1/${path}`, query));
		if (answer?.status !== 200) throw new Error(`${path}?${query} answers ${answer?.status}`);
		return answer.text();
	};

	const page = async (query: string) => {
		const data = await loaded(loadTown, `/gemeenten/${TOWN}`, { nis: TOWN }, query);
		const { moment } = await question(at(`/gemeenten/${TOWN}`, query));
		return { data, moment, standing: data['standing'] as MunicipalityStanding };
	};
	const minutes = ({ data, moment, standing }: Awaited<ReturnType<typeof page>>) =>
		minutesText(areaMinutes(standing.municipality.name, standing), {
			publications: data['publications'] as ReadonlyMap<number, Issued>,
			known: moment.known,
			address: 'http://site/'
		});

	/** Everything that the site shows of a state of knowledge, as sums by where it is shown. */
	async function shown(query: string, asked: string, day: Day): Promise<Record<string, string>> {
		const since = `van=${LONG_AGO}&tot=${day}&${query}`;
		const changed = `municipality=${TOWN}&from=${LONG_AGO}&to=${day}&${asked}`;
		const own = await page(query);
		const region = await loaded(loadRegion, `/regios/${REGION}`, { slug: REGION }, query);
		const publications = await loaded(loadPublications, '/cijfers', {}, query);
		return Object.fromEntries(
			Object.entries({
				page: plain(own.data),
				region: plain(region),
				law: plain(await loaded(loadLaw, '/objectief', {}, query)),
				since: plain(
					(await loaded(loadSince, `/gemeenten/${TOWN}/sinds`, { nis: TOWN }, since))['change']
				),
				changes: await text('changes', changed),
				publications: plain(publications['publications']),
				minutes: minutes(own),
				json: await text(`municipalities/${TOWN}`, asked),
				csv: await text(`municipalities/${TOWN}.csv`, asked),
				regionJson: await text(`regions/${REGION}`, asked)
			}).map(([where, said]) => [where, digest(said)])
		);
	}

	const packageAt = async (version: number) => {
		const edition = editionAt(await present(), version);
		if (!edition) throw new Error(`There is no version ${version}.`);
		return packageFiles(engine.database, edition);
	};
	const present = () => readReference(engine.database.read);
	const sumOf = (files: Files) => digest(files.map(({ content }) => digest(content)).join());

	/** What a version tells of the town, by where it is told. */
	async function told(version: number, files: Files): Promise<Record<string, Told>> {
		const [query, asked] = [`versie=${version}`, `version=${version}`];
		const { standing } = await page(query);
		const json = JSON.parse(await text(`municipalities/${TOWN}`, asked)) as Record<
			keyof Told,
			{ value: number | null }
		>;
		const csv = await text(`municipalities/${TOWN}.csv`, asked);
		const table = files.find(({ path }) => path === 'municipalities.csv')?.content;
		return {
			page: valuesOf((key) => standing[key].value),
			json: valuesOf((key) => json[key].value),
			csv: rowOf(csv),
			package: rowOf(Buffer.from(table ?? []).toString())
		};
	}

	const drafts: number[] = [];
	const released: number[] = [];
	const replies: number[] = [];
	const agreements: number[] = [];
	let keeper: Person;

	async function happen(one: Happening): Promise<void> {
		const { database } = engine;
		const [indicator, date] = SERIES[one.series] ?? SERIES[0];
		const town = TOWNS[one.town] ?? TOWN;
		const said: Partial<FileTask> = {
			kind: one.kind,
			why: 'Proef',
			accept,
			publishedOn: one.published === null ? null : addDays(today(), -one.published)
		};
		const figures = (more: Partial<FileTask> = {}) =>
			importRows(database, [`${town},${date},${indicator},${one.value}`], { ...said, ...more });
		const taken = <Value>(from: Value[]): Value | undefined =>
			from.splice(one.pick % Math.max(1, from.length), 1)[0];
		switch (one.what) {
			case 'draft':
				drafts.push(publicationOf(await figures({ release: 'draft' })));
				return;
			case 'release': {
				const id = taken(drafts);
				if (id !== undefined) released.push(id);
				await (id === undefined ? figures() : release(database, id, null));
				return;
			}
			case 'withdrawal': {
				const id = taken(released);
				await (id === undefined ? figures() : withdraw(database, id, 'Proef', today()));
				return;
			}
			case 'reply': {
				const id = one.pick % 2 === 0 ? taken(replies) : undefined;
				if (id !== undefined) await withdrawReply(database, id, 'Proef', today());
				else replies.push(await reply(town, date, one.value));
				return;
			}
			case 'agreement': {
				const id = one.pick % 2 === 0 ? taken(agreements) : undefined;
				if (id !== undefined) await stepOf(id, 'withdrawn');
				else agreements.push(await agree(one.value));
				return;
			}
			case 'membership': {
				const rows = `gemeente,igs\nKuurne,igs${30 + (one.value % 3)}\n`;
				await importText(database, 'igs.csv', rows, { on: dayOf(new Date()), accept });
				return;
			}
			case 'rule': {
				const more = '\n'.repeat(released.length); // no two files are the same
				const rows = (RULES[one.rule]?.(town, one.value) ?? '') + more;
				released.push(publicationOf(await importText(database, 'regels.csv', rows, said)));
				return;
			}
			case 'register': {
				const written = register([TOWN, `Kortrijk ${one.value}`, '01/01/1970', '31/12/9999']);
				await importText(database, 'refnis.txt', written, { accept });
				return;
			}
			case 'figures':
				released.push(publicationOf(await figures()));
				return;
			default:
				one.what satisfies never;
		}
	}

	async function reply(nis: string, date: Day, value: number): Promise<number> {
		const given = { nis, figure: 'stock' as const, date, givenOn: today(), by: 'College' };
		const words = `Wij tellen ${value} woningen.`;
		const { lines } = await writeReply(
			engine.database,
			{ ...given, words, reference: null },
			today()
		);
		return Number(/reply (\d+)/.exec(lines.join())?.[1]);
	}

	const stepOf = async (id: number, state: 'agreed' | 'withdrawn') =>
		takeStep(engine.database, id, { state, decidedOn: today(), because: 'Proef' }, keeper, today());

	async function agree(value: number): Promise<number> {
		const kept = {
			...{ region: REGION, name: `Proef ${value}`, organisation: 'Proefdienst', goal: 1100 },
			...{ on: '2022-12-31', by: '2030-12-31', exchanges: '', predecessor: null }
		};
		const id = await keepProposal(
			engine.database,
			{ ...kept, parts: `${TOWN}-${value}` },
			{ decidedOn: today(), because: null },
			keeper,
			today()
		);
		await stepOf(id, 'agreed');
		return id;
	}

	describe(`a random series of imports, rules, corrections, withdrawals, replies, registers and days (SEED=${SEED})`, () => {
		/** What each version showed when it was the newest one. */
		const then = new Map<number, { shown: Record<string, string>; package: string; day: Day }>();
		/** At each version, the frozen address of the page as it stood then, and what that showed. */
		const frozen = new Map<number, { address: string; standing: string }>();

		beforeAll(async () => {
			const [series = []] = fc.sample(
				fc.array(event, { minLength: EVENTS, maxLength: EVENTS, size: 'max' }),
				{ seed: SEED, numRuns: 1 }
			);
			vi.useFakeTimers({ toFake: ['Date'] });
			const { newest: start } = await present();
			for (const one of series) {
				vi.setSystemTime(Date.now() + one.days * 86_400_000 + 60_000);
				await happen(one);
				const { newest } = await present();
				if (newest === start || then.has(newest)) continue;
				const [query, asked] = [`versie=${newest}`, `version=${newest}`];
				then.set(newest, {
					shown: await shown(query, asked, today()),
					package: sumOf(await packageAt(newest)),
					day: today()
				});
				const { moment, standing } = await page('');
				const address = new URL(frozenAddress(at('/', ''), moment)).search.slice(1);
				frozen.set(newest, { address, standing: plain(standing) });
			}
			return () => vi.useRealTimers();
		});

		test('makes versions', () => expect(then.size).toBeGreaterThan(2));

		test('no later event changes what an earlier version shows: page, region, list of sources, minutes, API, CSV', async () => {
			for (const [version, before] of then) {
				const after = await shown(`versie=${version}`, `version=${version}`, before.day);
				expect(after, `version ${version}`).toEqual(before.shown);
			}
		});

		test('nor its package; and page, API, CSV, package and minutes of a version tell the same', async () => {
			for (const [version, before] of then) {
				const files = await packageAt(version);
				expect(sumOf(files), `version ${version}`).toBe(before.package);
				const { page: own, ...others } = await told(version, files);
				expect(Object.values(others), `version ${version}`).toEqual([own, own, own]);
				const { stock } = own ?? {};
				if (stock != null) expect(minutes(await page(`versie=${version}`))).toContain(count(stock));
			}
		});

		test('a frozen address shows what the page showed from which it was taken', async () => {
			for (const [version, { address, standing }] of frozen) {
				expect(address).toContain(`versie=${version}`);
				expect(plain((await page(address)).standing)).toBe(standing);
			}
		});

		test('a day that is over is its last version', async () => {
			const lastOf = new Map([...then].map(([version, { day }]) => [day, version]));
			for (const [day, version] of lastOf) {
				if (day === today()) continue;
				expect(await shown(`bekend=${day}`, `known=${day}`, day), day).toEqual(
					then.get(version)?.shown
				);
			}
		});

		test('the chain holds', async () =>
			expect(await verifyChain(engine.database.read)).toMatchObject({ holds: true }));
	});
});

function valuesOf(value: (key: keyof Told) => number | null): Told {
	return { stock: value('stock'), households: value('households'), share: value('share') };
}

/** The town in a table of municipalities. */
function rowOf(csv: string): Told {
	const rows = parse(csv, { columns: true }) as Record<string, string>[];
	const row = rows.find((one) => one['nis'] === TOWN) ?? {};
	return valuesOf((key) => (row[key] ? Number(row[key]) : null));
}

/** Beside the numbers of a version a page tells what is known now, and which addresses and names lead there. */
const BESIDE = ['now', 'address', 'unknownOf', 'today', 'names', 'publications', 'sources', 'href'];

/** What a page is made of, as text. */
const plain = (value: unknown): string =>
	JSON.stringify(value, (key, one: unknown) =>
		BESIDE.includes(key)
			? undefined
			: one instanceof Map
				? [...(one as Map<unknown, unknown>)]
				: one
	) ?? '';
