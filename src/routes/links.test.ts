import { expect, test } from 'vitest';
import type { Reference } from '#lib/server/reference/reference.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { namesIn } from '#lib/server/asked/parameter.ts';
import { MOMENT, PERIOD } from '#lib/server/asked/questions.ts';
import {
	apiLink,
	frozenAddress,
	frozenPeriod,
	linksFrom,
	MOMENT_PARAMETERS,
	PERIOD_PARAMETERS,
	regionApiLink
} from './links.ts';

const events = [{ version: 138, day: '2026-11-20' }];
const facts = { stockDates: [], events, newest: 140 } as unknown as Reference;
const TODAY = '2026-11-23';

test('the parameters that travel along are those that a page reads its moment from', () => {
	expect(MOMENT_PARAMETERS).toEqual(Object.values(namesIn('page', MOMENT)));
});

test('the parameters of a frozen comparison are those that a page reads its days from', () => {
	expect(PERIOD_PARAMETERS).toEqual(namesIn('page', PERIOD));
});

test('a frozen address keeps what was asked and adds the two dates and the version', () => {
	const url = new URL('https://site.test/regios/kortrijk?grond=toen&gemeenten=34022,34027');
	const moment = readMoment(new URLSearchParams('op=2022-12-31'), 'page', facts, TODAY);
	const asked = 'https://site.test/regios/kortrijk?grond=toen&gemeenten=34022,34027';
	expect(frozenAddress(url, moment)).toBe(`${asked}&op=2022-12-31&bekend=2026-11-23&versie=138`);
	expect(frozenAddress(url, moment, false)).toBe(`${asked}&bekend=2026-11-23&versie=138`);
});

test('a frozen address of the municipalities of today names the day, and shows those ever after', () => {
	const url = new URL('https://site.test/gemeenten/11002?structuur=vandaag');
	const asked = readMoment(url.searchParams, 'page', facts, TODAY);
	const frozen = new URL(frozenAddress(url, asked));
	expect(frozen.searchParams.get('structuur')).toBe(TODAY);
	const later = readMoment(frozen.searchParams, 'page', facts, '2031-01-01');
	expect(later).toMatchObject({ structure: 'today', structureOn: TODAY, known: TODAY });
});

test('a version that is read on no day in particular is read on its own', () => {
	const moment = readMoment(new URLSearchParams('versie=138'), 'page', facts, TODAY);
	expect(moment).toMatchObject({ known: '2026-11-20', knownAsked: true });
	expect(moment.version).toEqual({ number: 138, isNewest: false, asked: true });
});

test('a frozen comparison says both its days and the version', () => {
	const [from, to] = ['2024-01-01', '2026-11-23'].map((known) => ({ known, on: known }));
	const url = new URL('https://site.test/regios/eigen/sinds?gemeenten=34022&tot=2026-11-23');
	expect(
		from &&
			to &&
			frozenPeriod(url, { from, to }, { version: { number: 138, isNewest: true, asked: false } })
	).toBe(
		'https://site.test/regios/eigen/sinds?gemeenten=34022&tot=2026-11-23&van=2024-01-01&versie=138'
	);
});

test('a link keeps the moment and nothing else', () => {
	const link = linksFrom(new URL('http://site/?op=2022-12-31&maat=tekort&structuur='));
	expect(link('/regios', { regio: 'genk', status: null })).toBe('/regios?op=2022-12-31&regio=genk');
});

test.for(['/', '/gemeenten/34022', '/vergadering', '/methode', '/cijfers'])(
	'the municipality of the visitor travels to %s, so that it comes back from there',
	(path) => {
		const link = linksFrom(new URL('http://site/?mijn=34040'));
		expect(link(path)).toBe(`${path}?mijn=34040`);
	}
);

test.for(['/api', '/beheer', '/insluiten/kaart', '/melding'])('and not to %s', (path) => {
	expect(linksFrom(new URL('http://site/?mijn=34040'))(path)).toBe(path);
});

test('a link keeps the day that was asked for what was known, and drops the region', () => {
	const link = linksFrom(new URL('http://site/?bekend=2012-03-18&regio=genk&orde=naam'));
	expect(link('/gemeenten/34022')).toBe('/gemeenten/34022?bekend=2012-03-18');
	expect(link('/gemeenten/34022', { bekend: null })).toBe('/gemeenten/34022');
});

test.for([
	'op=2022-12-31',
	'op=2022-12-31&structuur=vandaag',
	'op=2010-12-31&bekend=2012-03-18',
	'op=2010-12-31&bekend=2012-03-18&structuur=vandaag',
	'op=2010-12-31&bekend=2026-11-23&versie=138'
])('the API is asked for the moment of the page: %s', (query) => {
	const moment = readMoment(new URLSearchParams(query), 'page', facts, TODAY);
	const asked = new URL(apiLink('regions.csv', moment), 'http://site').searchParams;
	expect(readMoment(asked, 'api', facts, TODAY)).toEqual(moment);
});

test('a knowledge date that was not asked is not written down, or the link would grow old', () => {
	const moment = readMoment(new URLSearchParams('op=2022-12-31'), 'page', facts, TODAY);
	expect(apiLink('municipalities/34022', moment)).toBe(
		'/api/v1/municipalities/34022?on=2022-12-31'
	);
});

test('a link within an own region keeps its municipalities; one to another page does not', () => {
	const link = linksFrom(
		new URL('http://site/regios/eigen?gemeenten=34022%2C34027&naam=Proef&doel=11&op=2022-12-31')
	);
	const kept = 'op=2022-12-31';
	expect(link('/regios/eigen/sinds')).toContain('gemeenten=34022,34027&naam=Proef');
	expect(link('/regios/eigen')).toContain(kept);
	expect(link('/regios/kortrijk')).toBe(`/regios/kortrijk?${kept}`);
	expect(link('/gemeenten/34022')).toBe(`/gemeenten/34022?${kept}`);
});

test('the API is asked for the same municipalities as the page of an own region', () => {
	const moment = readMoment(new URLSearchParams('op=2022-12-31'), 'page', facts, TODAY);
	const own = { codes: ['34022', '34027'], name: null };
	expect(regionApiLink({ slug: 'eigen', own }, '/division', moment)).toBe(
		'/api/v1/regions/eigen/division?on=2022-12-31&municipalities=34022,34027'
	);
	expect(regionApiLink({ slug: 'genk' }, '.csv', moment)).toBe(
		'/api/v1/regions/genk.csv?on=2022-12-31'
	);
});
