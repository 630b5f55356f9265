import { describe, expect, inject, test } from 'vitest';
import { facts } from '../support/facts.ts';
import { documentAt } from '../support/html.ts';

const PAGES = [
	'/',
	'/gemeenten/34022?op=2020-12-31',
	'/gemeenten/73028',
	'/regios/kortrijk',
	'/regios/eigen?gemeenten=34022,34027&naam=Proef',
	'/vergelijken',
	'/voortgangstoets/2022',
	`/cijfers/publicaties/${facts.publications[0]?.id}`
];

/** Where a page says that its picture is. */
const pictureOf = async (path: string) =>
	(await documentAt(path)).querySelector('meta[property="og:image"]')?.getAttribute('content');

const pictureAt = async (address: string) => {
	const answer = await fetch(address);
	return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
};

describe('a link to a page has a picture of what the page says', () => {
	test.for(PAGES)('%s', async (path) => {
		const address = await pictureOf(path);
		expect(address).toMatch(new RegExp(`^${inject('site')}/uitvoer/deelbeeld`));
		const { answer, bytes } = await pictureAt(address ?? '');
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toBe('image/png');
		expect(bytes.subarray(1, 4).toString()).toBe('PNG');
		expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
	});

	test('the same data give the same picture, another day another one', async () => {
		const at = (query: string) =>
			pictureAt(`${inject('site')}/uitvoer/deelbeeld/gemeenten/34022${query}`);
		const [one, again, other] = await Promise.all([
			at('?op=2024-12-31'),
			at('?op=2024-12-31'),
			at('?op=2012-12-31')
		]);
		expect(again.bytes.equals(one.bytes)).toBe(true);
		expect(other.bytes.equals(one.bytes)).toBe(false);
	});

	test.for([
		['/uitvoer/deelbeeld/gemeenten/99999', 404],
		['/uitvoer/deelbeeld/api/v1/regions', 404],
		['/uitvoer/deelbeeld/uitvoer/deelbeeld', 404],
		['/uitvoer/deelbeeld/..%2fcijfers', 404],
		['/uitvoer/deelbeeld/https:%2f%2felse.test', 404],
		['/uitvoer/deelbeeld/regios/kortrijk?op=gisteren', 400]
	] as const)('%s is refused with %i', async ([path, status]) => {
		expect((await fetch(inject('site') + path)).status).toBe(status);
	});

	test.for(['/insluiten/regio/kortrijk', '/vergadering/kortrijk/scherm'])(
		'a frame and a slide have none: %s',
		async (path) => {
			expect(await pictureOf(path)).toBeUndefined();
		}
	);
});
