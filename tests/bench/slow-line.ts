import { type Browser, chromium } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { type Line, median } from './line.ts';
import { type Pages, startPeer } from './peer.ts';
import type { Stage } from './stage.ts';

const PAGES: Pages = {
	overview: '/',
	region: '/regios/kortrijk',
	municipality: '/gemeenten/34022'
};

/** A slow line and a slow processor: a round trip in ms, bytes a second, and how much slower it computes. */
const LINE = {
	latency: 150,
	downloadThroughput: 200_000,
	uploadThroughput: 200_000,
	offline: false
};
const SLOWER = 4;
/** Both are looked at so many times, in turn. */
const ROUNDS = 5;

/** How long a map is waited for. */
const PATIENCE = { timeout: 3_000 };

/** What is waited for, with how much later than the peer it may be there, as a ratio; the table has no budget of its own. */
const BUDGETS = { sentence: 1, table: 1, map: 0.8 };
type Sight = keyof typeof BUDGETS;
const SIGHTS = Object.keys(BUDGETS) as Sight[];

/** Milliseconds until each is on the screen; absent where a page has none. */
type Seen = Partial<Record<Sight, number>>;

/** When a reader on a slow line reads sentence, table and map, beside a plain hydrated page that shows the same. */
export async function slowLine(stage: Stage): Promise<Line[]> {
	const server = await launchChromium();
	try {
		const browser = await chromium.connect(server.wsEndpoint());
		return await stage.with(await stage.filled('postgresql'), async ({ address }) => {
			const peer = await startPeer(address, PAGES, stage.folder);
			try {
				const lines: Line[] = [];
				for (const [name, path] of Object.entries(PAGES))
					lines.push(...(await compared(browser, path, address + path, `${peer.address}/${name}`)));
				return lines;
			} finally {
				peer.close();
			}
		});
	} finally {
		await server.close();
	}
}

async function compared(
	browser: Browser,
	path: string,
	ours: string,
	theirs: string
): Promise<Line[]> {
	await look(browser, ours);
	await look(browser, theirs);
	const rounds: { ours: Seen; theirs: Seen }[] = [];
	for (let round = 0; round < ROUNDS; round++)
		rounds.push({ ours: await look(browser, ours), theirs: await look(browser, theirs) });
	return SIGHTS.flatMap((sight) => {
		const [own, other] = (['ours', 'theirs'] as const).map((whose) =>
			median(rounds.flatMap((one) => one[whose][sight] ?? []))
		) as [number, number];
		if (Number.isNaN(own) || Number.isNaN(other)) return [];
		return {
			what: `${sight} of ${path} on a slow line, against a plain hydrated page`,
			unit: '×',
			budget: { atMost: BUDGETS[sight] },
			measured: own / other,
			note: `${Math.round(own)} ms against ${Math.round(other)}`
		};
	});
}

/** Opens a page as somebody who never was there. */
async function look(browser: Browser, address: string): Promise<Seen> {
	const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
	try {
		const page = await context.newPage();
		const protocol = await context.newCDPSession(page);
		await protocol.send('Network.emulateNetworkConditions', LINE);
		await protocol.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
		await page.addInitScript(watch);
		await page.goto(address, { waitUntil: 'load' });
		await page
			.waitForFunction(
				() => 'map' in (window as unknown as { seenAt: Seen }).seenAt,
				null,
				PATIENCE
			)
			.catch(() => undefined); // not every page has one
		return await page.evaluate(() => {
			const { seenAt } = window as unknown as { seenAt: Seen };
			const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
			return Object.fromEntries(
				Object.entries(seenAt).map(([sight, at]) => [sight, Math.max(at, painted)])
			);
		});
	} finally {
		await context.close();
	}
}

/** Runs in the page: notes in which frame each first stands; nothing is seen before the first paint, which a font may hold up. */
function watch(): void {
	const seenAt: Record<string, number> = {};
	Object.assign(window, { seenAt });
	const isWhole = (one: Element): boolean =>
		document.readyState !== 'loading' || !!one.nextSibling || !!one.parentElement?.nextSibling;
	const isThere = (selector: string, isIt: (one: Element) => boolean) => () =>
		[...document.querySelectorAll(selector)].some((one) => isIt(one) && isWhole(one));
	const has = {
		sentence: isThere('h1', (one) => !!one.textContent),
		table: isThere('main table', (one) => !one.closest('details')),
		map: isThere(
			'main svg',
			(one) => one.querySelectorAll('path').length > 10 && one.getBoundingClientRect().width > 0
		)
	};
	const look = (): void => {
		for (const [name, isNow] of Object.entries(has))
			if (!(name in seenAt) && isNow()) seenAt[name] = performance.now();
		if (Object.keys(seenAt).length < 3) requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}
