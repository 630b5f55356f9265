import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { openDatabase } from '#lib/server/database/database.ts';
import { LIMITS } from '#lib/server/database/postgres.ts';
import { COUNTS_FOR } from '#lib/server/web/probe.ts';
import { type Gate, openGate } from '../support/gate.ts';
import { type Cluster, createDatabase, startPostgres, startStandby } from '../support/postgres.ts';
import { type ServedSite, serveSite } from '../support/program.ts';
import { runHere } from '../support/shell.ts';

/** How long (ms) is waited for what comes by itself: how soon says something of the machine alone. */
const SOON = { timeout: 30_000, interval: 100 };
/** The lock that every change takes. */
const WRITE_LOCK = 7_202_642;
const TOWN = '34022';

/** What `/api/health` answers. */
interface Health {
	ready: boolean;
	dataVersion: number;
	writable: boolean;
	whyReadOnly: string | null;
}

/**
 * A primary with its standby, and three servers: one on the primary, one that reads from the standby, one that knows the
 * standby alone. The tests follow one another: the day on which the primary dies.
 */
describe.runIf(inject('starts').cluster)('a primary and its standby', () => {
	const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-standby-'));
	let clusters: [primary: Cluster, standby: Cluster];
	/** Stands at the address of the primary, whichever server that is. */
	let gate: Gate;
	/** Stands before the standby, for the server that also knows the primary. */
	let readGate: Gate;
	let address: { primary: string; standby: string; gate: string; read: string };
	let sites: { first: ServedSite; second: ServedSite; third: ServedSite };

	beforeAll(async () => {
		const primary = await startPostgres();
		if (!primary) throw new Error('There is no PostgreSQL.');
		const url = await createDatabase(primary.url);
		const standby = await startStandby(primary);
		clusters = [primary, standby];
		gate = await openGate(portOf(primary.url));
		readGate = await openGate(portOf(standby.url));
		address = {
			primary: url,
			standby: through(url, portOf(standby.url)),
			gate: through(url, gate.port),
			read: through(url, readGate.port)
		};
	});
	afterAll(async () => {
		await Promise.all(running.map((site) => site.stop()));
		await gate.shut();
		await readGate.shut();
		for (const cluster of clusters) await cluster.stop();
		rmSync(folder, { recursive: true });
	});

	/** How much one server had said when the primary died, and what since. */
	let said = 0;
	const toldSince = () => sites.second.output.slice(said);
	const lastOfReleases = ({ output }: ServedSite) =>
		output.match(/A release (waits|failed).*/g)?.at(-1) ?? '';
	const running: ServedSite[] = [];
	const serve = async (environment: Record<string, string>) => {
		const site = await serveSite(environment);
		running.push(site);
		return site;
	};
	const portOf = (url: string) => Number(new URL(url).port);
	const through = (url: string, port: number) => url.replace(/:\d+\//, `:${port}/`);
	const sql = async (url: string, text: string) => {
		const client = new pg.Client(url);
		await client.connect();
		return (await client.query(text).finally(() => client.end())).rowCount;
	};
	const get = async (site: ServedSite, path: string) => (await fetch(site.address + path)).status;
	const health = async (site: ServedSite) =>
		(await (await fetch(`${site.address}/api/health`)).json()) as Health;
	const data = (url: string, ...args: string[]) =>
		runHere(['data', ...args], { DATABASE_URL: url });
	/** The stock of one town that a server gives on the last day of a year, whatever it was counted by. */
	const stock = async (site: ServedSite, year: number): Promise<number | null> => {
		const asked = `${site.address}/api/v1/municipalities/${TOWN}?on=${year}-12-31`;
		const { stock: found } = (await (await fetch(asked)).json()) as { stock: { value: number } };
		return found.value;
	};
	/** Brings one figure in. */
	const bringIn = (url: string, year: number, value: number, ...more: string[]) => {
		const file = join(folder, `${year}.csv`);
		const head = 'nis_code,reference_date,indicator,value';
		writeFileSync(file, `${head}\n${TOWN},${year}-12-31,stock,${value}\n`);
		return data(url, 'import', file, '--publisher', 'Proef', ...more);
	};

	test('two servers that start at the same moment on an empty primary both come up', async () => {
		const [first, second] = await Promise.all([
			serve({ DATABASE_URL: address.gate }),
			serve({ DATABASE_URL: address.gate, DATABASE_READ_URL: address.read })
		]);
		const third = await serve({ DATABASE_URL: address.standby });
		sites = { first, second, third };
		expect(third.output).toMatch(/Pages are served, changes wait\. .* is a standby/);
		for (const site of [first, second, third]) expect(await get(site, '/')).toBe(200);
		expect(await health(first)).toMatchObject({ ready: true, writable: true, whyReadOnly: null });
		expect(await health(second)).toMatchObject({ ready: true, writable: true });
		expect(await health(third)).toMatchObject({
			ready: true,
			writable: false,
			whyReadOnly: expect.stringMatching('is a standby')
		});
	});

	test('what is released through the primary is seen on every server', async () => {
		expect(await bringIn(address.gate, 2023, 3101)).toMatchObject({ code: 0 });
		for (const site of Object.values(sites))
			await vi.waitFor(async () => expect(await stock(site, 2023)).toBe(3101), SOON);
	});

	test('a standby that lags shows its own version, and the newest when it has caught up', async () => {
		await setTimeout(COUNTS_FOR); // what a server last said of its health is no longer repeated
		await sql(address.standby, 'select pg_wal_replay_pause()');
		const before = await health(sites.second);
		expect(await bringIn(address.gate, 2022, 3102)).toMatchObject({ code: 0 });
		await vi.waitFor(async () => expect(await stock(sites.first, 2022)).toBe(3102), SOON);
		expect(await stock(sites.second, 2022)).not.toBe(3102);
		expect((await health(sites.second)).dataVersion).toBe(before.dataVersion);
		await vi.waitFor(
			async () =>
				expect((await health(sites.first)).dataVersion).toBeGreaterThan(before.dataVersion),
			SOON
		);
		await sql(address.standby, 'select pg_wal_replay_resume()');
		await vi.waitFor(async () => expect(await stock(sites.second, 2022)).toBe(3102), SOON);
	});

	test('who has read what a standby has not yet, does not go back in time on it', async () => {
		const database = await openDatabase({ databaseUrl: address.gate, dataDir: '' }, LIMITS);
		await sql(address.standby, 'select pg_wal_replay_pause()');
		await database.change(() => Promise.resolve());
		const shown = await database.version();
		await gate.shut();
		await gate.open(portOf(address.standby));
		const refusal = `pages have shown ${shown}`;
		await vi.waitFor(() => expect(database.version()).rejects.toThrow(refusal), SOON);
		await sql(address.standby, 'select pg_wal_replay_resume()');
		await vi.waitFor(() => expect(database.version()).resolves.toBe(shown), SOON);
		await gate.shut();
		await gate.open(portOf(address.primary));
		await database.close();
	});

	test('while its standby is away, a server reads at the primary, and then at the standby again', async () => {
		await readGate.shut();
		expect(await bringIn(address.gate, 2018, 3106)).toMatchObject({ code: 0 });
		await vi.waitFor(async () => expect(await stock(sites.second, 2018)).toBe(3106), SOON);
		expect(await get(sites.second, '/gemeenten/41002')).toBe(200);
		const started = await serve({
			DATABASE_URL: address.gate,
			DATABASE_READ_URL: address.read
		});
		expect(await get(started, '/gemeenten/41002')).toBe(200);
		await started.stop();

		await readGate.open();
		const readers = `select from pg_stat_activity
			where datname = current_database() and application_name like 'woonobjectief ${sites.second.process.pid} %'`;
		await vi.waitFor(
			async () => expect(await sql(address.standby, readers)).toBeGreaterThan(0),
			SOON
		);
	});

	test('a server that knows the standby of a database without our schema says what to do', async () => {
		const [, { url }] = clusters;
		await expect(openDatabase({ databaseUrl: url, dataDir: '' })).rejects.toThrow(
			/is a standby.* start it once with the primary in DATABASE_URL/
		);
	});

	test('a change through a standby is refused in words', async () => {
		const { code, output } = await bringIn(address.standby, 2021, 3103);
		expect(output).toMatch(/Nothing was written\. .* is a standby, which only reads: promote it/);
		expect(code).toBe(1);
	});

	test('when the primary dies, pages are served, and what writes says why it waits', async () => {
		await vi.waitFor(async () => expect((await health(sites.first)).writable).toBe(true), SOON);
		// What kept releases waiting before is over: what keeps them from now on is told anew.
		await vi.waitFor(() => expect(lastOfReleases(sites.second)).not.toMatch(/waits: /), SOON);
		expect(await bringIn(address.gate, 2020, 3104, '--draft')).toMatchObject({ code: 0 });
		const holder = new pg.Client(address.primary);
		holder.on('error', () => undefined);
		await holder.connect();
		// Its moment comes while another change is under way: then the primary dies.
		await holder.query(`select pg_advisory_lock(${WRITE_LOCK})`);
		await holder.query("update publication set release_at = now() where known_from = 'infinity'");
		const due = 'select from publication where release_at is not null';
		await vi.waitFor(async () => expect(await sql(address.standby, due)).toBe(1), SOON);
		said = sites.second.output.length;
		const [primary] = clusters;
		await primary.kill();
		await gate.shut();

		const unseen = ['/gemeenten/71016', '/regios/genk', '/api/v1/regions/oostende'];
		for (const site of [sites.second, sites.third])
			for (const path of unseen) expect(await get(site, path), path).toBe(200);
		expect(await health(sites.second)).toMatchObject({
			ready: true,
			writable: false,
			whyReadOnly: expect.stringMatching(/does not answer \([^:]+\): start it, or name another/)
		});
		await vi.waitFor(() => expect(toldSince()).toMatch(/A release waits: /), SOON);
		const { code, output } = await bringIn(address.gate, 2019, 3105);
		expect(output).toMatch(/ECONNREFUSED .*Start PostgreSQL, or correct DATABASE_URL/);
		expect(code).toBe(1);
		const fourth = await serve({
			DATABASE_URL: address.gate,
			DATABASE_READ_URL: address.standby
		});
		expect(fourth.output).toMatch(/Pages are served, changes wait\. The primary/);
		expect(await get(fourth, '/regios/kortrijk')).toBe(200);
		await fourth.stop();
	});

	test('when the standby is promoted, what waited is done, and nothing was lost', async () => {
		await sql(address.standby, 'select pg_promote()');
		await gate.open(portOf(address.standby));
		for (const site of Object.values(sites)) {
			await vi.waitFor(async () => expect((await health(site)).writable).toBe(true), SOON);
			await vi.waitFor(async () => expect(await stock(site, 2020)).toBe(3104), SOON);
		}
		expect(await bringIn(address.gate, 2019, 3105)).toMatchObject({ code: 0 });
		for (const site of Object.values(sites)) {
			await vi.waitFor(async () => expect(await stock(site, 2019)).toBe(3105), SOON);
			expect([await stock(site, 2023), await stock(site, 2022)]).toEqual([3101, 3102]);
		}
		expect(toldSince().match(/A release waits: /g), 'said once').toHaveLength(1);
		expect((await data(address.gate, 'verify')).output).toMatch(/^The chain holds: /);
	});
});
