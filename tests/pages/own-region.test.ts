import { describe, expect, test } from 'vitest';
import { facts, membersOn } from '../support/facts.ts';
import { press } from '../support/form.ts';
import { sent, wordsOf } from '../support/html.ts';
import { follow, open, saysAt, seen, type Reading } from '../support/reader.ts';
import { gridOf, tableOf } from '../support/table.ts';
import { answerAt, csvRows, json, shownDay } from './api.ts';

const headOf = ({ document }: Reading) => seen(document.querySelector('h1'));
const textOf = ({ document }: Reading) => seen(document.querySelector('main'));

describe('a region that a visitor puts together', () => {
	test('is made with a form: names and ticks become one address, and its page', async () => {
		const page = await press(await open('/regios/samenstellen?van=genk'), 'Toon deze regio', {
			'Typ namen': 'Kortrijk; menen',
			'Naam van de regio': 'Proef & co'
		});
		expect(page.url.pathname).toBe('/regios/eigen');
		const members = [...membersOn('genk', await shownDay()), '34022', '34027'].sort();
		expect(page.url.searchParams.get('gemeenten')).toBe(members.join());
		expect(headOf(page)).toMatch(/^Proef & co telt /);
	});

	test('a name that is not found is said, with what may be meant, and nothing is lost', async () => {
		const { document } = await open('/regios/samenstellen?namen=spiere,Gent&toon=1');
		expect([...document.querySelectorAll('[role=alert]')].map(seen)).toEqual([
			'We vinden geen gemeente «spiere». Bedoelt u Spiere-Helkijn?'
		]);
		const ticked = [...document.querySelectorAll('input[checked]')].map((box) =>
			wordsOf(box.closest('label'))
		);
		expect(ticked).toEqual(['Gent']);
	});

	test('without a list the form is shown; with doubles or in another order it is the same address', async () => {
		expect((await open('/regios/eigen')).url.pathname).toBe('/regios/samenstellen');
		const { url } = await open('/regios/eigen?gemeenten=34027,34022,34027&op=2012-12-31');
		expect(url.href).toContain('gemeenten=34022,34027&op=2012-12-31');
	});

	test('its links within the region keep the list, those to elsewhere do not', async () => {
		const { document } = await open('/regios/eigen?gemeenten=34022,34027&naam=Proef');
		const hrefs = [...document.querySelectorAll('main a[href^="/"]')].map(
			(link) => link.getAttribute('href') ?? ''
		);
		for (const href of hrefs) {
			const { pathname, searchParams } = new URL(href, 'http://site');
			if (pathname.startsWith('/regios/eigen'))
				expect(searchParams.get('gemeenten'), href).toBe('34022,34027');
			if (pathname.startsWith('/gemeenten/')) expect(href).not.toContain('naam=');
		}
		expect(hrefs.some((href) => href.startsWith('/regios/eigen/sinds?'))).toBe(true);
	});

	test('with the members of a region it has the same numbers on page, API and CSV', async () => {
		const members = membersOn('kortrijk', await shownDay());
		const known = await json('/api/v1/regions/kortrijk');
		const own = await json(`/api/v1/regions/eigen?municipalities=${members.join()}`);
		expect(own.stock).toEqual(known.stock);
		expect(own.spread.gini).toBe(known.spread.gini);
		const rows = await csvRows(`/api/v1/regions/eigen.csv?municipalities=${members.join()}`);
		const stocks = (one: { nis: string; stock: { value: number } }) => [one.nis, one.stock.value];
		expect(rows.map(({ nis, stock }) => [nis, Number(stock)])).toEqual(known.members.map(stocks));
		const answer = async (address: string) => headOf(await open(address)).replace(/^.* telt /, '');
		expect(await answer(`/regios/eigen?gemeenten=${members.join()}`)).toBe(
			await answer('/regios/kortrijk')
		);
	});

	test.for(['99999', '34022,nee', "34022' or 1=1", '<script>'])(
		'a list that is none is refused in plain words: %s',
		async (codes) => {
			const query = encodeURIComponent(codes);
			expect((await answerAt(`/api/v1/regions/eigen?municipalities=${query}`)).status).toBe(400);
			const { status, document } = await sent(`/regios/eigen?gemeenten=${query}`);
			expect(status).toBe(400);
			expect(seen(document.querySelector('main'))).toContain('een waarde die niet kan');
		}
	);
});

