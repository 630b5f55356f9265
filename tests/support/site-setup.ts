import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { launchChromium } from './chromium.ts';
import { serveSite } from './program.ts';
import { copyFolder } from './starts.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of the built site with the start data set. */
		site: string;
		/** Where tests reach the Chromium of this run. */
		chromium: string;
	}
}

/** Serves the built site on a copy of the start data set, and starts one browser for all tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-site-'));
	const DATA_DIR = join(folder, 'data');
	copyFolder(project.getProvidedContext().starts, 'practice', DATA_DIR);
	const [browser, site] = await Promise.all([launchChromium(), serveSite({ DATA_DIR })]);
	const tell = (code: number | null) =>
		console.error(`The site ended by itself with code ${code}:\n${site.output}`);
	site.process.once('exit', tell);
	project.provide('site', site.address);
	project.provide('chromium', browser.wsEndpoint());
	return async () => {
		site.process.off('exit', tell);
		await browser.close();
		await site.stop();
		rmSync(folder, { recursive: true, force: true });
	};
}
