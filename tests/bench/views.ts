import { rmSync, writeFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { openDatabase } from '#lib/server/database/database.ts';
import { type Line, median, quantile } from './line.ts';
import type { Place, Stage } from './stage.ts';

const PAGES = ['/', '/regios/kortrijk', '/gemeenten/34022'];
const ROUNDS = 5;
const CHANGES = 20;
/** Milliseconds between a change and the visitor who comes after it, and until the server is at rest for the next turn. */
const WAITS = { seen: { before: 2_000, after: 250 }, unseen: { before: 250, after: 2_500 } };

/** Requests per second of a page that was seen before, as a part of those of a file with the same bytes. */
export async function repeatedView(stage: Stage): Promise<Line[]> {
	const place = await stage.filled('postgresql');
	const lines: Line[] = [];
	for (const path of PAGES) {
		const body = await stage.with(place, async ({ address }) =>
			(await fetch(address + path)).bytes()
		);
		const measured = await withFile(body, (file) =>
			stage.with(place, ({ address }) => ratioOfRates(address + path, address + file))
		);
		const what = `repeated view of ${path} against a static file of the same size`;
		lines.push({ what, unit: '× requests/s', budget: { atLeast: 0.7 }, measured });
	}
	return lines;
}

/** Puts a file among those that the built site serves, for as long as `work` takes. */
async function withFile<T>(body: Uint8Array, work: (path: string) => Promise<T>): Promise<T> {
	const path = '/meting.html';
	const place = `build/client${path}`;
	writeFileSync(place, body);
	try {
		return await work(path);
	} finally {
		rmSync(place);
	}
}

async function ratioOfRates(page: string, file: string): Promise<number> {
	const rates: Record<string, number[]> = { [page]: [], [file]: [] };
	for (let round = 0; round <= ROUNDS; round++) {
		for (const address of [page, file]) {
			const rate = await requestsPerSecond(address);
			if (round > 0) rates[address]?.push(rate); // the first round warms up
		}
	}
	return median(rates[page] ?? []) / median(rates[file] ?? []);
}

async function requestsPerSecond(url: string): Promise<number> {
	const headers = { 'accept-encoding': 'br' };
	const result = await autocannon({ url, headers, connections: 10, duration: 2 });
	if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} failed under load`);
	return result.requests.average;
}

/**
 * Slowest twentieth of first views after a change of data, against a bare page with as many table rows: of a page that
 * others had seen before the change, and of one that nobody had.
 */
export async function firstView(stage: Stage): Promise<Line[]> {
	const place = await stage.copy('postgresql');
	return stage.with(place, async ({ address }) => {
		const lines: Line[] = [];
		for (const path of PAGES) lines.push(...(await firstViewOf(address, path, place)));
		return lines;
	});
}

/** Both lines of one page. */
export async function firstViewOf(address: string, path: string, place: Place): Promise<Line[]> {
	const html = await (await fetch(address + path)).text();
	const rows = html.match(/<tr\b/g)?.length ?? 0;
	const times = await firstViewTimes(address, path, { rows, place });
	const bare = quantile(times.bare, 0.95);
	const line = (which: 'seen' | 'unseen', whose: string, atMost: number): Line => {
		const own = quantile(times[which], 0.95);
		const what = `first view of ${path} after a change, p95, ${whose}, against a bare page`;
		const note = `${own.toFixed(1)} ms against ${bare.toFixed(1)} ms for ${rows} table rows`;
		return { what, unit: '× as long', budget: { atMost }, measured: own / bare, note };
	};
	return [line('seen', 'seen before it', 3), line('unseen', 'never seen', 8)];
}

/** Milliseconds of each view: of a page seen before the change, of one never seen, and of the bare page. */
async function firstViewTimes(address: string, path: string, on: { rows: number; place: Place }) {
	const bareUrl = `${address}/meting/kaal?rijen=${on.rows}`;
	const times = { seen: [] as number[], unseen: [] as number[], bare: [] as number[] };
	const database = await openDatabase(on.place);
	for (let turn = -3; turn < CHANGES; turn++) {
		const urls = { seen: address + path, unseen: `${address}${path}?q=meting${turn}` };
		for (const which of ['seen', 'unseen'] as const) {
			const bare = await milliseconds(bareUrl);
			await database.change(() => Promise.resolve());
			await wait(WAITS[which].before);
			const own = await milliseconds(urls[which]);
			await wait(WAITS[which].after);
			if (turn < 0) continue; // the first turns warm up
			times.bare.push(bare);
			times[which].push(own);
		}
	}
	await database.close();
	return times;
}

const wait = (milliseconds: number): Promise<void> =>
	new Promise((over) => setTimeout(over, milliseconds));

async function milliseconds(url: string): Promise<number> {
	const began = performance.now();
	const reply = await fetch(url);
	await reply.arrayBuffer();
	if (reply.status !== 200) throw new Error(`${url} answers ${reply.status}`);
	return performance.now() - began;
}
