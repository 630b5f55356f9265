import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { existingOn } from '../support/facts.ts';
import { inventedBoundaries } from '../support/invented-boundaries.ts';
import { serveSite, type ServedSite } from '../support/program.ts';
import { open, saysAt, seen } from '../support/reader.ts';
import { runHere } from '../support/shell.ts';
import { copyFolder } from '../support/starts.ts';

const CREDIT = 'Proefgrenzen, verzonnen vlakken';
const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-grenzen-'));
const file = join(folder, 'proef.geojson');
const DATA_DIR = join(folder, 'data');
let site: ServedSite;

beforeAll(async () => {
	writeFileSync(file, JSON.stringify(inventedBoundaries('2025-01-01')));
	await copyFolder(inject('starts'), 'practice', DATA_DIR);
	site = await serveSite({ DATA_DIR });
});
afterAll(async () => {
	await site.stop();
	rmSync(folder, { recursive: true, force: true });
});

const data = async (...args: string[]) =>
	(await runHere(['data', 'boundaries', ...args], { DATA_DIR, DATABASE_URL: '' })).code;

/** What the first map of a page shows: its areas, and the line under it. */
async function mapOn(address: string) {
	const { document } = await open(site.address + address);
	return {
		areas: document.querySelector('.map svg')?.querySelectorAll('a path').length,
		caption: seen(document.querySelector('.map .remark'))
	};
}

test('boundaries that are imported while the site runs are on every map of a day in their validity, with their credit; before, and once removed, maps are schematic', async () => {
	const schematic = expect.stringMatching(/^Schematische kaart/) as string;
	const credited = `Grenzen van de gemeenten: ${CREDIT} (vrij). Vereenvoudigd voor deze kaart.`;
	const inForce = '/?op=2025-12-31';
	const areas = existingOn('2025-12-31').length;
	expect(await mapOn(inForce)).toEqual({ areas, caption: schematic });

	expect(await data(file, '--publisher', 'Test', '--credit', CREDIT, '--licence', 'vrij')).toBe(0);
	expect(await mapOn(inForce)).toEqual({ areas, caption: credited });
	expect(await saysAt(site.address + inForce)).not.toMatch(/schematisch/i);
	for (const address of [
		'/?op=2025-12-31&maat=voortgang',
		'/regios/kortrijk?op=2025-12-31',
		'/?op=2022-12-31&structuur=vandaag'
	])
		expect((await mapOn(address)).caption, address).toBe(credited);
	expect(await mapOn('/?op=2012-12-31')).toEqual({
		areas: existingOn('2012-12-31').length,
		caption: schematic
	});
	expect((await mapOn('/voortgangstoets/2022')).caption).toEqual(schematic);
	expect(await saysAt(`${site.address}/cijfers`)).toContain(
		`${CREDIT} (vrij). ${areas} gemeenten vanaf 01/01/2025. Bestand proef.geojson`
	);

	expect(await data('--remove')).toBe(0);
	expect(await mapOn(inForce)).toEqual({ areas, caption: schematic });
	expect(await saysAt(`${site.address}/cijfers`)).toContain('Er zijn geen grenzen ingeladen.');
});
