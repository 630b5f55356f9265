import { describe, expect, test } from 'vitest';
import { createPlaces, type Municipality } from '#lib/domain/places.ts';
import type { Membership } from '#lib/domain/region.ts';
import { town } from '../../../../tests/support/towns.ts';
import type { Region } from '../queries/regions.ts';
import {
	datedMemberships,
	familyOf,
	formerOf,
	lastYearEndApart,
	membershipChange,
	regionsOf,
	regionsOn
} from './memberships.ts';

const OPGLABBEEK = town('71047', '1977-01-01', '2018-12-31', 'Opglabbeek');
const MEEUWEN = town('72040', '1977-01-01', '2018-12-31', 'Meeuwen-Gruitrode');
const OUDSBERGEN = town('72042', '2019-01-01', null, 'Oudsbergen');
const GENK = town('71016', '1977-01-01', null, 'Genk');
const ANTWERPEN = town('11002', '1977-01-01', null, 'Antwerpen');
const BORSBEEK = town('11007', '1977-01-01', '2024-12-31', 'Borsbeek');

const places = createPlaces(
	[OPGLABBEEK, MEEUWEN, OUDSBERGEN, GENK, ANTWERPEN, BORSBEEK],
	[
		{ predecessor: OPGLABBEEK.nis, successor: OUDSBERGEN.nis, on: '2019-01-01' },
		{ predecessor: MEEUWEN.nis, successor: OUDSBERGEN.nis, on: '2019-01-01' },
		{ predecessor: ANTWERPEN.nis, successor: ANTWERPEN.nis, on: '2025-01-01' },
		{ predecessor: BORSBEEK.nis, successor: ANTWERPEN.nis, on: '2025-01-01' }
	]
);

const member = ({ nis }: Municipality, from: string, to: string | null = null): Membership => ({
	nis,
	from,
	to
});

/** One region with these members, of which the list is attested from a day on. */
function world(attestedFrom: string | null, members: Membership[]) {
	const region: Region = {
		slug: 'genk',
		code: 'sr:genk',
		name: 'Stadsregio Genk',
		kind: 'stadsregio',
		validFrom: null,
		validTo: null,
		attestedFrom,
		note: null,
		publication: 1
	};
	const facts = {
		places,
		regions: new Map([[region.slug, region]]),
		memberships: new Map([[region.slug, members]]),
		regionsOf: new Map(members.map((one) => [one.nis, [region.slug, region.slug]]))
	};
	return { region, facts };
}

describe('the dated memberships of a region', () => {
	const names = (attested: string | null, ...members: Membership[]) => {
		const { region, facts } = world(attested, members);
		return datedMemberships(facts, region).map(({ name, from, to }) => [name, from, to]);
	};

	test('a member from its own beginning on says nothing; one that ended, or came from a merger, does', () => {
		expect(
			names(
				null,
				member(GENK, '1977-01-01'),
				member(OPGLABBEEK, '1977-01-01', '2018-12-31'),
				member(OUDSBERGEN, '2019-01-01')
			)
		).toEqual([
			['Opglabbeek', '1977-01-01', '2018-12-31'],
			['Oudsbergen', '2019-01-01', null]
		]);
	});

	test('the first attested day is no beginning, any later day is', () => {
		expect(names('2013-01-01', member(GENK, '2013-01-01'))).toEqual([]);
		expect(names('2013-01-01', member(GENK, '2016-01-01'))).toEqual([['Genk', '2016-01-01', null]]);
		expect(names(null, member(GENK, '2013-01-01'))).toEqual([['Genk', '2013-01-01', null]]);
	});

	test('an end is shown even when the beginning is only attested', () => {
		expect(names('2013-01-01', member(OPGLABBEEK, '2013-01-01', '2018-12-31'))).toEqual([
			['Opglabbeek', '2013-01-01', '2018-12-31']
		]);
	});
});

describe('the members of then and of today', () => {
	const changed = (on: string, ...members: Membership[]) => {
		const { region, facts } = world(null, members);
		const change = membershipChange(facts, region, { on, today: '2026-01-01' });
		return change && [change.joined, change.left].map((side) => side.map((one) => one.name));
	};
	const genk = member(GENK, '1977-01-01');
	const opglabbeek = member(OPGLABBEEK, '1977-01-01', '2018-12-31');
	const oudsbergen = member(OUDSBERGEN, '2019-01-01');

	test('who joined since is named, and who left', () => {
		const later = member(ANTWERPEN, '2015-01-01');
		expect(changed('2012-12-31', genk, later)).toEqual([['Antwerpen'], []]);
		expect(changed('2012-12-31', genk, opglabbeek)).toEqual([[], ['Opglabbeek']]);
		expect(changed('2025-12-31', genk, later)).toBeNull();
	});

	test('a merger with a municipality from outside brings ground in; one of members only changes nothing', () => {
		const meeuwen = member(MEEUWEN, '1977-01-01', '2018-12-31');
		expect(changed('2012-12-31', genk, opglabbeek, oudsbergen)).toEqual([['Oudsbergen'], []]);
		expect(changed('2012-12-31', genk, opglabbeek, meeuwen, oudsbergen)).toBeNull();
	});

	test('a region that did not exist yet had nobody', () => {
		expect(changed('2012-12-31', member(GENK, '2015-06-30'))).toEqual([['Genk'], []]);
	});
});

