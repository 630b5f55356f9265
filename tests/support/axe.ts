import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with a page as it stands. */
export async function violations(page: Page): Promise<string[]> {
	await page.evaluate(AXE);
	const { violations } = await page.evaluate(
		(tags) =>
			(window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
				runOnly: { type: 'tag', values: tags },
				// All rules run; only of what they find wrong are the elements described, which takes most of the time.
				resultTypes: ['violations']
			}),
		RULES
	);
	return violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 200)}`);
}
