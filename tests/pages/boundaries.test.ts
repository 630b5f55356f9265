import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { test as plainTest } from '../support/browser.ts';
import { serveSite, start, type ServedSite } from '../support/program.ts';
import { plain } from './pages.ts';

const CREDIT = 'Proefgrenzen, verzonnen vlakken';
const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-grenzen-'));
const file = join(folder, 'proef.geojson');
const DATA_DIR = join(folder, 'data');
let site: ServedSite;

beforeAll(async () => {
	writeFileSync(file, JSON.stringify(inventedBoundaries('2025-01-01')));
	site = await serveSite({ DATA_DIR });
});
afterAll(async () => {
	await site.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** A diamond around the real centre of every municipality of a day: no real border looks like this. */
function inventedBoundaries(day: string) {
	const rows = parse<Record<string, string>>(readFileSync('db/seed/facts/municipalities.csv'), {
		columns: true
	});
	const valid = rows.filter(
		(row) => String(row['valid_from']) <= day && (!row['valid_to'] || row['valid_to'] >= day)
	);
	return {
		type: 'FeatureCollection',
		features: valid.map((row) => {
			const [x, y] = [Number(row['longitude']), Number(row['latitude'])];
			const half = Math.sqrt(Number(row['area_km2']) / 2);
			const [dx, dy] = [half / 70, half / 111];
			const ring = [
				[x - dx, y],
				[x, y - dy],
				[x + dx, y],
				[x, y + dy],
				[x - dx, y]
			];
			return {
				type: 'Feature',
				properties: { nis: row['nis_code'] },
				geometry: { type: 'Polygon', coordinates: [ring] }
			};
		})
	};
}

async function data(...args: string[]): Promise<number | null> {
	const program = start(['src/cli/main.ts', 'data', 'boundaries', ...args], {
		DATA_DIR,
		DATABASE_URL: ''
	});
	return new Promise((done) => program.process.once('close', done));
}

/** What the first map of a page shows: its areas, and the line under it. */
async function mapOn(page: Page, address: string) {
	await page.goto(site.address + address);
	return {
		areas: await page.locator('.map').first().locator('a path').count(),
		caption: plain(await page.locator('.map .caption').first().innerText())
	};
}

describe('boundaries that were imported while the site runs', () => {
	plainTest(
		'are on every map of a day in their validity, with their credit; before, and once removed, maps are schematic',
		async ({ page }) => {
			const schematic = expect.stringMatching(/^Schematische kaart/) as string;
			const credited = `Grenzen van de gemeenten: ${CREDIT} (vrij). Vereenvoudigd voor deze kaart.`;
			const inForce = '/?op=2025-12-31';
			expect(await mapOn(page, inForce)).toEqual({ areas: 285, caption: schematic });

			expect(await data(file, '--publisher', 'Test', '--credit', CREDIT, '--licence', 'vrij')).toBe(
				0
			);
			expect(await mapOn(page, inForce)).toEqual({ areas: 285, caption: credited });
			expect(await page.locator('main').innerText()).not.toMatch(/schematisch/i);
			expect((await mapOn(page, '/?op=2025-12-31&maat=voortgang')).caption).toBe(credited);
			expect((await mapOn(page, '/regios/kortrijk?op=2025-12-31')).caption).toBe(credited);
			expect((await mapOn(page, '/?op=2022-12-31&structuur=vandaag')).caption).toBe(credited);
			expect(await mapOn(page, '/?op=2012-12-31')).toEqual({ areas: 308, caption: schematic });
			expect((await mapOn(page, '/voortgangstoets/2022')).caption).toEqual(schematic);

			await page.goto(`${site.address}/cijfers`);
			expect(plain(await page.locator('main').innerText())).toContain(
				`${CREDIT} (vrij). 285 gemeenten vanaf 01/01/2025. Bestand proef.geojson`
			);

			expect(await data('--remove')).toBe(0);
			expect(await mapOn(page, inForce)).toEqual({ areas: 285, caption: schematic });
			await page.goto(`${site.address}/cijfers`);
			expect(plain(await page.locator('main').innerText())).toContain(
				'Er zijn geen grenzen ingeladen.'
			);
		}
	);
});
