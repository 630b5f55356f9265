import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { addDays } from '#lib/domain/dates.ts';
import { editionOn, keptPackage, packageDays, sumsOf } from '#lib/server/formats/open-data/kept.ts';
import { makePackage, packageFiles } from '#lib/server/formats/open-data/package.ts';
import { verifyChain } from '#lib/server/desk/release/chain.ts';
import { readReference, reference } from '#lib/server/reference/reference.ts';
import type { FileTask } from '#lib/server/tasks/file-task.ts';
import { release } from '#lib/server/desk/release/release.ts';
import { withdraw } from '#lib/server/desk/release/withdraw.ts';
import { today } from '#lib/server/today.ts';
import { describeEachEngine, describeEngine } from '../support/engines.ts';
import { facts, figures, unpublishedMembers } from '../support/facts.ts';
import { importRows, importText, publicationOf } from '../support/importing.ts';
import { register } from '../support/register.ts';
import { undone } from '../support/undone.ts';

const DATE = '2023-12-31';
/** A day of the start data set; small, so that it can be made again after each step. */
const EARLY = '2012-03-19';
/** The first figures of Gent, known by then. */
const WITHDRAWN = figures('44021', 'stock_b', '2009-12-31').at(-1)?.publication_id ?? 0;
/** A municipality of which nobody published these figures. */
const [TOWN = ''] = unpublishedMembers('kortrijk', ['stock_b', 'plots'], DATE, '2010-12-31');
const YESTERDAY = addDays(today(), -1);
/** Checksums by day, of the engine that came first. */
const elsewhere = new Map<string, string>();

describeEachEngine('practice', (engine) => {
	test.for([EARLY, YESTERDAY])('%s gives the same bytes on both engines', async (day) => {
		const { database } = engine;
		const { sha256 } = await makePackage(database, editionOn(await reference(database), day));
		expect(sha256).toBe(elsewhere.get(day) ?? sha256);
		elsewhere.set(day, sha256);
	});
});

