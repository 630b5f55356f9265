import { describe, expect, inject, test } from 'vitest';
import { dutchDay } from '../support/dutch.ts';
import { existingOn } from '../support/facts.ts';
import { press } from '../support/form.ts';
import { open, saysAt, seen, type Reading } from '../support/reader.ts';
import { gridOf } from '../support/table.ts';
import { today } from '#lib/server/today.ts';
import { answerAt, shownDay } from './api.ts';
import { codesUnder, KINDS, PLACES } from './framed.ts';

describe('a figure in a frame', () => {
	test.for(KINDS)(
		'%s says title, base, date, source, credit and where it is from',
		async (path) => {
			const { document } = await open(path);
			const text = seen(document.querySelector('main'));
			expect(text).toContain(`Toestand op ${dutchDay(await shownDay())}`);
			expect(text).toMatch(/per 100 huishoudens|in woningen/);
			expect(text).toMatch(/Bron(nen)?: /);
			expect(text).toContain('≈');
			expect(text).toMatch(/Woonobjectief · Alle cijfers en uitleg$/);
			expect(document.querySelectorAll('header, nav, form, script')).toHaveLength(0);
		}
	);

	test.for(KINDS)(
		'%s is light: at most 25 kB of page and styles, 28 kB with the map',
		async (path) => {
			const bytes = async (address: string) => {
				const answer = await fetch(new URL(address, inject('site')), {
					headers: { 'accept-encoding': 'br' }
				});
				const length = Number(answer.headers.get('content-length'));
				return { length, text: await answer.text() };
			};
			const { length, text } = await bytes(path);
			expect(text).toContain('<style>');
			expect(text).not.toContain('rel="stylesheet"');
			expect(length).toBeLessThan(path.startsWith('/insluiten/kaart') ? 28_000 : 25_000);
		}
	);
});

describe('a figure in a frame says the same as its page', () => {
	const both = async <Said>(framed: string, read: (at: Reading) => Said) => {
		const frame = await open(framed);
		const address = frame.document.querySelector('.credit a')?.getAttribute('href') ?? '';
		return { inFrame: read(frame), onPage: read(await open(address)) };
	};

	test.for([
		'/insluiten/regio/kortrijk?op=2012-12-31&structuur=vandaag',
		'/insluiten/regio/antwerpen?bekend=2012-03-18&op=2009-12-31',
		'/insluiten/regio/eigen?gemeenten=34022,34027&naam=Proef',
		'/insluiten/vergelijken?regios=kortrijk,genk&orde=inspanning&op=2022-12-31'
	])('%s: its sentence', async (framed) => {
		const { inFrame, onPage } = await both(framed, ({ document }) =>
			seen(document.querySelector('h1'))
		);
		expect(inFrame).not.toBe('');
		expect(inFrame).toBe(onPage);
	});

	test.for(['/insluiten/groeipad/34022', '/insluiten/groeipad/11002?structuur=vandaag'])(
		'%s: its table',
		async (framed) => {
			const { inFrame, onPage } = await both(framed, ({ document }) => {
				const figure = [...document.querySelectorAll('figure')].find((one) =>
					seen(one).includes('De weg van')
				);
				const { heads, rows } = gridOf(figure?.querySelector('table') as Element);
				return [heads, ...rows.map((row) => row.map(seen))];
			});
			expect(inFrame).toEqual(onPage);
			expect(inFrame.flat()).toContain(dutchDay(await shownDay()));
		}
	);

	test.for([
		['/insluiten/kaart', undefined],
		['/insluiten/kaart?maat=tekort&regio=kortrijk&op=2022-12-31&structuur=vandaag', today()]
	] as const)('%s: what every cell says', async ([framed, structure]) => {
		const { inFrame, onPage } = await both(framed, ({ document }) =>
			[...document.querySelectorAll('.map div:first-of-type > svg a')].map(
				(cell) => cell.textContent
			)
		);
		expect(inFrame).toEqual(onPage);
		expect(inFrame).toHaveLength(existingOn(structure ?? (await shownDay())).length);
	});
});

