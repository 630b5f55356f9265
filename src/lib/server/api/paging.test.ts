import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Paging } from './paging.ts';

const LIST = Array.from({ length: 7 }, (_, index) => index);
const asked = (query: string) => {
	const url = new URL(`http://site/api/v1/regions?${query}`);
	const number = (name: string) => {
		const text = url.searchParams.get(name);
		return text === null ? undefined : Number(text);
	};
	const paging = new Paging({ limit: number('limit'), offset: number('offset') });
	return { items: paging.of(LIST), headers: paging.headers(url) };
};
const linksOf = ({ link = '' }: Record<string, string>) =>
	Object.fromEntries(
		[...link.matchAll(/<([^>]*)>; rel="(\w+)"/g)].map(([, address, name]) => [name, address])
	);

describe('a part of a list', () => {
	test('is the whole list when nothing is asked, with how many it has and no addresses', () => {
		const { items, headers } = asked('on=2022-12-31');
		expect(items).toEqual(LIST);
		expect(headers).toEqual({ 'x-total-count': '7' });
	});

	test('leads to the first, previous, next and last part, which keep what else was asked', () => {
		const { items, headers } = asked('regions=a,b&limit=2&offset=4');
		expect(items).toEqual([4, 5]);
		const at = (offset: number) => `/api/v1/regions?regions=a,b&limit=2&offset=${offset}`;
		expect(linksOf(headers)).toEqual({ first: at(0), prev: at(2), next: at(6), last: at(6) });
	});

	test('has nothing before the first part and nothing after the last', () => {
		expect(linksOf(asked('limit=3').headers)).not.toHaveProperty('prev');
		expect(linksOf(asked('limit=3&offset=6').headers)).not.toHaveProperty('next');
		expect(linksOf(asked('limit=9').headers)).toEqual({
			first: expect.stringContaining('offset=0'),
			last: expect.stringContaining('offset=0')
		});
	});

	test('beyond the end is empty and leads back', () => {
		const { items, headers } = asked('limit=2&offset=90');
		expect(items).toEqual([]);
		expect(linksOf(headers)['prev']).toContain('offset=5');
	});

	test('whoever follows next gets every item once, in order', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 9 }), (limit) => {
				const found: number[] = [];
				let query: string | undefined = `limit=${limit}`;
				while (query !== undefined) {
					const { items, headers } = asked(query);
					found.push(...items);
					query = linksOf(headers)['next']?.split('?')[1];
				}
				expect(found).toEqual(LIST);
			})
		);
	});
});