// Without the practice figures, which make most of a package.
describeEachEngine('facts', (engine) => {
	const before = new Map<string, string>();
	const present = () => readReference(engine.database.read);
	const editionOf = async (day: string) => editionOn(await present(), day);
	const sum = async (day: string) =>
		(await makePackage(engine.database, await editionOf(day))).sha256;

	beforeAll(async () => {
		for (const day of [EARLY, YESTERDAY]) before.set(day, await sum(day));
	});

	const unchanged = async (day: string) => expect(await sum(day)).toBe(before.get(day));
	const run = (name: string, text: string, said: Partial<FileTask> = {}) =>
		importText(engine.database, name, text, said);
	/** Imports one figure of the town, and returns the number of its publication. */
	const figure = async (cells: string, said: Partial<FileTask> = {}) =>
		publicationOf(await importRows(engine.database, [`${TOWN},${cells}`], said));
	/** The tables of the package of a day. */
	async function tables(day: string) {
		const files = await packageFiles(engine.database, await editionOf(day));
		return (name: string) => {
			const { content = new Uint8Array() } = files.find((one) => one.path === `${name}.csv`) ?? {};
			return parse(Buffer.from(content), { columns: true }) as Record<string, string>[];
		};
	}
	const stockIn = (rows: Record<string, string>[]) =>
		rows.filter(
			(one) =>
				one['nis'] === TOWN && one['reference_date'] === DATE && one['indicator'] === 'stock_b'
		);

	test('days without a publication have no package of their own, days with one do, today is not over', async () => {
		const days = (await packageDays(engine.database, today())).map((one) => one.day);
		const published = new Set(
			facts.publications.map((one) => one.known_from).filter((day) => day < today())
		);
		expect(published.isSubsetOf(new Set(days))).toBe(true);
		expect(days).toContain(EARLY);
		const silent = [1, 2, 3, 4, 5, 6, 7].map((more) => addDays(EARLY, more));
		expect(days.filter((day) => silent.includes(day))).toEqual(
			silent.filter((day) => published.has(day)).toReversed()
		);
		expect(days).not.toContain(today());
		expect(days).toEqual(days.toSorted().reverse());
	});

	describe('what happens later leaves the package of an earlier day as it was', () => {
		let first = 0;

		test('a draft, which is in no package at all', async () => {
			first = await figure(`${DATE},stock,3101`, { release: 'draft' });
			await unchanged(EARLY);
			const days = await packageDays(engine.database, addDays(today(), 1));
			const events = days.flatMap((one) => one.events);
			expect(events.map((one) => one.publication)).not.toContain(first);
		});

		test('a release, which is in the package of its own day', async () => {
			await release(engine.database, first, null);
			await unchanged(EARLY);
			const figures = stockIn((await tables(today()))('figures'));
			expect(figures).toMatchObject([{ value: '3101', publication: String(first) }]);
		});

		test('a correction', async () => {
			await figure(`${DATE},stock,3102`, { kind: 'correction', why: 'Dubbel geteld' });
			await unchanged(EARLY);
		});

		test('a release with a day of publication in the past: it was not known here yet', async () => {
			const third = await figure('2010-12-31,plots,7', { publishedOn: '2012-01-10' });
			await unchanged(EARLY);
			const days = await packageDays(engine.database, addDays(today(), 1));
			const own = days.find((one) => one.events.some((each) => each.publication === third));
			expect(own?.day).toBe(today());
		});

		test('a membership that moves to another region', async () => {
			const because = 'Beslist';
			const igs = await run('igs.csv', 'gemeente,igs\nKortrijk,igs31\n', {
				on: '2026-02-01',
				accept: [
					{ code: 'membership_ends', because },
					{ code: 'membership_starts', because }
				]
			});
			expect(igs.lines.join()).toContain('publication');
			await unchanged(EARLY);
		});

		test('a municipality that leaves its region for no other, and one that merges under a new name', async () => {
			const because = 'Beslist';
			const asked = [
				'membership_ends',
				'changed_municipality',
				'new_municipality',
				'new_succession'
			] as const;
			const accept = asked.map((code) => ({ code, because }));
			const left = await run('igs.csv', 'gemeente,igs\nAnzegem,\n', { on: '2026-02-01', accept });
			expect(left.lines.join()).toContain('publication');
			const written = register(
				['34013', 'Harelbeke', '01/01/1970', '31/12/2030'],
				['34022', 'Kortrijk aan de Leie', '01/01/1970', '31/12/9999'],
				['34023', 'Kuurne', '01/01/1970', '31/12/2030'],
				['34099', 'Leiestad', '01/01/2031', '31/12/9999']
			);
			const map = { successors: { '34013': '34099', '34023': '34099' } };
			const merged = await run('refnis.txt', written, { map, accept });
			expect(merged.lines.join()).toContain('publication');
			await unchanged(EARLY);
		});

		test('a withdrawal, also of a publication of the start data set', async () => {
			await withdraw(engine.database, first, 'Verkeerd bestand', today());
			await withdraw(engine.database, WITHDRAWN, 'Ingetrokken door de uitgever', today());
			await unchanged(EARLY);
			const find = (rows: Record<string, string>[]) =>
				rows.find((one) => one['id'] === String(WITHDRAWN));
			expect(find((await tables(EARLY))('publications'))?.['withdrawn_on']).toBe('');
			const now = await tables(today());
			expect(find(now('publications'))).toMatchObject({ withdrawn_on: today() });
			const renamed = now('places').find((one) => one['nis'] === '34022');
			expect(renamed?.['name']).toBe('Kortrijk aan de Leie');
			const own = now('figures').filter((one) => one['publication'] === String(WITHDRAWN));
			expect(own).toEqual([]);
			expect(stockIn(now('figures'))).toMatchObject([{ value: '3102' }]);
		});

		test('all of it together, for the package of yesterday', () => unchanged(YESTERDAY));
	});

	describe('the package of a version', () => {
		test('is what is made of it, written once: a later program that makes another one changes nothing', async () => {
			const edition = await editionOf(EARLY);
			const kept = await keptPackage(engine.database, edition);
			expect(kept.sha256).toBe(before.get(EARLY));
			const again = await keptPackage(engine.database, { ...edition, known: '2011-01-01' });
			expect(Buffer.from(again.content)).toEqual(Buffer.from(kept.content));
			expect((await sumsOf(engine.database, [])).get(edition.version)).toEqual({
				bytes: kept.content.length,
				sha256: kept.sha256
			});
		});

		test('is sealed in the chain and makes no version; one that is altered no longer holds', async () => {
			const { version } = await editionOf(EARLY);
			const { newest } = await present();
			expect(await verifyChain(engine.database.read)).toMatchObject({ holds: true });
			expect((await readReference(engine.database.read)).newest).toBe(newest);
			const problem = await undone(engine.database, async (transaction, reader) => {
				await transaction
					.updateTable('version_package')
					.set({ content: Buffer.from('iets anders') })
					.where('version', '=', version)
					.execute();
				return (await verifyChain(reader)).problem;
			});
			expect(problem).toContain(`the package of version ${version}`);
		});

		test('is asked twice at once and written once', async () => {
			const edition = await editionOf('2012-12-31');
			const both = await Promise.all([1, 2].map(() => keptPackage(engine.database, edition)));
			expect(both[0]?.sha256).toBe(both[1]?.sha256);
			expect(await verifyChain(engine.database.read)).toMatchObject({ holds: true });
		});
	});
});

// The embedded engine answers one question after another; here another process may come between.
describeEngine('postgresql', 'facts', (engine) => {
	test('a package that is sealed while the chain is verified raises no alarm', async () => {
		const { database } = engine;
		const edition = editionOn(await reference(database), EARLY);
		let sealing: Promise<unknown> | undefined;
		const reader = database.read.withPlugin({
			transformQuery: ({ node }) => node,
			transformResult: async ({ result }) => {
				await (sealing ??= keptPackage(database, edition)); // after the first answer
				return result;
			}
		});
		expect(await verifyChain(reader)).toMatchObject({ problem: null });
		expect(sealing).toBeDefined();
	});
});