describe('whose figures a region shows', () => {
	test('members of then or of today is a choice that the page names', async () => {
		const then = await open('/regios/genk?op=2012-12-31');
		expect(seen(then.document.querySelector('.notice'))).toContain(
			'U ziet de leden van 31/12/2012.'
		);
		const today = await follow(then, 'van vandaag');
		expect(seen(today.document.querySelector('.notice'))).toContain('U ziet de leden van vandaag.');
		const names = gridOf(tableOf(today, 'leden')).rows.map(([name]) => seen(name));
		expect(names).toContain('Oudsbergen');
	});

	test('where nobody joined or left there is nothing to choose', async () => {
		expect(await saysAt('/regios/kortrijk?op=2012-12-31')).not.toContain('U ziet de leden van');
	});
});

describe('regions side by side', () => {
	interface Compared {
		name: string;
		share: { value: number; status: string };
	}
	const byName = new Intl.Collator('nl-BE').compare;

	test('page, JSON and CSV give the same regions, on the page by share and then by name who has an estimate', async () => {
		const page = await open('/vergelijken?soort=referentieregio');
		const { regions } = await json('/api/v1/compare?kind=referentieregio');
		const isRanked = ({ share }: Compared) => share.status !== 'estimated';
		const names = (regions as Compared[])
			.sort(
				(a, b) =>
					Number(isRanked(b)) - Number(isRanked(a)) ||
					(isRanked(a) ? b.share.value - a.share.value : 0) ||
					byName(a.name, b.name)
			)
			.map((one) => one.name);
		const { rows } = gridOf(tableOf(page, 'stand'));
		expect(rows.map(([name]) => seen(name))).toEqual(names);
		const kind = facts.regions.filter((one) => one.kind === 'referentieregio');
		const file = await csvRows('/api/v1/compare.csv?kind=referentieregio');
		expect(file.map((row) => row['slug']).sort()).toEqual(kind.map((one) => one.slug).sort());
	});

	test('the other order ranks no region on an estimate either, and is not offered where all are', async () => {
		const page = await open('/vergelijken?orde=inspanning');
		const { rows } = gridOf(tableOf(page, 'stand'));
		const estimated = rows
			.map((cells) => cells.map(seen))
			.filter((cells) => cells.some((one) => /^≈ \d+ van/.test(one)));
		const names = estimated.map(([name = '']) => name);
		expect(names).toEqual(names.toSorted(byName));
		const isOffered = seen(page.document.querySelector('main')).includes('inspanning: eerst');
		if (estimated.length === rows.length) expect(isOffered).toBe(false);
	});

	test('regions picked by hand come into one address, and an own list goes along', async () => {
		const asked = '/vergelijken?regios=eigen,genk&gemeenten=34022,34027&naam=Proef';
		const page = await press(await open(asked), 'Vergelijk deze regio’s', {
			'Regio Kortrijk (Leiedal)': true
		});
		expect(page.url.searchParams.get('regios')).toBe('eigen,genk,kortrijk');
		expect(page.url.searchParams.get('gemeenten')).toBe('34022,34027');
		expect(textOf(page)).toContain('Kortrijk en Menen horen bij meer dan één van deze regio’s.');
	});

	test.for(['soort=dorp', 'regios=kortrijk,nergens'])(
		'a kind or region that is none is refused: %s',
		async (query) => {
			expect((await sent(`/vergelijken?${query}`)).status).toBe(400);
		}
	);
});
