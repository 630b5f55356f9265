import { describe, expect, inject, test } from 'vitest';
import { API_ROOT } from '#lib/server/api/operation.ts';
import { OPERATIONS } from '#lib/server/api/operations.ts';
import { closedDocument, columnsOf, misfits, pathOf } from '../support/api-shapes.ts';
import { answerAt, csv, json } from './api.ts';

/** What the answers at some addresses below the root have that the document does not allow; each must be an answer. */
async function walk(addresses: readonly string[]): Promise<string[]> {
	const found: string[] = [];
	for (const address of addresses) {
		const whole = `${API_ROOT}${address}`;
		const answer = await answerAt(whole);
		expect(answer.status, address).toBe(200);
		found.push(...(await misfits(whole, answer)).slice(0, 5));
	}
	return found;
}

/** Moments at which much is unknown, some, or little, and one seen from today. */
const MOMENTS = [
	'&on=2007-12-31',
	'&on=2015-06-30',
	'&known=2012-01-01',
	'&on=2030-12-31',
	'&on=2018-12-31&structure=today'
];
/** Each so many-th, another one at each moment, so that together they are many. */
const some = <One>(all: readonly One[], each: number, at: number): One[] =>
	all.filter((_, index) => index % each === (7 * at) % each);

/** The two forms of an example, as far as the operation has both. */
const formsOf = ({ answer, csv, examples }: (typeof OPERATIONS)[number]): string[] =>
	examples.flatMap((example) => {
		const [path = '', query] = example.replace('.csv', '').split('?');
		const rest = query ? `?${query}` : '';
		return [...(answer ? [`${path}${rest}`] : []), ...(csv ? [`${path}.csv${rest}`] : [])];
	});

describe('every answer has the shape that the document gives', () => {
	test.for(OPERATIONS.map((one) => [one.id, formsOf(one)] as const))(
		'%s: its examples, in every form',
		async ([id, addresses]) => {
			expect(await walk(addresses), id).toEqual([]);
		}
	);

	test('the columns of every CSV form are those of the document, in its order', async () => {
		for (const address of OPERATIONS.flatMap(formsOf).filter((one) => one.includes('.csv'))) {
			const [head = ''] = (await csv(API_ROOT + address)).split('\r\n');
			const columns = head.split(',');
			expect(columns, address).toEqual(columnsOf(pathOf(API_ROOT + address) ?? ''));
			expect(new Set(columns).size, address).toBe(columns.length);
		}
	});

	test.for(['', ...MOMENTS].map((moment, at) => [moment, at] as const))(
		'municipalities, some of them one by one, and objectives (%s)',
		async ([moment, at]) => {
			const all: { nis: string }[] = await json(`${API_ROOT}/municipalities?${moment}`);
			const addresses = some(all, 30, at).map(({ nis }) => `/municipalities/${nis}?${moment}`);
			expect(
				await walk([`/municipalities?${moment}`, `/objectives?${moment}`, ...addresses])
			).toEqual([]);
		}
	);

	test('municipalities that ended, and those that came from a merger', async () => {
		const codes = ['34043', '38008', '71047', '72042', '73109', '11007', '46030', '73028'];
		const moments = ['', '?on=2012-12-31', '?on=2024-12-31&structure=today'];
		expect(
			await walk(moments.flatMap((moment) => codes.map((nis) => `/municipalities/${nis}${moment}`)))
		).toEqual([]);
	});

	test.for(
		['', '&on=2010-12-31', '&known=2013-06-01', '&on=2015-06-30'].map(
			(moment, at) => [moment, at] as const
		)
	)(
		'regions of every kind, those with a goal, and what is asked of them (%s)',
		async ([moment, at]) => {
			type Answer = { slug: string; kind: string; goal: unknown };
			const all: Answer[] = await json(`${API_ROOT}/regions?${moment}`);
			const kinds = [...Map.groupBy(all, ({ kind }) => kind).values()];
			const chosen = new Set([
				...kinds.map((own) => own[at % own.length] as Answer),
				...all.filter(({ goal }) => goal !== null),
				...some(all, 20, at)
			]);
			const addresses = [...chosen].flatMap(({ slug }) => [
				`/regions/${slug}?${moment}`,
				`/regions/${slug}/road?goal=0.09${moment}`,
				`/regions/${slug}/divisions?goal=0.09&without=missing${moment}`
			]);
			expect(await walk([`/regions?${moment}`, ...addresses])).toEqual([]);
		}
	);

	test('every kind of region compared', async () => {
		const all: { kind: string }[] = await json(`${API_ROOT}/regions`);
		const kinds = [...new Set(all.map(({ kind }) => kind))];
		expect(await walk(kinds.map((kind) => `/compare?kind=${kind}`))).toEqual([]);
	});

	test('every round, and every fifth publication', async () => {
		const rounds: { year: number }[] = await json(`${API_ROOT}/progress-tests`);
		const publications: { id: number }[] = await json(`${API_ROOT}/publications`);
		expect(
			await walk([
				...rounds.map(({ year }) => `/progress-tests/${year}`),
				...some(publications, 5, 0).map(({ id }) => `/publications/${id}`)
			])
		).toEqual([]);
	});

	test('changes over the years, of Flanders, regions and municipalities', async () => {
		const days = ['2010-01-01', '2014-06-01', '2018-02-01', '2023-07-01', '2026-01-01'];
		const periods = days.slice(1).map((to, index) => `from=${days[index]}&to=${to}`);
		const areas = ['', '&region=antwerpen', '&municipality=71072', '&region=genk'];
		expect(
			await walk(periods.flatMap((period) => areas.map((area) => `/changes?${period}${area}`)))
		).toEqual([]);
	});

	test('a shape that is wrong is noticed: the check can fail', async () => {
		const address = `${API_ROOT}/regions/genk`;
		const region = await json(address);
		const wrong = { ...region, gapp: 1, stock: { ...region.stock, value: null }, share: undefined };
		const found = await misfits(address, Response.json(wrong));
		expect(found.join('\n')).toMatch(/gapp/);
		expect(found.join('\n')).toMatch(/\/stock: must have required property 'reason'/);
		expect(found.join('\n')).toMatch(/'share'/);
	});
});

