import { type Browser, chromium } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { type Line, median } from './line.ts';
import type { Stage } from './stage.ts';
import { openTimedSite } from './timed-site.ts';

/** A pack of thirteen municipalities, all parts. */
const PACK = '/vergadering/zuid-west-vlaanderen?sinds=2022-06-30&doel=11';
const SECONDS = 1_000;
const RUNS = 7;

/** The meeting pack of thirteen municipalities: rendered by the server, printed by the browser. */
export async function pack(stage: Stage): Promise<Line[]> {
	return [await rendered(stage), await printed(stage)];
}

async function rendered(stage: Stage): Promise<Line> {
	const site = await openTimedSite(await stage.copy('embedded'));
	try {
		const times: number[] = [];
		let queries = 0;
		for (let run = -2; run < RUNS; run++) {
			const rendering = await site.render(PACK);
			queries = rendering.queries;
			if (run >= 0) times.push(rendering.total / SECONDS); // the first runs warm up
		}
		const what = 'meeting pack of 13 municipalities, rendered by the server, embedded';
		const note = `${queries} queries`;
		return { what, unit: 's', budget: { atMost: 1 }, measured: median(times), note };
	} finally {
		await site.close();
	}
}

async function printed(stage: Stage): Promise<Line> {
	const server = await launchChromium();
	try {
		const browser = await chromium.connect(server.wsEndpoint());
		const measured = await stage.with(await stage.filled('embedded'), ({ address }) =>
			secondsToPrint(browser, address + PACK)
		);
		const what = 'meeting pack of 13 municipalities, printed by the browser';
		return { what, unit: 's', budget: { atMost: 3 }, measured };
	} finally {
		await server.close();
	}
}

async function secondsToPrint(browser: Browser, address: string): Promise<number> {
	const page = await browser.newPage();
	const times: number[] = [];
	for (let run = -1; run < 3; run++) {
		await page.goto(address, { waitUntil: 'load' });
		const began = performance.now();
		await page.pdf({ preferCSSPageSize: true });
		if (run >= 0) times.push((performance.now() - began) / SECONDS); // the first run warms up
	}
	return median(times);
}
