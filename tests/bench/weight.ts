import { get } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import type { Line } from './line.ts';
import type { Stage } from './stage.ts';

/** The main pages with their budget of HTML in kB. */
const PAGES = [
	['overview', '/', 70],
	['region', '/regios/kortrijk', 60],
	['municipality', '/gemeenten/34022', 40],
	['round of the progress test', '/voortgangstoets/2022', 70]
] as const;

/** What a visitor's browser loads: HTML, scripts and styles in kB as sent, other origins, cookies. */
export async function weight(stage: Stage): Promise<Line[]> {
	const site = await stage.serve(await stage.filled('postgresql'));
	const server = await launchChromium();
	try {
		const browser = await chromium.connect(server.wsEndpoint());
		const lines: Line[] = [];
		const visits: Visit[] = [];
		for (const [name, path, atMost] of PAGES) {
			const measured = (await compressedBytes(site.address + path)) / 1000;
			lines.push({ what: `HTML of ${name}, compressed`, unit: 'kB', budget: { atMost }, measured });
			visits.push(await visit(await browser.newPage(), site.address + path));
		}
		return [...lines, ...loaded(visits)];
	} finally {
		await server.close();
		await site.stop();
	}
}

/** What one page made the browser load. */
interface Visit {
	script: number;
	/** In the page and beside it. */
	stylesheet: number;
	elsewhere: string[];
	kept: number;
	/** What it asked for beside its HTML. */
	files: number;
}

function loaded(visits: readonly Visit[]): Line[] {
	const most = (pick: (visit: Visit) => number) => Math.max(...visits.map(pick));
	const line = (what: string, unit: string, atMost: number, measured: number): Line => ({
		what,
		unit,
		budget: { atMost },
		measured
	});
	const elsewhere = visits.flatMap((visit) => visit.elsewhere);
	return [
		line(
			'scripts of a reading page, compressed',
			'kB',
			45,
			most((visit) => visit.script / 1000)
		),
		line(
			'styles, compressed',
			'kB',
			15,
			most((visit) => visit.stylesheet / 1000)
		),
		line(
			'files that a reading page asks for beside its HTML',
			'',
			3,
			most((visit) => visit.files)
		),
		{ ...line('requests to other origins', '', 0, elsewhere.length), note: elsewhere.join(' ') },
		line(
			'cookies and entries of local storage',
			'',
			0,
			most((visit) => visit.kept)
		)
	];
}

async function visit(page: Page, address: string): Promise<Visit> {
	const found: Visit = { script: 0, stylesheet: 0, elsewhere: [], kept: 0, files: 0 };
	const sizes: Promise<void>[] = [];
	page.on('requestfinished', (request) => {
		const kind = request.resourceType();
		if (!request.url().startsWith(new URL(address).origin)) found.elsewhere.push(request.url());
		if (kind !== 'document') found.files++;
		if (kind !== 'script' && kind !== 'stylesheet') return;
		sizes.push(
			request.sizes().then(({ responseBodySize }) => void (found[kind] += responseBodySize))
		);
	});
	page.on('requestfailed', (request) => found.elsewhere.push(request.url()));
	await page.goto(address, { waitUntil: 'networkidle' });
	await Promise.all(sizes);
	const styles = await page
		.locator('style')
		.evaluateAll((all) => all.map((one) => one.textContent));
	found.stylesheet += brotliCompressSync(styles.join('')).length;
	const stored = await page.evaluate(() => localStorage.length + sessionStorage.length);
	found.kept = stored + (await page.context().cookies()).length;
	await page.close();
	return found;
}

/** Bytes of a body as a browser that takes brotli gets it. */
export function compressedBytes(address: string): Promise<number> {
	return new Promise((resolve, reject) => {
		get(address, { headers: { 'accept-encoding': 'br' } }, (reply) => {
			let bytes = 0;
			if (reply.statusCode !== 200) reject(new Error(`${address} answers ${reply.statusCode}`));
			reply.on('data', (chunk: Buffer) => (bytes += chunk.length));
			reply.on('end', () => resolve(bytes));
		}).on('error', reject);
	});
}
