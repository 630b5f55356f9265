import { expect, test } from 'vitest';
import type { AdvisedFinding } from '#lib/server/desk/findings/findings.ts';
import { groupsOf } from './groups.ts';

const finding = (more: Partial<AdvisedFinding>): AdvisedFinding => ({
	...({ level: 'ask', code: 'high_share', message: '', sheet: null, row: null } as AdvisedFinding),
	...{ column: null, value: null, expected: null },
	...more
});
const naming = { nameOf: (code: string) => (code === '34022' ? 'Kortrijk' : null), labelOf: null };
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
