import { existsSync } from 'node:fs';
import { type BrowserServer, chromium } from 'playwright-core';
import { findProgram, installPackage } from './programs.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The Chromium of this machine: the one that CHROMIUM names, the system's, Playwright's own, else Debian's package.
 * @throws Error that says how to get one.
 */
export function findChromium(): string {
	const named = process.env['CHROMIUM'];
	if (named) {
		const found = findProgram([named]);
		if (found) return found;
		throw new Error(`CHROMIUM = "${named}" is not a program that can be run.`);
	}
	const found = findProgram(NAMES) ?? ofPlaywright();
	if (found) return found;
	const installed = installPackage('chromium') ? findProgram(NAMES) : null;
	if (installed) return installed;
	throw new Error(
		'The page tests need Chromium: install it with your system, or run `npx playwright-core install chromium`, ' +
			'or let CHROMIUM name the program.'
	);
}

function ofPlaywright(): string | null {
	const path = chromium.executablePath();
	return path && existsSync(path) ? path : null;
}

/** Starts a Chromium that makes no request of its own, to which tests connect. */
export function launchChromium(more: string[] = []): Promise<BrowserServer> {
	return chromium.launchServer({
		executablePath: findChromium(),
		chromiumSandbox: false, // it opens our own pages only, and root has no sandbox
		args: [
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--no-first-run',
			...more
		]
	});
}
