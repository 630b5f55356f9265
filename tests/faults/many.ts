/** Much at once, of what costs most and of what is scarce: everything is answered or sent away, and seen pages stay quick. */
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { openDatabase } from '#lib/server/database/database.ts';
import { environment } from '../bench/stage.ts';
import { importRows } from '../support/importing.ts';
import { type ServedSite, serveSite } from '../support/program.ts';
import { meanwhile, memoryOf, ms, quantile, timed } from './asked.ts';
import { hold, type Trial } from './fault.ts';
import { municipalities, rowsOf } from './figures.ts';

const SEEN = '/gemeenten/34022';
/** How much slower (times) a page that was seen may come. Below a few ms the scheduler of the system decides. */
const SLOWER = 5;
const UNFELT = 8;
/** Most memory (MB) of the whole process: what the threads may take, and the site itself. */
const MOST_MEMORY = 1_100;

/** The costliest addresses for so many municipalities; each differs from the others in what a page reads. */
function costliest(codes: readonly string[]): string[] {
	const all = `gemeenten=${codes.join(',')}`;
	const days = ['2021', '2022', '2023', '2024'].map((year) => `${year}-12-31`);
	return days.flatMap((day) => [
		`/uitvoer/regios/eigen/kaart.png?${all}&op=${day}`,
		`/uitvoer/regios/eigen/leden.xlsx?${all}&op=${day}`,
		`/vergadering/eigen/bestand?${all}&op=${day}`,
		`/vergadering/eigen?${all}&op=${day}`,
		`/api/v1/versions/1900-01-01/${day}`
	]);
}

/** Twenty of the costliest addresses at once. */
export const costlyAtOnce: Trial = async (ground) => {
	const place = await ground.copy('embedded');
	const addresses = costliest(await municipalities(place));
	const site = await serveSite(environment(place));
	try {
		const usual = quantile(await meanwhile(site.address + SEEN, wait(2_000), 5), 0.5);
		const all = Promise.all(addresses.map((path) => timed(site.address + path)));
		const during = await meanwhile(site.address + SEEN, all);
		const statuses = (await all).map(({ status }) => status);
		const strange = statuses.filter((status) => ![200, 307, 400, 414, 503].includes(status));
		hold(strange.length === 0, `answered with ${strange.join()}`);
		const [middle, slow] = [quantile(during, 0.5), quantile(during, 0.99)];
		hold(
			middle <= SLOWER * Math.max(usual, UNFELT),
			`a seen page took ${ms(middle)}, usually ${ms(usual)}`
		);
		const { peak } = memoryOf(site.process.pid);
		hold(peak <= MOST_MEMORY, `${peak.toFixed(0)} MB in memory`);
		const made = statuses.filter((status) => status === 200).length;
		return (
			`${made} made, ${statuses.length - made} sent away; a seen page ${ms(middle)} (p99 ${ms(slow)}), ` +
			`usually ${ms(usual)}; ${peak.toFixed(0)} MB at most`
		);
	} finally {
		await site.stop();
	}
};

/** The Atom feed after many revisions, while others look at a page. */
export const feedOfMany: Trial = async (ground) => {
	const MANY = 24;
	const place = await ground.copy('embedded');
	const codes = await municipalities(place);
	const database = await openDatabase(place);
	await importRows(database, rowsOf(codes, 0));
	for (let number = 1; number <= MANY; number++) {
		const rows = rowsOf(codes, 0).map((row) => `${row}${number}`);
		await importRows(database, rows, { kind: 'revision', why: 'Proef' });
	}
	await database.close();
	const site = await serveSite(environment(place));
	try {
		await timed(site.address + SEEN);
		const feed = timed(`${site.address}/cijfers/feed.atom`);
		const during = await meanwhile(site.address + SEEN, feed);
		const { status, took } = await feed;
		hold(status === 200, `the feed answers ${status}`);
		hold(took < 5_000, `the feed took ${ms(took)}`);
		const slowest = quantile(during, 1);
		hold(slowest < 1_000, `a seen page waited ${ms(slowest)} for it`);
		return `feed of ${MANY} revisions in ${ms(took)}; the slowest page meanwhile ${ms(slowest)}`;
	} finally {
		await site.stop();
	}
};

/** PostgreSQL that gives a role so few connections. */
export const fewConnections: Trial = async (ground) => {
	const place = await ground.copy('postgresql');
	const few = new URL(place.databaseUrl ?? '');
	few.username = `few_${few.pathname.slice(-6)}`;
	few.password = 'few';
	const client = new pg.Client(place.databaseUrl ?? undefined);
	await client.connect();
	await client.query(`create role ${few.username} login password 'few' connection limit 4;
		grant all on schema public to ${few.username};
		grant all on all tables in schema public to ${few.username}`);
	await client.end();
	return shown(environment({ ...place, databaseUrl: few.href }), '4 connections');
};

/** A pool of one connection. */
export const poolOfOne: Trial = async (ground) =>
	shown({ ...environment(await ground.copy('postgresql')), DATABASE_POOL: '1' }, 'a pool of 1');

/** Fifteen pages, some at once, are all shown, and health says so. */
async function shown(settings: Record<string, string>, what: string): Promise<string> {
	const site = await serveSite(settings);
	try {
		const statuses = await askFifteen(site);
		const health = await timed(`${site.address}/api/health`);
		const refused = statuses.filter((status) => status !== 200).length;
		hold(refused === 0, `${refused} of 15 pages were not shown with ${what}`);
		hold(health.status === 200, `health says ${health.status}, and pages are shown`);
		return `15 of 15 pages with ${what}, and health says ready`;
	} finally {
		await site.stop();
	}
}

async function askFifteen({ address }: ServedSite): Promise<number[]> {
	const page = async (path: string) => (await timed(address + path)).status;
	const first: number[] = [];
	for (const nis of ['11002', '34022', '44021', '71022', '24062'])
		first.push(await page(`/gemeenten/${nis}`));
	const together = [
		'11001',
		'11005',
		'11008',
		'12014',
		'13008',
		'23088',
		'31005',
		'35013',
		'38016',
		'73107'
	];
	return [
		...first,
		...(await Promise.all(together.map((nis) => page(`/gemeenten/${nis}?op=2020-12-31`))))
	];
}