describe('a figure that is held to a moment', () => {
	const HELD = 'op=2009-12-31&bekend=2012-03-18';

	test.for([
		[`/insluiten/kaart?${HELD}`, /Van 1 gemeente is nu een ander cijfer bekend\./],
		[`/insluiten/regio/centrumsteden?${HELD}`, /Nu bekend: ≈? ?[\d.]+ woningen/],
		['/insluiten/groeipad/35013?op=2021-12-31&bekend=2022-01-01', /Nu bekend: Het objectief vroeg/],
		[
			`/insluiten/vergelijken?regios=kortrijk,centrumsteden&${HELD}`,
			/Van \d regio(’s)? is nu een ander cijfer bekend\./
		]
	] as const)(
		'%s says what is known since, and that there are newer figures',
		async ([path, now]) => {
			const text = await saysAt(path);
			expect(text).toMatch(/Toestand op 31\/12\/20(09|21), zoals bekend op/);
			expect(text).toMatch(now);
			expect(text).toContain(`Er zijn nieuwere cijfers: toestand op ${dutchDay(await shownDay())}`);
		}
	);

	test('keeps the number of then', async () => {
		const text = await saysAt(
			'/insluiten/regio/eigen?gemeenten=44021&naam=Gent&op=2009-12-31&bekend=2012-03-18'
		);
		expect(text).toContain('Gent telt 14.544 sociale huurwoningen');
		expect(text).toContain('Nu bekend: 14.753 woningen');
	});

	test.for(KINDS)('the newest one says nothing of newer ones: %s', async (path) => {
		expect(await saysAt(path)).not.toMatch(/nieuwere cijfers|zoals bekend|nu bekend/i);
	});
});

describe('the code under a figure', () => {
	const addressOf = (code = '') => {
		const src = /src="([^"]+)"/.exec(code)?.[1] ?? '';
		const { pathname, search } = new URL(src.replaceAll('&amp;', '&'));
		return pathname + search;
	};

	test.for(PLACES)(
		'of %s leads to the same figure, live and held to the moment',
		async ([place, id, address]) => {
			const [live, held] = await codesUnder(place, id);
			expect(addressOf(live)).toBe(address);
			expect(addressOf(held)).toMatch(
				new RegExp(`[?&]op=${await shownDay()}&bekend=\\d{4}-\\d\\d-\\d\\d&versie=\\d+$`)
			);
			expect(addressOf(held)).toContain(address.split('?')[1] ?? address);
		}
	);

	test('is made by a form that works without JavaScript', async () => {
		const asked = await open('/insluiten?figuur=regio&bekend=2026-01-01');
		const page = await press(asked, seen(buttonOf(asked)), {
			regio: 'Regio Genk (GAOZ)',
			kleur: 'donker',
			breedte: '480'
		});
		const codes = [...page.document.querySelectorAll('main pre')].map((one) => one.textContent);
		const [live = '', held = ''] = codes;
		expect(addressOf(live)).toBe('/insluiten/regio/genk?kleur=donker');
		const address = `/insluiten/regio/genk?kleur=donker&op=${await shownDay()}&bekend=2026-01-01`;
		expect(addressOf(held)).toMatch(/&versie=\d+$/);
		expect(addressOf(held).replace(/&versie=\d+$/, '')).toBe(address);
		expect(live).toContain('width="480"');
		const shown = page.document.querySelector('main iframe')?.getAttribute('src') ?? '';
		const { document } = await open(new URL(shown, page.url).href);
		expect(seen(document.querySelector('h1'))).toContain('Regio Genk (GAOZ) telt');
	});

	const buttonOf = ({ document }: Reading) =>
		document.querySelector('select[name=kleur]')?.closest('form')?.querySelector('button');
});

describe('an address of a figure that cannot be shown', () => {
	test.for([
		['/insluiten/kaart?maat=hoogte', 400],
		['/insluiten/kaart?kleur=groen', 400],
		['/insluiten/kaart?bekend=x', 400],
		['/insluiten/kaart?regio=nergens', 404],
		['/insluiten/regio/nergens', 404],
		['/insluiten/regio/eigen', 400],
		['/insluiten/regio/eigen?gemeenten=99999', 400],
		['/insluiten/groeipad/99999', 404],
		['/insluiten/groeipad/kortrijk', 404],
		['/insluiten/vergelijken?soort=x', 400],
		['/insluiten/iets', 404]
	] as const)('%s is refused with %i, in the frame too', async ([path, status]) => {
		const answer = await answerAt(path);
		expect(answer.status).toBe(status);
		expect(answer.headers.get('x-frame-options')).toBeNull();
		expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *');
	});

	test.for([
		['/insluiten?figuur=taart', 400],
		['/insluiten?breedte=100', 400],
		['/insluiten?breedte=1e3', 400],
		['/insluiten?kleur=groen', 400],
		['/insluiten?figuur=vergelijken&soort=x', 400],
		['/insluiten?figuur=regio&regio=nergens', 404],
		['/insluiten?figuur=groeipad&gemeente=99999', 404]
	] as const)('the form %s is refused with %i', async ([path, status]) => {
		expect((await answerAt(path)).status).toBe(status);
	});

	test('a municipality that ended goes to the one it went into, in the frame', async () => {
		const { url } = await open('/insluiten/groeipad/11056?op=2025-12-31&kleur=donker');
		expect(url.pathname + url.search).toBe('/insluiten/groeipad/46030?op=2025-12-31&kleur=donker');
	});
});