describe('every problem has the shape of problem details, and v1’s error inside', () => {
	test.for([
		['/municipalities/99999', 'unknown_municipality'],
		['/municipalities/99999/objectives.csv', 'unknown_municipality'],
		['/versions/gisteren/2020-01-01', 'malformed_parameter'],
		['/versions/2020-01-01/2999-01-01.csv', 'malformed_parameter'],
		['/versions/2020-01-01/2019-01-01', 'malformed_parameter'],
		['/regions/nergens', 'unknown_region'],
		['/regions/nergens/road.csv', 'unknown_region'],
		['/regions/eigen', 'malformed_parameter'],
		['/regions/eigen?municipalities=00000', 'malformed_parameter'],
		['/regions/genk/division?by=2001-12-31', 'malformed_parameter'],
		['/regions/genk/division?key=x&goal=7', 'malformed_parameter'],
		['/compare?regions=kortrijk,nergens', 'malformed_parameter'],
		['/compare.csv?kind=constructor', 'malformed_parameter'],
		['/progress-tests/1999', 'unknown_round'],
		['/publications/999999', 'unknown_publication'],
		['/changes?to=2999-01-01', 'malformed_parameter'],
		[`/regions?x=${'a'.repeat(9_000)}`, 'uri_too_long']
	] as const)('%s: %s', async ([address, code]) => {
		const whole = `${API_ROOT}${address}`;
		const answer = await answerAt(whole);
		expect(await misfits(whole, answer.clone())).toEqual([]);
		const { status, type, error } = await answer.json();
		expect({ status, type, code: error.code }).toEqual({
			status: answer.status,
			type: `/api#${code}`,
			code
		});
	});
});

describe('a program that knows only the document', () => {
	test('finds it at its address, the same as the program makes it', async () => {
		const served = await json(`${API_ROOT}/openapi.json`);
		expect(served).toMatchObject({ openapi: '3.1.1', servers: [{ url: API_ROOT }] });
		expect(Object.keys(served.paths)).toEqual(Object.keys(closedDocument.paths));
	});

	test('asks every operation with the examples of its parameters, and is understood', async () => {
		const document = await json(`${API_ROOT}/openapi.json`);
		for (const [path, { get }] of Object.entries<{ get: Operation }>(document.paths)) {
			const address = addressBy(document, path, get);
			const answer = await answerAt(address);
			expect(answer.headers.get('ignored-parameters'), address).toBeNull();
			expect(await misfits(address, answer.clone()), address).toEqual([]);
			expect(pathOf(address), address).toBe(path);
			expect(answer.status, address).toBe(200);
		}
		expect(inject('site')).toBeTruthy();
	});
});

interface Parameter {
	$ref?: string;
	name: string;
	in: 'path' | 'query';
	explode?: boolean;
	example: unknown;
}
interface Operation {
	parameters: Parameter[];
}

/** An address as a generated client makes it: by name, place and style of the parameters, each with its example. */
function addressBy(
	document: { components: { parameters: Record<string, Parameter> } },
	path: string,
	{ parameters }: Operation
): string {
	let address = API_ROOT + path;
	const query = new URLSearchParams();
	for (const one of parameters) {
		const parameter = one.$ref
			? document.components.parameters[one.$ref.split('/').at(-1) ?? '']
			: one;
		if (!parameter) throw new Error(`${one.$ref} is not there`);
		const { name, example, explode } = parameter;
		if (parameter.in === 'path') address = address.replace(`{${name}}`, String(example));
		else if (explode && typeof example === 'object' && example !== null) {
			for (const [each, value] of Object.entries(example)) query.set(each, String(value));
		} else query.set(name, String(example));
	}
	return `${address}?${query}`;
}
