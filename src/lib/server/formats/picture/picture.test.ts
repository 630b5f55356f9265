import { describe, expect, test } from 'vitest';
import { bullet } from '#lib/charts/bullet.ts';
import { shown, type DrawnFigure } from '#lib/charts/figure.ts';
import { textWidth } from './letters.ts';
import { figurePicture } from './picture.ts';

const FIGURE: DrawnFigure = {
	id: 'stand',
	title: 'Waar staat de regio?',
	subtitle: 'per 100 huishoudens',
	remarks: [`${'woord '.repeat(60)}12\u00a0woningen`],
	sources: [],
	drawings: [
		shown('bullet', bullet, {
			parts: [{ key: 'a', label: 'aandeel', value: 8, estimated: true }],
			target: { value: 11, label: 'streefcijfer: 11' },
			format: String,
			title: 'Aandeel',
			description: 'Zo is het.'
		})
	]
};
const AROUND = {
	area: 'Kortrijk',
	colophon: () => ['Toestand op 31/12/2024.', `http://site/${'x'.repeat(160)}?a=1&b=2`]
};

describe('a drawing on its own', () => {
	const { svg, width } = figurePicture(FIGURE, AROUND);

	test('says its area, title, description and colophon', () => {
		expect(svg).toContain('<title id="titel">Kortrijk: Waar staat de regio?</title>');
		expect(svg).toContain('<desc id="beschrijving">Zo is het.</desc>');
		expect(svg).toContain('Toestand op 31/12/2024.');
		expect(svg.replace(/<[^>]*>|\s/g, '')).toContain('?a=1&amp;b=2');
	});

	test('holds nothing to look up', () => {
		expect(svg).not.toMatch(/class=|style=|var\(|light-dark|<a /);
		const [, hatch] = /fill="url\(#([^)]+)\)"/.exec(svg) ?? [];
		expect(svg).toContain(`<pattern id="${hatch}"`);
	});

	test('words are broken into lines that fit, and a number stays with its unit', () => {
		const lines = [
			...svg.matchAll(/<text[^>]*font-size="([\d.]+)" font-weight="(\d+)"[^>]*>([^<]*)</g)
		];
		expect(lines.length).toBeGreaterThan(8);
		for (const [, size, , line = ''] of lines)
			expect(textWidth(line.replaceAll('&amp;', '&'), Number(size), 700)).toBeLessThan(1.1 * width);
		expect(lines.some(([, , , line]) => line?.includes('12\u00a0woningen'))).toBe(true);
	});
});
