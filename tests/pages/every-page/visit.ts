import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { violations } from '../../support/axe.ts';
import { newVisitor, test as base } from '../../support/browser.ts';
import { answerAt } from '../api.ts';
import { PAGES } from '../pages.ts';
import { candidate, standingForAll } from './kinds.ts';
import { openAll, smallOnPaper, wider, WIDTHS } from './layout.ts';
import { toldAt, WORD_RULES } from './words.ts';

/** What is wrong with a page, by the rule that it breaks; a rule without an entry was not looked at. */
type Findings = ReadonlyMap<string, readonly string[]>;

const AXE = 'has no axe violation';
const LETTERS = 'has no letter below 10 pt on paper';
const fits = (width: number) =>
	`shows nothing that sticks out at ${width} px, with everything opened`;

const RULES = [...Object.keys(WORD_RULES), ...WIDTHS.map(fits), LETTERS];

/** One window that goes from address to address. */
const test = base.extend<{ window: Page }>({
	window: [
		async ({ browser }, use) => {
			const context = await newVisitor(browser);
			await use(await context.newPage());
			await context.close();
		},
		{ scope: 'file' }
	]
});

/** The addresses that axe looks at. */
export async function inspectedAddresses(): Promise<ReadonlySet<string>> {
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

/** Everything that is wrong with the page at an address. */
async function visit(window: Page, address: string, inspected: boolean): Promise<Findings> {
	const [seen, read] = await Promise.all([look(window, address, inspected), readAt(address)]);
	return new Map([...seen, ...read]);
}

/** What takes a browser: style, script and letters. */
async function look(window: Page, address: string, inspected: boolean): Promise<Findings> {
	await window.setViewportSize({ width: 1280, height: 720 });
	await window.goto(address);
	const found = new Map<string, readonly string[]>();
	if (inspected) found.set(AXE, await violations(window));
	await openAll(window);
	for (const width of WIDTHS) found.set(fits(width), await wider(window, width));
	return found.set(LETTERS, await smallOnPaper(window));
}

/** What the page says as it is sent. */
async function readAt(address: string): Promise<Findings> {
	const told = await toldAt(address);
	const rules = Object.entries(WORD_RULES).map(
		async ([rule, findings]) => [rule, await findings(told)] as const
	);
	return new Map(await Promise.all(rules));
}
