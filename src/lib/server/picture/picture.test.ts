import { describe, expect, test } from 'vitest';
import { first, parsePage } from '../export/markup.ts';
import { figurePicture, pageRules } from './picture.ts';
import { scaledPath } from './shapes.ts';

/** A figure as a picture of 560 px: 510 px of it are for the drawing. */
function draw(inside: string, css = '', said = { area: '', colophon: [] as string[] }) {
	const page = parsePage(
		`<main><figure id="f"><figcaption><h3 class="title">Titel</h3></figcaption>${inside}</figure></main>`
	);
	const figure = first('figure', page);
	if (!figure) throw new Error('no figure');
	const rules = pageRules([`figure{padding:0 17px}.d{max-width:510px}${css}`]);
	return figurePicture(figure, rules, said).svg;
}
const drawing = (inside: string, attributes = 'width="100%" height="100"') =>
	`<div class="d"><svg ${attributes} overflow="visible">${inside}</svg></div>`;

describe('a drawing on its own', () => {
	test('says its area, title, description and colophon, and holds nothing to look up', () => {
		const svg = draw(
			drawing('<title>t</title><desc>Zo is het.</desc><path class="p" d="M0 0"/>'),
			':root{--c:light-dark(#123456,#fff)}.p{fill:var(--c)}',
			{ area: 'Kortrijk', colophon: ['http://site/x?a=1&b=2'] }
		);
		expect(svg).toContain('<title id="titel">Kortrijk: Titel</title>');
		expect(svg).toContain('<desc id="beschrijving">Zo is het.</desc>');
		expect(svg).toContain('>http://site/x?a=1&amp;b=2</text>');
		expect(svg).toContain('fill="#123456"');
		expect(svg).not.toMatch(/class=|style=|var\(|light-dark|<a /);
	});

	test('a per cent is one of the drawing, in px of the picture', () => {
		const svg = draw(drawing('<line x1="0" x2="50%" y1="10" y2="100%" stroke="red"/>'));
		expect(svg).toMatch(/<line x1="25" y1="[\d.]+" x2="280" y2="[\d.]+" stroke="red"/);
	});

	test('a drawing with units of its own is stretched, a line that keeps its width is not', () => {
		const svg = draw(
			drawing(
				'<path d="M0 0L100 50" stroke="red" stroke-width="2"/><path class="k" d="M0 0" stroke="blue" stroke-width="2"/>',
				'viewBox="0 0 255 50" width="100%"'
			),
			'.k{vector-effect:non-scaling-stroke}'
		);
		expect(svg).toContain('d="M0 0L200 100"');
		expect(svg).toMatch(/stroke="red" stroke-width="4"/);
		expect(svg).toMatch(/stroke="blue" stroke-width="2"/);
	});

	test('of what is laid out for several widths, that of the picture is taken', () => {
		const css =
			'.d{container-type:inline-size}.w1{display:none}@container (min-width:480px){.w0{display:none}.w1{display:inline}}@container (min-width:700px){.w1{display:none}}';
		const svg = draw(
			drawing('<g class="w0"><text>smal</text></g><g class="w1"><text>midden</text></g>'),
			css
		);
		expect(svg).toContain('midden');
		expect(svg).not.toContain('smal');
	});

	test('what is for the screen alone is left out', () => {
		const svg = draw(
			`<nav>kies</nav><p class="screen-only">knop</p><a class="skip" href="#e">overslaan</a><details>tabel</details>${drawing('')}<span class="hidden">ongeveer</span>`,
			'.skip:not(:focus){clip-path:inset(50%)}.hidden{clip-path:inset(50%)}'
		);
		expect(svg).not.toMatch(/kies|knop|overslaan|tabel|ongeveer/);
	});

	test('a drawing is cut at its edge, unless it may reach over it', () => {
		const inside = '<path d="M-9 -9H999"/>';
		expect(draw(drawing(inside))).not.toContain('clip-path');
		const svg = draw(`<div class="d"><svg width="100%" height="100">${inside}</svg></div>`);
		expect(svg).toMatch(/<clipPath id="([^"]+)">.*clip-path="url\(#\1\)"/s);
	});

	test('a line that lies over another drawing stands in the same place', () => {
		const svg = draw(
			'<div class="d s"><svg width="100%" height="100" overflow="visible"><circle cx="50%" cy="50" r="4"/></svg><svg class="o" width="100%" height="100%" overflow="visible"><circle cx="50%" cy="50%" r="9"/></svg></div>',
			'.s{position:relative}.o{position:absolute;inset:0}'
		);
		const [, at] = /<circle cx="280" cy="([\d.]+)" r="4"/.exec(svg) ?? [];
		expect(at).toBeDefined();
		expect(svg).toContain(`<circle cx="280" cy="${at}" r="9"`);
	});

	test('a key stands side by side where there is room, and its marks keep their colour', () => {
		const entry = (word: string) =>
			`<li><svg width="14" height="12" overflow="visible"><rect class="m" width="12" height="12"/></svg>${word}</li>`;
		const svg = draw(
			`<div class="d"><svg width="100%" height="9"/><ul>${entry('een')}${entry('twee')}</ul></div>`,
			'ul{display:flex;flex-wrap:wrap;gap:0 16px;padding:0;margin:0}li{display:flex;gap:8px;align-items:center}.m{fill:#aabbcc}'
		);
		const places = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)"[^>]*fill="#aabbcc"/g)];
		expect(places).toHaveLength(2);
		expect(places[0]?.[2]).toBe(places[1]?.[2]);
		expect(Number(places[1]?.[1])).toBeGreaterThan(Number(places[0]?.[1]));
	});

	test('words are broken into lines that fit, a number stays with its unit, a long address is cut', () => {
		const words = `${'woord '.repeat(30)}12\u00a0woningen http://site/${'x'.repeat(120)}`;
		const lines = [...draw(`<p>${words}</p>`).matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(
			([, line]) => line ?? ''
		);
		expect(lines.length).toBeGreaterThan(4);
		expect(lines.some((line) => line.includes('12\u00a0woningen'))).toBe(true);
		expect(lines.join('')).toContain('xxxx');
		expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(90);
	});
});

describe('a path is stretched along both axes', () => {
	test.for([
		['M1 2L3 4', 2, 10, 'M2 20L6 40'],
		['m1-2h3v4z', 2, 10, 'm2-20h6v40z'],
		['M.5.5A1 2 30 0 1 5 6', 2, 10, 'M1 5A2 20 30 0 1 10 60'],
		['M0 0L1 1', 1, 1, 'M0 0L1 1']
	] as const)('%s', ([d, across, down, stretched]) => {
		expect(scaledPath(d, across, down)).toBe(stretched);
	});
});
