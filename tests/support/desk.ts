/** A site with its desk, and how somebody signs in there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import { newVisitor } from './browser.ts';
import { type Identity, type Known, startIdentity } from './identity.ts';
import { freePort } from './postgres.ts';
import { type ServedSite, serveSite } from './program.ts';
import { copyFolder } from './starts.ts';

/** A site with a desk, on a copy of the start data set. */
export interface DeskSite {
	site: ServedSite;
	/** With which the command line finds the same database. */
	environment: Record<string, string>;
	/** A page of somebody who signed in; each has a browser of their own for all tests. */
	pageOf(browser: Browser, login: string): Promise<Page>;
	stop(): Promise<void>;
}

/** Serves a site where these people sign in at a real provider; without people it is opened by its printed link. */
export async function serveDesk(people: Readonly<Record<string, Known>> | null): Promise<DeskSite> {
	const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-desk-'));
	const DATA_DIR = join(folder, 'data');
	copyFolder(inject('starts'), 'practice', DATA_DIR);
	const port = await freePort();
	const identity: Identity | null =
		people && (await startIdentity(people, `http://127.0.0.1:${port}`));
	const environment = { DATA_DIR, DATABASE_URL: '', ...identity?.settings };
	const site = await serveSite({ ...environment, PORT: String(port) });
	const browsers = new Map<string, BrowserContext>();
	return {
		site,
		environment,
		async pageOf(browser, login) {
			const known = browsers.get(login);
			if (known) return known.newPage();
			const context = await newVisitor(browser);
			browsers.set(login, context);
			const page = await context.newPage();
			await signIn(page, { site }, login);
			await page.waitForURL(/\/beheer(\/\w+(\/\d+)?)?$/);
			return page;
		},
		async stop() {
			for (const context of browsers.values()) await context.close();
			await site.stop();
			await identity?.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Goes to the provider and says who it is there; comes back at the desk. */
export async function signIn(
	page: Page,
	{ site }: Pick<DeskSite, 'site'>,
	login: string
): Promise<void> {
	await page.goto(`${site.address}/beheer/aanmelden`);
	await sayWho(page, login);
}

/** Says at the provider who it is, from the page that asks to sign in. */
export async function sayWho(page: Page, login: string): Promise<void> {
	await page.getByRole('link', { name: 'Aanmelden bij uw aanbieder' }).click();
	await page.locator('input[name=login]').fill(login);
	await page.locator('input[name=password]').fill('any');
	await page.getByRole('button', { name: 'Sign-in' }).click();
	await page.getByRole('button', { name: 'Continue' }).click();
}
