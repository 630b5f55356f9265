import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LIGHT, PAGE } from './palette.ts';

const SHEET = readFileSync('src/app.css', 'utf8');
const tokens = (palette: typeof PAGE) =>
	Object.entries(palette).flatMap(([name, value]) =>
		[value].flat().map((one, index) => [`${name} ${index}`, one] as const)
	);
/** The light value of a token in the style sheet. */
const light = (token: string) => new RegExp(`${token}: light-dark\\((#\\w+),`).exec(SHEET)?.[1];

test('a file has the light colours of the page, for every token', () => {
	const literal = new Map(tokens(LIGHT));
	const same = tokens(PAGE).filter(([name]) => !['ground 0', 'link 0'].includes(name));
	expect(same.length).toBeGreaterThan(12);
	for (const [name, value] of same)
		expect([name, literal.get(name)]).toEqual([name, light(/--[\w-]+/.exec(value)?.[0] ?? '')]);
});
