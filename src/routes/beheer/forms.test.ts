import { expect, test } from 'vitest';
import type { Reference } from '#lib/server/reference/reference.ts';
import { FORMS, problemOf, tablesOf, type Values } from './forms.ts';

const GENK = { nis: '71016', name: 'Genk', validFrom: '1977-01-01', validTo: null };
const facts = (...regions: string[]) =>
	({
		places: { byCode: new Map([['71016', GENK]]) },
		regions: new Map(regions.map((slug) => [slug, {}]))
	}) as unknown as Reference;
const made = (form: string, values: Values, known = facts()) => {
	const one = FORMS[form];
	if (!one) throw new Error(`There is no form ${form}.`);
	return tablesOf(form, one, values, known).map(({ sheet, heads, rows }) => ({
		sheet,
		rows: rows.map((row) => Object.fromEntries(row.map((cell, at) => [heads[at] ?? '', cell])))
	}));
};
const wrong = (form: string, values: Values) => {
	const one = FORMS[form];
	const source = { uitgever: 'Proefdienst', op: '2026-11-20' };
	return one ? problemOf(one, { ...source, ...values }) : undefined;
};

test('a goal of a municipality brings the region that is that municipality alone', () => {
	const tables = made('streefcijfer', {
		nis_code: '71016',
		goal_kind: 'reach_share',
		share: '12 %'
	});
	expect(tables.map(({ sheet }) => sheet)).toEqual(['regio', 'leden', 'streefcijfer']);
	expect(tables[0]?.rows[0]).toMatchObject({ region: 'gemeente-71016', name: 'Gemeente Genk' });
	expect(tables[1]?.rows).toEqual([
		{ region: 'gemeente-71016', nis_code: '71016', valid_from: '1977-01-01' }
	]);
	expect(tables[2]?.rows[0]).toMatchObject({ region: 'gemeente-71016', holds_from: 'unknown' });
	expect(tables[2]?.rows[0]).not.toHaveProperty('nis_code');
});

test('a region that is there already is not brought again', () => {
	const again = made('streefcijfer', { nis_code: '71016' }, facts('gemeente-71016'));
	expect(again.map(({ sheet }) => sheet)).toEqual(['streefcijfer']);
	const ofRegion = made('streefcijfer', { region: 'genk', nis_code: '' });
	expect(ofRegion).toMatchObject([{ rows: [{ region: 'genk' }] }]);
});

test('a round is of the last day of the year before, unless it says another', () => {
	expect(made('ronde', { round: '2026' })[0]?.rows[0]).toMatchObject({ measured_on: '2025-12-31' });
	const said = { round: '2026', measured_on: '2025-06-30' };
	expect(made('ronde', said)[0]?.rows[0]).toMatchObject({ measured_on: '2025-06-30' });
});

test.for(['26', 'twintig', '2026-12', '3026'])('«%s» is no year, and the field says so', (round) =>
	expect(wrong('ronde', { round, legal_reference: 'artikel 1' })).toMatchObject({ at: 'round' })
);

test('what is about a place must say which', () => {
	const said = { goal_kind: 'reach_share', certainty: 'stated' };
	expect(wrong('streefcijfer', said)).toMatchObject({ at: 'nis_code' });
	expect(wrong('streefcijfer', { ...said, region: 'genk' })).toBe(null);
	expect(wrong('streefcijfer', { ...said, nis_code: '71016' })).toBe(null);
	const both = { ...said, region: 'genk', nis_code: '71016' };
	expect(wrong('streefcijfer', both)?.problem).toContain('niet allebei');
	expect(wrong('ronde', { round: '2026', legal_reference: 'artikel 1' })).toBe(null);
});