describe('the regions of a municipality', () => {
	const own = (attested: string | null, municipality: Municipality, ...members: Membership[]) =>
		regionsOf(world(attested, members).facts, municipality).map(({ region, since, until }) => [
			region.slug,
			since,
			until
		]);

	test('each stands once, also with two memberships', () => {
		const first = member(GENK, '1977-01-01', '2009-12-31');
		const second = member(GENK, '2015-01-01');
		expect(own(null, GENK, first, second)).toEqual([['genk', null, null]]);
	});

	test('a beginning says something when it is later than the municipality and not merely attested', () => {
		expect(own(null, GENK, member(GENK, '1977-01-01'))).toEqual([['genk', null, null]]);
		expect(own(null, OUDSBERGEN, member(OUDSBERGEN, '2019-01-01'))).toEqual([['genk', null, null]]);
		expect(own('2013-01-01', GENK, member(GENK, '2013-01-01'))).toEqual([['genk', null, null]]);
		expect(own('2013-01-01', GENK, member(GENK, '2016-01-01'))).toEqual([
			['genk', '2016-01-01', null]
		]);
	});
});

describe('the regions of a municipality on a day', () => {
	const on = (attested: string | null, day: string, nis: string, ...members: Membership[]) =>
		regionsOn(world(attested, members).facts, nis, day).map((one) => one.attestedFrom);

	test('a membership that ended or had not begun does not count', () => {
		const own = member(GENK, '2013-01-01', '2018-12-31');
		expect(on(null, '2012-12-31', GENK.nis, own)).toEqual([]);
		expect(on(null, '2018-12-31', GENK.nis, own)).toEqual([null]);
		expect(on(null, '2019-12-31', GENK.nis, own)).toEqual([]);
	});

	test('an earlier day than the first attested one counts for the predecessor too, and says so', () => {
		const own = member(OUDSBERGEN, '2019-01-01');
		expect(on('2019-01-01', '2012-12-31', OPGLABBEEK.nis, own)).toEqual(['2019-01-01']);
		expect(on('2019-01-01', '2012-12-31', OUDSBERGEN.nis, own)).toEqual([]);
		expect(on('2019-01-01', '2020-12-31', OUDSBERGEN.nis, own)).toEqual([null]);
	});
});

describe('the family of a municipality', () => {
	const { facts } = world(null, []);

	test('names predecessors and successor with the day of the merger', () => {
		expect(familyOf(facts, OUDSBERGEN.nis, '2026-01-01')).toEqual({
			merger: {
				on: '2019-01-01',
				predecessors: [OPGLABBEEK, MEEUWEN],
				lastFigures: '2017-12-31'
			},
			successor: null
		});
		expect(familyOf(facts, OPGLABBEEK.nis, '2026-01-01')).toEqual({
			merger: null,
			successor: { on: '2019-01-01', municipality: OUDSBERGEN }
		});
	});

	test('a merger in the future is not there yet', () => {
		expect(familyOf(facts, OUDSBERGEN.nis, '2018-12-31').merger).toBeNull();
	});

	test('only what went into a municipality is a former one of it', () => {
		expect(formerOf(facts, OUDSBERGEN.nis, OPGLABBEEK.nis)).toEqual({
			on: '2019-01-01',
			municipality: OPGLABBEEK,
			lastFigures: '2017-12-31'
		});
		expect(formerOf(facts, ANTWERPEN.nis, BORSBEEK.nis)?.on).toBe('2025-01-01');
		for (const code of [OUDSBERGEN.nis, GENK.nis, BORSBEEK.nis, '99999', '']) {
			expect(formerOf(facts, OUDSBERGEN.nis, code)).toBeNull();
		}
		expect(formerOf(facts, ANTWERPEN.nis, ANTWERPEN.nis)).toBeNull();
	});

	test.for([
		['2019-01-01', '2017-12-31'],
		['2025-01-01', '2023-12-31'],
		['2019-04-01', '2018-12-31']
	])('before a merger on %s the last year-end with households of its own is %s', ([on, day]) => {
		expect(lastYearEndApart(on ?? '')).toBe(day);
	});
});
