import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { launchChromium } from './chromium.ts';

/**
 * Takes the pictures of the README from a running site: `node tests/support/take-pictures.ts http://127.0.0.1:3000`.
 * 1280 px wide, so that they stay readable beside the text.
 */
const PICTURES: Record<string, string> = {
	overzicht: '/?regio=kortrijk',
	gemeenten: '/gemeenten?regio=kortrijk&orde=aandeel&richting=af',
	gemeente: '/gemeenten/34022',
	regios: '/regios',
	regio: '/regios/kortrijk',
	cijfers: '/cijfers',
	vergadering: '/vergadering/kortrijk?sinds=2022-06-30'
};

const [site = 'http://127.0.0.1:3000'] = process.argv.slice(2);
const folder = join(import.meta.dirname, '../pages/pictures');
await mkdir(folder, { recursive: true });
const server = await launchChromium();
const browser = await chromium.connect(server.wsEndpoint());
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'nl-BE' });
for (const [name, path] of Object.entries(PICTURES)) {
	await page.goto(new URL(path, site).href, { waitUntil: 'networkidle' });
	await page.screenshot({ path: join(folder, `${name}.png`) });
}
await browser.close();
await server.close();
