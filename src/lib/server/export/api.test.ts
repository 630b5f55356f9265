import { expect, test } from 'vitest';
import { fromObservation, sumOfAll, unknown, type Observation } from '#lib/domain/figure.ts';
import type { Publication } from '../queries/publications.ts';
import type { Reference } from '../reference.ts';
import { figureJson } from './api.ts';

const DAY = '2020-12-31';
const publication = (id: number) =>
	({ id, title: `Meting ${id}`, url: `https://example.org/${id}` }) as Publication;
const facts = {
	publications: new Map([1, 2].map((id) => [id, publication(id)]))
} as unknown as Reference;

const observed = (value: number | null, more: Partial<Observation> = {}) =>
	fromObservation({
		nis: '34022',
		indicator: 'stock_b',
		date: DAY,
		value,
		status: 'normal',
		publication: 1,
		structureOn: null,
		note: null,
		...more
	});
const asSent = (figure: Parameters<typeof figureJson>[0]): unknown =>
	JSON.parse(JSON.stringify(figureJson(figure, facts)));

test('a published figure has its date, status, definition and source, and no reason', () => {
	expect(asSent(observed(2896))).toEqual({
		value: 2896,
		date: DAY,
		status: 'normal',
		definition: 'B',
		source: { publication: 1, title: 'Meting 1', url: 'https://example.org/1' }
	});
});

test('unknown is null with a reason and without a source', () => {
	expect(asSent(unknown(DAY, 'not_published', ['34022'], 'stock_b'))).toEqual({
		value: null,
		date: DAY,
		status: 'missing',
		definition: 'B',
		reason: 'not_published',
		missing: ['34022'],
		source: null
	});
});

test('a figure that its publisher suppressed is not 0: null, with that reason and its source', () => {
	expect(asSent(observed(null, { status: 'suppressed' }))).toMatchObject({
		value: null,
		status: 'suppressed',
		reason: 'suppressed',
		source: { publication: 1 }
	});
});

test('zero is a figure: 0, without a reason', () => {
	const zero = asSent(observed(0));
	expect(zero).toMatchObject({ value: 0, status: 'normal' });
	expect(zero).not.toHaveProperty('reason');
});

test('a sum over predecessors says that it is composed, and names every source', () => {
	const parts = [
		{ nis: '71047', figure: observed(90) },
		{ nis: '72040', figure: observed(120, { publication: 2 }) }
	];
	expect(asSent(sumOfAll(parts, DAY))).toMatchObject({
		value: 210,
		composed: true,
		source: { publication: 1, publications: [1, 2] }
	});
});
