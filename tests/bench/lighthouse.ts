import lighthouseOf from 'lighthouse';
import { freePort } from '../support/postgres.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Line, median } from './line.ts';
import type { Stage } from './stage.ts';

const PAGES = ['/', '/regios/kortrijk', '/gemeenten/34022'];
const BUDGETS = { performance: 98, accessibility: 100, 'best-practices': 100 };
/** A page is looked at so many times, because its performance differs from one to the next. */
const RUNS = 3;

type Category = keyof typeof BUDGETS;
type Scores = Record<Category, number>;
const CATEGORIES = Object.keys(BUDGETS) as Category[];

/** Lighthouse with its mobile profile, a phone with a slow processor on a slow line. */
export async function lighthouse(stage: Stage): Promise<Line[]> {
	const port = await freePort();
	const browser = await launchChromium([`--remote-debugging-port=${port}`]);
	try {
		return await stage.with(await stage.filled('postgresql'), async ({ address }) => {
			const lines: Line[] = [];
			for (const path of PAGES) lines.push(...(await audit(port, address, path)));
			return lines;
		});
	} finally {
		await browser.close();
	}
}

async function audit(port: number, address: string, path: string): Promise<Line[]> {
	const runs: Scores[] = [];
	for (let run = 0; run < RUNS; run++) runs.push(await scores(port, address + path));
	return CATEGORIES.map((category) => ({
		what: `Lighthouse ${category} of ${path}`,
		unit: '',
		budget: { atLeast: BUDGETS[category] },
		measured: median(runs.map((scored) => scored[category])),
		note: runs.map((scored) => scored[category]).join(', ')
	}));
}

/** Points out of a hundred; not a number where Lighthouse gave none, which keeps no budget. */
async function scores(port: number, address: string): Promise<Scores> {
	const flags = { port, onlyCategories: CATEGORIES, logLevel: 'error' as const };
	const found = (await lighthouseOf(address, flags))?.lhr.categories;
	const of = (category: Category) => Math.round(100 * (found?.[category]?.score ?? Number.NaN));
	return {
		performance: of('performance'),
		accessibility: of('accessibility'),
		'best-practices': of('best-practices')
	};
}
