import {
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	chromium,
	type Page
} from 'playwright-core';
import { inject, test as plain } from 'vitest';

/** What a page test is given; each test gets a fresh visitor. */
interface Visit {
	browser: Browser;
	/** How the visitor's browser is set up; overridden with `test.extend({ visitor: {…} })`. */
	visitor: BrowserContextOptions;
	/** A page of a fresh visitor; addresses are paths of the site. */
	page: Page;
}

/** A visitor waits as long as a test may take: how quick a busy machine is says nothing of the site. */
const PATIENCE = 110_000;

/** A new visitor of the built site, who knows nothing of any other. */
export async function newVisitor(
	browser: Browser,
	options: BrowserContextOptions = {}
): Promise<BrowserContext> {
	const context = await browser.newContext({
		baseURL: inject('site'),
		locale: 'nl-BE',
		timezoneId: 'Europe/Brussels',
		...options
	});
	context.setDefaultTimeout(PATIENCE);
	return context;
}

/** A Vitest test with a page of the built site in Chromium. */
export const test = plain.extend<Visit>({
	browser: [
		async ({}, use) => {
			const browser = await chromium.connect(inject('chromium'));
			await use(browser);
			await browser.close();
		},
		{ scope: 'file' }
	],
	visitor: {},
	page: async ({ browser, visitor }, use) => {
		const context = await newVisitor(browser, visitor);
		await use(await context.newPage());
		await context.close();
	}
});
