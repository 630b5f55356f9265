import { existsSync } from 'node:fs';
import { type BrowserServer, chromium } from 'playwright-core';
import { findProgram, installPackage } from './programs.ts';

/** The same engine without a window, menus or a profile: a fresh visitor costs a third of what it does in the whole browser. */
const SHELL = 'chromium-headless-shell';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The Chromium of this machine: the one that CHROMIUM names, its headless shell (Debian's package is installed where it can
 * be), the system's, or Playwright's own.
 * @throws Error that says how to get one.
 */
export function findChromium(): string {
	const named = process.env['CHROMIUM'];
	if (named) {
		const found = findProgram([named]);
		if (found) return found;
		throw new Error(`CHROMIUM = "${named}" is not a program that can be run.`);
	}
	const found = findProgram([SHELL]) ?? installed(SHELL) ?? findProgram(NAMES) ?? ofPlaywright();
	if (found) return found;
	throw new Error(
		'The page tests need Chromium: install it with your system, or run `npx playwright-core install chromium`, ' +
			'or let CHROMIUM name the program.'
	);
}

function installed(name: string): string | null {
	return installPackage(name) ? findProgram([name]) : null;
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
