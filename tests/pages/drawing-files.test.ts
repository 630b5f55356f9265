import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';
import { answerAt } from './api.ts';
import { openAll } from './every-page/layout.ts';
import { type FigureFile, paintedIn } from './files/marks.ts';
import { markDifferences } from './files/same-marks.ts';
import { PAGES, plain, repeatsFigures } from './pages.ts';

const OWNERS = PAGES.filter((address) => !repeatsFigures(address));

const content = async (address: string, type: string) => {
	const answer = await answerAt(address);
	expect(answer.status, address).toBe(200);
	expect(answer.headers.get('content-type')).toBe(type);
	expect(answer.headers.get('cache-control')).toBe('public, no-cache');
	return Buffer.from(await answer.arrayBuffer());
};

/** Width and height of a PNG; it begins with eight fixed bytes and its header. */
function sizeOf(png: Buffer): { width: number; height: number } {
	expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
	return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

const attribute = (element: string, name: string) =>
	new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1];

/** A figure of a page with the addresses of its files. */
interface Figure {
	id: string;
	title: string;
	files: string[];
}

/** The files of a figure, each as it must be. */
async function filesOf({ id, title, files }: Figure) {
	const [vector = '', pixels = ''] = ['.svg', '.png'].map((ending) =>
		files.find((one) => new URL(one, 'http://site').pathname.endsWith(ending))
	);
	const svg = String(await content(vector, 'image/svg+xml'));
	const png = await content(pixels, 'image/png');
	expect(plain(svg)).toContain(plain(title));
	expect(svg, vector).not.toMatch(/class=|style=|var\(|light-dark|<a |NaN|undefined/);
	expect(svg).toMatch(/zoals bekend op \d\d\/\d\d\/\d{4}\./i);
	expect(svg.replaceAll(/<[^>]*>/g, '')).toMatch(/http:\/\/\S+/);
	const [width, height] = ['width', 'height'].map((name) => 2 * Number(attribute(svg, name)));
	expect(sizeOf(png)).toEqual({ width, height });
	return { id, svg };
}

describe('every figure is to be had as a drawing on its own, the same mark by mark', () => {
	test.for(OWNERS)('%s', async (address, { page }) => {
		await page.goto(address);
		await openAll(page);
		const figures = await page.locator('main figure').evaluateAll((all) =>
			all.map((figure): Figure => ({
				id: figure.id,
				title: figure.querySelector('.title')?.textContent ?? '',
				files: [...figure.querySelectorAll('details.save a')].map(
					(link) => link.getAttribute('href') ?? ''
				)
			}))
		);
		const files: FigureFile[] = [];
		for (const figure of figures) files.push(await filesOf(figure));
		// Without its banner a page shows each sign of an estimate, as files do.
		await page.locator('.practice').evaluateAll((all) => all.forEach((one) => one.remove()));
		const painted = await paintedIn(page, files);
		const faults = painted.flatMap((one, at) =>
			markDifferences(one).map((fault) => `${files[at]?.id}: ${fault}`)
		);
		expect(faults).toEqual([]);
	});
});

describe('a drawing says what its page says', () => {
	const words = async (address: string) =>
		plain((await content(address, 'image/svg+xml')).toString().replaceAll(/<[^>]*>/g, ' '));

	test('the same numbers as the figure on the page, and whose they are', async ({ page }) => {
		await page.goto('/gemeenten/34022');
		const shown = plain(await page.locator('figure#voortgang .bullet').innerText());
		const drawn = await words('/uitvoer/gemeenten/34022/voortgang.svg');
		const numbers = shown.match(/\d[\d.]*/g) ?? [];
		expect(numbers.length).toBeGreaterThan(2);
		for (const one of numbers) expect(drawn).toContain(one);
		expect(drawn).toContain('Kortrijk');
	});

	test('the moment that was asked stands in it', async () => {
		const drawn = await words(
			'/uitvoer/gemeenten/44021/voortgang.svg?op=2009-12-31&bekend=2012-03-18'
		);
		expect(drawn).toContain('Toestand op 31/12/2009, zoals bekend op 18/03/2012.');
	});

	test('a scenario says that it is no decision', async () => {
		const drawn = await words('/uitvoer/regios/kortrijk/weg/koers.svg?doel=11&tegen=2030');
		expect(drawn).toContain('scenario, geen beslissing');
	});

	test.for(['/uitvoer/regios/kortrijk/leden.svg', '/uitvoer/nergens.png'])(
		'%s is no figure',
		async (address) => {
			expect((await answerAt(address)).status).toBe(404);
		}
	);
});
