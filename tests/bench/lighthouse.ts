import { pathToFileURL } from 'node:url';
import { freePort } from '../support/postgres.ts';
import { launchChromium } from '../support/chromium.ts';
import type { Line } from './line.ts';
import { NotMeasuredError, type Stage } from './stage.ts';

const PAGES = ['/', '/regios/kortrijk', '/gemeenten/34022'];
const BUDGETS = { performance: 98, accessibility: 100, 'best-practices': 100 };

type Category = keyof typeof BUDGETS;
type Run = (
	address: string,
	flags: { port: number; onlyCategories: string[]; logLevel: string }
) => Promise<{ lhr: { categories: Record<Category, { score: number | null }> } }>;

/** Lighthouse with its mobile profile. It is large, so it is used where it is and never installed. */
export async function lighthouse(stage: Stage): Promise<Line[]> {
	const run = await find();
	const port = await freePort();
	const browser = await launchChromium([`--remote-debugging-port=${port}`]);
	try {
		return await stage.with(await stage.filled('postgresql'), async ({ address }) => {
			const lines: Line[] = [];
			for (const path of PAGES) lines.push(...(await audit(run, port, address, path)));
			return lines;
		});
	} finally {
		await browser.close();
	}
}

async function find(): Promise<Run> {
	const named = process.env['LIGHTHOUSE'];
	const place = named ? pathToFileURL(named).href : 'lighthouse';
	try {
		return ((await import(place)) as { default: Run }).default;
	} catch {
		throw new NotMeasuredError(
			'Lighthouse is not installed; let LIGHTHOUSE name its core/index.js'
		);
	}
}

async function audit(run: Run, port: number, address: string, path: string): Promise<Line[]> {
	const onlyCategories = Object.keys(BUDGETS);
	const { lhr } = await run(address + path, { port, onlyCategories, logLevel: 'error' });
	return (Object.keys(BUDGETS) as Category[]).map((category) => {
		const score = lhr.categories[category].score;
		return {
			what: `Lighthouse ${category} of ${path}`,
			unit: '',
			budget: { atLeast: BUDGETS[category] },
			measured: score === null ? null : Math.round(100 * score)
		};
	});
}
