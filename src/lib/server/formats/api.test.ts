import { expect, test } from 'vitest';
import { fromObservation, sumOfAll, unknown, type Observation } from '#lib/domain/figure.ts';
import { repliesTo } from '#lib/domain/reply.ts';
import type { Publication } from '../queries/publications.ts';
import type { Reference } from '../reference/reference.ts';
import type { MunicipalityStanding } from '../standing/standing.ts';
import { exported } from '#lib/tables/column.ts';
import { gapParts, marksOf } from '#lib/tables/field.ts';
import { municipalities } from '#lib/tables/municipalities.ts';
import { knownReplies } from '#lib/tables/replies.ts';
import { figureJson } from './figure-json.ts';
import { toCsv } from './csv.ts';

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

test('a gap is short or surplus, and unknown is neither', () => {
	expect(gapParts(observed(12))).toEqual({ short: 12, surplus: 0 });
	expect(gapParts(observed(-3))).toEqual({ short: 0, surplus: 3 });
	expect(gapParts(unknown(DAY, 'no_stock'))).toEqual({ short: null, surplus: null });
	expect(gapParts(undefined)).toEqual({ short: null, surplus: null });
});

test('every figure of a CSV row carries the marks that the API gives it', () => {
	const composed = sumOfAll([{ nis: '71047', figure: observed(90, { status: 'estimated' }) }], DAY);
	const none = unknown(DAY, 'part_missing', ['72040']);
	const figures = {
		target: composed,
		baseline: composed,
		realised: none,
		inExecution: none,
		planned: none,
		realisedShare: none,
		toRealise: none
	};
	const row = {
		municipality: { nis: '72042', name: 'Oudsbergen', province: '70000' },
		stock: composed,
		households: composed,
		share: none,
		scheme: { code: 'BSO-2009-HUUR' },
		objective: { ...figures, counted: figures, status: 'compulsory' }
	};
	const told = { on: DAY, known: DAY, repliesTo: () => [] };
	const { columns, rows } = exported(
		municipalities,
		[row] as unknown as MunicipalityStanding[],
		told
	);
	const cells = Object.fromEntries(columns.map((name, index) => [name, rows[0]?.[index]]));
	for (const [name, figure] of [
		['stock', composed],
		['target', composed],
		['share', none],
		['realised_share', none]
	] as const) {
		const { status, ...marks } = marksOf(figure);
		expect(cells[`${name}_status`]).toBe(status);
		expect(cells[`${name}_composed`]).toBe(marks.composed ?? null);
		expect(cells[`${name}_reason`]).toBe(marks.reason ?? null);
		expect(cells[`${name}_missing`]).toBe(marks.missing?.join(' ') ?? null);
	}
});

test('a reply of the municipality stands with its figure, and a figure without one has no such member', () => {
	const reply = {
		id: 1,
		nis: '34022',
		name: 'Kortrijk',
		figure: 'stock',
		date: DAY,
		words: '=proef()',
		givenOn: '2026-01-05',
		knownFrom: '2026-01-06',
		by: 'proefcollege',
		reference: null,
		withdrawnOn: null,
		withdrawnWhy: null
	} as const;
	const asked = { ...facts, repliesTo: repliesTo([reply]) };
	expect(figureJson(observed(1), asked)).toMatchObject({
		value: 1,
		replies: [{ id: 1, figure: 'stock', date: DAY, words: '=proef()', by: 'proefcollege' }]
	});
	expect(figureJson(observed(1, { date: '2019-12-31' }), asked)).not.toHaveProperty('replies');
	const row = { state: 'shown' as const, reply };
	const { columns, rows } = exported(knownReplies, [row], undefined);
	expect(toCsv(columns, rows)).toContain(",'=proef(),");
});
