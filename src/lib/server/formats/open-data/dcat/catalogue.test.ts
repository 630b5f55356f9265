import { describe, expect, test } from 'vitest';
import {
	MANDATORY,
	profileFaults,
	quadsOfJsonLd,
	quadsOfTurtle,
	statements
} from '../../../../../../tests/support/dcat-ap-vl.ts';
import { catalogue, PROFILES, type Catalogued } from './catalogue.ts';
import { toJsonLd, toTurtle, type Thing } from './graph.ts';

const asked: Catalogued = {
	origin: 'https://wonen.example',
	releases: [
		{ day: '2026-06-30', sum: { bytes: 351_493, sha256: 'a'.repeat(64) } },
		{ day: '2012-03-19', sum: null }
	],
	changedAt: '2026-11-26T08:00:00.000Z',
	period: { from: '2007-12-31', to: '2025-12-31' }
};

describe('the catalogue as JSON-LD and as Turtle', () => {
	test('is the same graph', async () => {
		const things = catalogue(asked);
		const turtle = statements(quadsOfTurtle(await toTurtle(things)));
		const json = statements(await quadsOfJsonLd(toJsonLd(things)));
		expect(turtle.length).toBeGreaterThan(200);
		expect(json).toEqual(turtle);
		expect(turtle.join('')).not.toContain('_:');
	});

	test('says everything once, and everything that it refers to within the site', () => {
		const things = catalogue(asked);
		const known = things.map((one) => one.iri);
		expect(new Set(known).size).toBe(known.length);
		const own = things.flatMap((one) =>
			Object.values(one.properties)
				.flat()
				.flatMap((value) => (typeof value === 'object' && 'iri' in value ? [value.iri] : []))
				.filter((iri) => iri.startsWith(asked.origin) && iri.includes('#'))
		);
		expect(own.filter((iri) => !known.includes(iri))).toEqual([]);
	});
});

describe('DCAT-AP Vlaanderen', () => {
	const faults = async (things: readonly Thing[]) =>
		profileFaults(quadsOfTurtle(await toTurtle(things)));

	test('is kept, with all releases, with one and without any', async () => {
		expect(await faults(catalogue(asked))).toEqual([]);
		expect(await faults(catalogue({ ...asked, releases: asked.releases.slice(0, 1) }))).toEqual([]);
		expect(await faults(catalogue({ ...asked, releases: [], period: null }))).toEqual([]);
		expect(PROFILES).toHaveLength(2);
	});

	const cases = Object.entries(MANDATORY).flatMap(([type, list]) =>
		list.map(([property]) => [type, property] as const)
	);
	test.for(cases)('a %s without %s is seen', async ([type, property]) => {
		const things = catalogue(asked);
		const at = things.findIndex((one) => one.types.some((name) => name === type));
		const found = things[at];
		expect(found?.properties).toHaveProperty([property]);
		const { [property as keyof Thing['properties']]: _, ...rest } = found?.properties ?? {};
		const poorer = things.map((one, index) => (index === at ? { ...one, properties: rest } : one));
		expect((await faults(poorer)).join()).toContain(found?.iri);
	});
});
