import SwaggerParser from '@apidevtools/swagger-parser';
import { describe, expect, test } from 'vitest';
import { openApi } from './openapi.ts';
import { OPERATIONS } from './operations.ts';
import { PROBLEMS } from './problem.ts';
import { readRequest } from './read.ts';

interface Schema {
	properties?: Record<string, Schema>;
	description?: string;
	type?: string | string[];
	anyOf?: Schema[];
	[more: string]: unknown;
}

const document = openApi();
type Parsed = Parameters<typeof SwaggerParser.validate>[0];

/** Every object shape in a part of a document, with where it stands. */
function* shapesIn(part: unknown, way = ''): Generator<[string, Schema]> {
	if (typeof part !== 'object' || part === null) return;
	const schema = part as Schema;
	if (schema.type === 'object' && schema.properties) yield [way, schema];
	for (const [name, below] of Object.entries(part)) yield* shapesIn(below, `${way}/${name}`);
}

describe('the document', () => {
	test('is an OpenAPI 3.1 document by a validator of others', async () => {
		const parsed = await SwaggerParser.validate(structuredClone(document) as unknown as Parsed);
		expect(parsed).toMatchObject({ openapi: '3.1.1', info: { title: 'Woonobjectief API' } });
	});

	test('tells of every field what it is, and of one that can be null what that means', () => {
		const untold = [...shapesIn(document)].flatMap(([way, { properties = {} }]) =>
			Object.entries(properties).flatMap(([name, field]) => {
				const canBeNull =
					[field.type].flat().includes('null') || field.anyOf?.some(({ type }) => type === 'null');
				const about = field.description ?? '';
				const told = about !== '' && (!canBeNull || /\b(null|else|blank)\b/i.test(about));
				return told || way.includes('/if') ? [] : [`${way}/${name}`];
			})
		);
		expect(untold).toEqual([]);
	});

	test('gives every operation a name of its own, an example, and problems that are explained', () => {
		const names = OPERATIONS.map(({ id }) => id);
		expect(new Set(names).size).toBe(names.length);
		for (const { problems, examples } of OPERATIONS) {
			expect(examples.length).toBeGreaterThan(0);
			expect(Object.keys(PROBLEMS)).toEqual(expect.arrayContaining([...problems]));
		}
	});

	test('is open for fields that come later, and closed for the tests', () => {
		const isClosed = ([, shape]: [string, Schema]) => shape['additionalProperties'] === false;
		expect([...shapesIn(document)].filter(isClosed)).toEqual([]);
		expect([...shapesIn(openApi(true))].every(isClosed)).toBe(true);
	});
});

describe('a request is read by the declaration of its operation', () => {
	const read = (id: string, query: string, params = {}) => {
		const operation = OPERATIONS.find((one) => one.id === id);
		if (!operation) throw new Error(id);
		return readRequest(operation, params, new URLSearchParams(query));
	};

	test('every example of every operation can be read, and passes nothing over', () => {
		for (const { id, path, examples } of OPERATIONS) {
			for (const example of examples) {
				const [at = '', query = ''] = example.split('?');
				const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name));
				const values = new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+)')}(\\.csv)?$`).exec(at);
				const params = names.map((name, index) => [name, values?.[index + 1]]);
				expect(read(id, query, Object.fromEntries(params)).ignored, example).toEqual([]);
			}
		}
	});

	test('what can be written becomes what the program reckons with', () => {
		const { query } = read(
			'divideShortfall',
			'goal=0.11&by=2030-12-31&min-34022=5&max-34022=9&max-34027=0&weight-gap=2.5&without=missing',
			{ slug: 'kortrijk' }
		);
		expect(query).toMatchObject({
			goal: 1100,
			by: '2030-12-31',
			key: 'households',
			'weight-gap': 2.5,
			without: 'missing',
			structure: 'then',
			bounds: new Map([
				['34022', { min: 5, max: 9 }],
				['34027', { min: null, max: 0 }]
			])
		});
	});

	test.for([
		['on=gisteren', 'on', 'YYYY-MM-DD'],
		['structure=ooit', 'structure', 'then | today'],
		['goal=11', 'goal', 'a fraction'],
		['by=2030-01-01', 'by', '31 December'],
		['key=constructor', 'key', 'lift-lowest'],
		['min-34022=-1', 'min-34022', '999999'],
		['min-x=1', 'min-x', 'min-34022'],
		['weight-gap=veel', 'weight-gap', '9999']
	] as const)('%s is refused by name, with what is expected', ([query, name, expected]) => {
		expect(() => read('divideShortfall', query, { slug: 'kortrijk' })).toThrow(
			expect.objectContaining({
				problems: [{ name, detail: expect.stringContaining(expected) }]
			})
		);
	});

	test('all that cannot be used is named at once', () => {
		expect(() => read('listRegions', 'on=x&known=y&limit=0')).toThrow(
			expect.objectContaining({
				problems: ['limit', 'on', 'known'].map((name) => expect.objectContaining({ name }))
			})
		);
	});

	test('a parameter without a value is not asked, and one that nobody knows is told', () => {
		const { query, ignored } = read('listRegions', 'on=&limit=&knwon=2024-01-31&__proto__=1');
		expect(query).toMatchObject({ on: null, limit: null });
		expect(ignored).toEqual(['knwon', '__proto__']);
	});
});
