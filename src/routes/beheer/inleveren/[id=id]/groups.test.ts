import { expect, test } from 'vitest';
import type { AdvisedFinding } from '#lib/server/desk/findings/findings.ts';
import { groupsOf } from './groups.ts';

const finding = (more: Partial<AdvisedFinding>): AdvisedFinding => ({
	...({ level: 'ask', code: 'high_share', message: '', sheet: null, row: null } as AdvisedFinding),
	...{ column: null, value: null, expected: null },
	...more
});
const naming = {
	nameOf: (code: string) => (code === '34022' ? 'Kortrijk' : null),
	regimes: { 'BSO-PROEF': 'de regeling' },
	labelOf: null
};
const rowOf = (
	more: Partial<AdvisedFinding>,
	labelOf: ((column: string) => string) | null = null
) =>
	groupsOf({ findings: [finding(more)], looked: undefined } as never, { ...naming, labelOf })[0]
		?.rows[0];

test('a number that looks like the code of a municipality stays a number', () => {
	const number = { code: 'high_share', column: 'value', value: '34022' } as const;
	expect(rowOf(number)?.said).toBe('«34022»');
	expect(rowOf({ ...number, code: 'older_table', column: null })?.said).toBe('«34022»');
});

test.for([
	['nis_code', '34022', '«34022 Kortrijk»'],
	['nis_code', '99999', '«99999»'],
	['gemeente', '34022 2024-12-31', '«34022 Kortrijk 2024-12-31»']
] as const)('in the column %s, %s is told as %s', ([column, value, said]) =>
	expect(rowOf({ code: 'duplicate', column, value })?.said).toBe(said)
);

test('a doubt says of which municipality it is, and what was expected', () => {
	const halved = { code: 'stock_halved', value: '214', expected: 'about 1442', row: 6 } as const;
	const row = rowOf({ ...halved, nis: '34022', column: 'Totaal' });
	expect(row).toMatchObject({
		place: 'Kortrijk, rij 6, kolom Totaal',
		said: '«214», verwacht: ongeveer 1.442'
	});
	expect(rowOf({ ...halved, expected: 'at least the threshold' })?.said).toBe('«214»');
});

test('a finding of a whole file names the municipality that it is about', () => {
	expect(rowOf({ code: 'incomplete_list', value: '34022' })?.said).toBe('«34022 Kortrijk»');
});

test.for([' ', ' ; x', '-', 'a decimal comma; or a point'])(
	'what is expected is told as a number or a day, and «%s» as nothing',
	(expected) => expect(rowOf({ expected })?.said).toBe('')
);

test('what stands there and what is expected are told in one line, with nothing loose', () => {
	expect(rowOf({ value: '4O2', expected: '402' })?.said).toBe('«4O2», verwacht: 402');
	expect(rowOf({ expected: '2024-12-31' })?.said).toBe('verwacht: 2024-12-31');
	expect(rowOf({ column: 'status' }, () => '')).toMatchObject({ place: '', said: '' });
});

test('how many figures change stands in what would change, and no place is needed for the whole file', () => {
	const whole = rowOf({ code: 'replaces_earlier', value: '1' });
	expect(whole).toMatchObject({ place: '', said: '' });
	expect(rowOf({ code: 'incomplete_list', value: '34022' })?.place).toBe('hele bestand');
});

test('a column that is not recognised is named once', () => {
	const said = { code: 'unmapped_column', column: 'Er bij', value: 'Er bij' } as const;
	expect(rowOf(said)).toMatchObject({ place: 'kolom Er bij', said: '' });
});

const groups = (...findings: Partial<AdvisedFinding>[]) =>
	groupsOf({ findings: findings.map(finding), looked: undefined } as never, naming);

test('several of a kind are one title with their number, also where one finding counts them', () => {
	const level = 'info' as const;
	const [missing] = groups({ code: 'missing_municipality', level, value: '277: 11013 Edegem …' });
	expect(missing?.title).toBe('277 gemeenten ontbreken.');
	expect(missing?.rows[0]?.said).toBe('«11013 Edegem …»');
	const high = { code: 'objective_high', value: '9' } as const;
	expect(groups(high)[0]?.title).toBe('Een objectief is veel te groot voor de gemeente.');
	expect(groups(high, high)[0]?.title).toBe('2 objectieven zijn veel te groot voor hun gemeente.');
});

test('what asks nothing comes last, whatever its number', () => {
	const order = groups(
		{ code: 'practice_retired', value: '900' },
		{ code: 'rows_above_header' },
		{ code: 'regime_read', value: 'BSO-PROEF' }
	);
	expect(order.map(({ code }) => code)).toEqual([
		...['regime_read', 'practice_retired', 'rows_above_header']
	]);
	expect(order.map(({ todo }) => todo !== '')).toEqual([true, false, false]);
	expect(order[0]?.rows[0]?.said).toBe('«de regeling»');
});
