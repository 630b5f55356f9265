import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { violations } from '../../support/axe.ts';
import { newVisitor, test as base } from '../../support/browser.ts';
import { answerAt } from '../api.ts';
import { PAGES } from '../pages.ts';
import { candidate, standingForAll } from './kinds.ts';
import { openAll, paint, resize, smallOnPaper, thinTables, wider, WIDTHS } from './layout.ts';
import { toldAt, WORD_RULES } from './words.ts';

/** What is wrong with a page, by the rule that it breaks; a rule without an entry was not looked at. */
type Findings = ReadonlyMap<string, readonly string[]>;

const AXE = 'has no axe violation';
const LETTERS = 'has no letter below 10 pt on paper';
const fits = (width: number) =>
	`shows nothing that sticks out at ${width} px, with everything opened`;

const RULES = [...Object.keys(WORD_RULES), ...WIDTHS.map(fits), LETTERS];

/** Ends only what hangs, and before the time of a test is over. */
const WITHIN = 100_000;

/** One window that goes from address to address. */
const test = base.extend<{ window: Page }>({
	window: [
		async ({ browser }, use) => {
			const context = await newVisitor(browser);
			const page = await context.newPage();
			page.setDefaultTimeout(WITHIN);
			await use(page);
			await context.close();
		},
		{ scope: 'file' }
	]
});

let inspected: Promise<ReadonlySet<string>> | undefined;

/** The addresses that axe looks at. */
export const inspectedAddresses = (): Promise<ReadonlySet<string>> => (inspected ??= choose());

async function choose(): Promise<ReadonlySet<string>> {
	const all = PAGES.map(async (address) =>
		candidate(address, await (await answerAt(address)).text())
	);
	return standingForAll(await Promise.all(all));
}

/** Opens some addresses once each and asks all that every page must hold; a rule fails under its own name for its address. */
export function visitEach(addresses: readonly string[], inspected: ReadonlySet<string>): void {
	describe.for(addresses)('%s', (address) => {
		const isInspected = inspected.has(address);
		let found: Promise<Findings> | undefined;
		test.for(isInspected ? [...RULES, AXE] : RULES)('%s', async (rule, { window }) => {
			found ??= visit(window, address, isInspected);
			expect((await found).get(rule)).toEqual([]);
		});
	});
}

/** Everything that is wrong with the page at an address; also when half of it fails the window is free for the next. */
async function visit(window: Page, address: string, inspected: boolean): Promise<Findings> {
	const halves = [look(window, address, inspected), readAt(address)];
	await Promise.allSettled(halves);
	return new Map((await Promise.all(halves)).flatMap((found) => [...found]));
}

/** What takes a browser: style, script and letters. */
async function look(window: Page, address: string, inspected: boolean): Promise<Findings> {
	await window.emulateMedia({ media: null });
	await window.goto(address);
	await openAll(window);
	await paint(window, false);
	const found = new Map<string, readonly string[]>();
	for (const width of WIDTHS) found.set(fits(width), await wider(window, width));
	found.set(LETTERS, await smallOnPaper(window));
	return inspected ? found.set(AXE, await inspect(window)) : found;
}

/** What axe finds on a page with everything opened. */
async function inspect(window: Page): Promise<string[]> {
	await window.emulateMedia({ media: null });
	await resize(window, 1280);
	await paint(window, true);
	await thinTables(window);
	return violations(window);
}

/** What the page says as it is sent. */
async function readAt(address: string): Promise<Findings> {
	const told = await toldAt(address);
	const rules = Object.entries(WORD_RULES).map(
		async ([rule, findings]) => [rule, await findings(told)] as const
	);
	return new Map(await Promise.all(rules));
}
