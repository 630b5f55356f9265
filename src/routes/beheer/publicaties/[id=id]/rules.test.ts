import { expect, test } from 'vitest';
import { COOPERATION, GOALS, ROUNDS, RULE_TABLES } from '#lib/server/desk/read/rule-tables.ts';
import { headOf, rulePages, ruleTables } from './rules.ts';

const goals = {
	table: GOALS,
	rows: [
		{
			...{ region: 'genk', kind: 'reach_share', share_basis_points: 1200 },
			...{ holds_from: '2030-01-01', certainty: 'stated', numerator: 'stock_b' }
		}
	]
};

test('no head of a column of rules holds a code', () => {
	const heads = RULE_TABLES.flatMap(({ columns }) => columns.map(headOf));
	expect(heads.filter((head) => head === '' || head.includes('_'))).toEqual([]);
});

test('a goal reads as names, a share, a day and the words of its form', () => {
	const [table] = ruleTables([goals], (code) => (code === 'genk' ? 'Regio Genk' : null));
	const cells = table?.groups[0]?.rows[0]?.cells;
	expect(cells).toContain('Regio Genk');
	expect(cells).toContain('sociale huurwoningen (jaarlijkse meting)');
	expect(cells).toContain('12\u00A0%');
	expect(cells).toContain('01/01/2030');
	expect(cells).toContain('een aandeel bereiken');
	expect(table?.heads.map(({ head }) => head)).not.toContain(
		'Dag waarvan het aandeel behouden blijft'
	);
});

test('a goal of one municipality shows on its own page', () => {
	const own = { ...goals, rows: [{ ...goals.rows[0], region: 'gemeente-71016' }] };
	expect(rulePages([own])).toEqual(['/gemeenten/71016']);
});

test('rules show on the page of their region or round, each named once', () => {
	const rounds = { table: ROUNDS, rows: [{ year: 2027 }, { year: 2027 }] };
	const cooperation = {
		table: COOPERATION,
		rows: [
			{ nis_code: '34022', region: null },
			{ nis_code: null, region: 'genk' }
		]
	};
	expect(rulePages([goals, rounds, cooperation])).toEqual([
		'/regios/genk',
		'/voortgangstoets/2027',
		'/gemeenten/34022'
	]);
});
