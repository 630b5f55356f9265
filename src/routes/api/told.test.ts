import { describe, expect, test } from 'vitest';
import { openApi } from '#lib/server/api/openapi.ts';
import { OPERATIONS } from '#lib/server/api/operations.ts';
import {
	fieldsOf,
	operationsIn,
	shapesIn,
	sharedParameters,
	typeWords,
	type Document
} from './told.ts';

const document = openApi() as unknown as Document;
const text = (schema: Parameters<typeof typeWords>[0]) =>
	typeWords(schema)
		.map((one) => one.text)
		.join('');

describe('a type is told in words', () => {
	test.for([
		[{ type: ['number', 'null'] }, 'number or null'],
		[{ type: 'string', format: 'date' }, 'day'],
		[{ type: 'array', items: { $ref: '#/components/schemas/Figure' } }, 'list of Figure'],
		[{ anyOf: [{ $ref: '#/x/Goal' }, { type: 'null' }] }, 'Goal or null'],
		[{ enum: [1, 2] }, '1 | 2'],
		[{ additionalProperties: { type: 'number' } }, 'by NIS code: number']
	] as const)('%j: %s', ([schema, words]) => {
		expect(text(schema as unknown as Parameters<typeof typeWords>[0])).toBe(words);
	});
});

describe('fields', () => {
	test('of a shape inside a shape stand behind it, with its name', () => {
		const inner = { type: 'object', properties: { b: { type: 'string' } }, required: ['b'] };
		const schema = {
			properties: { a: { type: 'array', items: inner }, c: inner },
			required: ['a']
		};
		expect(fieldsOf(schema).map((one) => [one.name, one.optional])).toEqual([
			['a', false],
			['a[].b', false],
			['c', true],
			['c.b', false]
		]);
	});

	test('of a choice are told once, and need not be there when a choice lacks them', () => {
		const choice = (...names: string[]) => ({
			properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
			required: names
		});
		const fields = fieldsOf({ anyOf: [choice('a', 'b'), choice('a')] });
		expect(fields.map((one) => [one.name, one.optional])).toEqual([
			['a', false],
			['b', true]
		]);
	});
});

test('the page tells every operation of the document once, with all its forms', () => {
	const told = operationsIn(document).flatMap((group) => group.operations);
	expect(told.map((one) => one.id)).toEqual(OPERATIONS.map((one) => one.id));
	expect(told.flatMap((one) => one.paths).sort()).toEqual(Object.keys(document.paths).sort());
	for (const { id, fields, columns } of told) {
		expect(fields.length + columns.length, id).toBeGreaterThan(0);
		for (const list of [fields, columns]) {
			expect(new Set(list.map((one) => one.name)).size, id).toBe(list.length);
		}
	}
});

test('the parameters of every operation are those of the moment', () => {
	expect(sharedParameters(document).map((one) => one.name)).toEqual([
		'on',
		'known',
		'version',
		'structure'
	]);
});

test('a type that leads to a shape leads to one that is told', () => {
	const shapes = shapesIn(document);
	const names = new Set(shapes.map((one) => one.name));
	const told = operationsIn(document).flatMap((group) => group.operations);
	const fields = [...shapes, ...told].flatMap((one) => one.fields);
	const led = fields.flatMap((one) => one.type.flatMap(({ shape }) => shape ?? []));
	expect(led.filter((name) => !names.has(name))).toEqual([]);
	expect(led.length).toBeGreaterThan(50);
});
