import { describe, expect, test } from 'vitest';
import { EMBED_KINDS, NARROWEST, WIDEST } from '#lib/text/embed.ts';
import { embedAddresses, embedForm, embedHeight, frameCode, type Embed } from './embed.ts';

const REGION: Embed = { kind: 'region', of: 'kortrijk', title: 'Regio Kortrijk' };
const FROZEN =
	'https://site.example/regios/kortrijk?kaart=spreiding&op=2024-12-31&bekend=2026-11-24';

/** The attributes of the frame that a piece of HTML makes. */
const attributes = (code: string): Record<string, string> =>
	Object.fromEntries(
		[...code.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])
	);

describe('the two addresses of a figure', () => {
	test('the live one names no day, the frozen one both days; neither keeps what only the page knows', () => {
		expect(embedAddresses(REGION, FROZEN)).toEqual({
			live: 'https://site.example/insluiten/regio/kortrijk',
			frozen: 'https://site.example/insluiten/regio/kortrijk?op=2024-12-31&bekend=2026-11-24'
		});
	});

	test('both keep what was chosen, and the structure of the page', () => {
		const map: Embed = {
			kind: 'map',
			parameters: { maat: 'tekort', regio: 'genk' },
			title: 'Kaart'
		};
		expect(embedAddresses(map, `${FROZEN}&structuur=vandaag`)).toEqual({
			live: 'https://site.example/insluiten/kaart?maat=tekort&regio=genk&structuur=vandaag',
			frozen:
				'https://site.example/insluiten/kaart?maat=tekort&regio=genk&op=2024-12-31&bekend=2026-11-24&structuur=vandaag'
		});
	});

	test('the days stand in one order, whatever that of the page', () => {
		const turned = 'https://site.example/regios/kortrijk?bekend=2026-11-24&op=2024-12-31';
		expect(embedAddresses(REGION, turned)).toEqual(embedAddresses(REGION, FROZEN));
	});

	test('a live figure of the municipalities of today is of those of whoever reads it', () => {
		const { live, frozen } = embedAddresses(REGION, `${FROZEN}&structuur=2026-11-24`);
		expect(live).toMatch(/\?structuur=vandaag$/);
		expect(frozen).toMatch(/&structuur=2026-11-24$/);
	});

	test('a list of municipalities stays readable', () => {
		const own = { ...REGION, of: 'eigen', parameters: { gemeenten: '34022,34027', naam: 'A & B' } };
		expect(embedAddresses(own, FROZEN).live).toBe(
			'https://site.example/insluiten/regio/eigen?gemeenten=34022,34027&naam=A+%26+B'
		);
	});
});

test('the form is reached with the figure, and with the moment only where the page was asked for one', () => {
	expect(embedForm(REGION, '/regios/kortrijk?op=2022-12-31&project=35')).toBe(
		'/insluiten?figuur=regio&regio=kortrijk&op=2022-12-31'
	);
	expect(embedForm({ kind: 'path', of: '34022', title: 'Kortrijk' }, '/gemeenten/34022')).toBe(
		'/insluiten?figuur=groeipad&gemeente=34022'
	);
});

describe('the code of a frame', () => {
	const code = frameCode(REGION, 'https://site.example/insluiten/regio/eigen?a=1&naam="<b>', 600);

	test('is one frame with title, width and height, that waits for the reader and passes nothing on', () => {
		expect(code).toMatch(/^<iframe [^<>]*><\/iframe>$/);
		expect(attributes(code)).toMatchObject({
			title: 'Regio Kortrijk',
			width: '600',
			height: String(embedHeight(REGION, 600)),
			loading: 'lazy',
			referrerpolicy: 'no-referrer'
		});
	});

	test('holds an address or a title with marks of HTML in it', () => {
		expect(attributes(code)['src']).toBe(
			'https://site.example/insluiten/regio/eigen?a=1&amp;naam=&quot;&lt;b&gt;'
		);
		expect(frameCode({ ...REGION, title: '"><script>' }, FROZEN)).toContain(
			'title="&quot;&gt;&lt;script&gt;"'
		);
	});

	test.for(EMBED_KINDS)('is on a phone as high as %s needs there', (kind) => {
		const { style = '' } = attributes(frameCode({ kind, title: 'x' }, FROZEN, 640));
		const [, usual, most, slope] =
			/height:max\((\d+)px,calc\((\d+)px - ([\d.]+)vw\)\)/.exec(style) ?? [];
		const heightOn = (screen: number) =>
			Math.max(Number(usual), Number(most) - (Number(slope) * screen) / 100);
		for (const screen of [320, 360, 400, 480, 560, 680]) {
			expect(heightOn(screen)).toBeGreaterThanOrEqual(embedHeight({ kind }, screen - 40) - 10);
		}
		expect(heightOn(1_920)).toBe(embedHeight({ kind }, 640));
	});

	test('needs no other height on a phone where it is that narrow everywhere', () => {
		expect(attributes(frameCode(REGION, FROZEN, NARROWEST))['style']).toContain(
			`height:${embedHeight(REGION, NARROWEST)}px`
		);
	});
});

describe('the height of a frame', () => {
	test.for(EMBED_KINDS)('%s: text needs more of it on less width', (kind) => {
		expect(embedHeight({ kind }, NARROWEST)).toBeGreaterThan(embedHeight({ kind }, 480));
	});

	test('a map grows with its width, and a drawing adds what it holds', () => {
		expect(embedHeight({ kind: 'map' }, WIDEST)).toBeGreaterThan(embedHeight({ kind: 'map' }, 800));
		const drawn = { wide: 100, stacked: 300 };
		const more = (width: number) =>
			embedHeight({ kind: 'comparison', drawn }, width) -
			embedHeight({ kind: 'comparison' }, width);
		expect([more(600), more(800)]).toEqual([300, 100]);
	});
});
