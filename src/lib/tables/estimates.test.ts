import { expect, test } from 'vitest';
import { unknown, type Figure } from '#lib/domain/figure.ts';
import { count } from '#lib/text/format.ts';
import { estimatedWords, type Cell, type FigureCell } from './cell.ts';
import { areEstimates } from './estimates.ts';

const none = unknown('2024-12-31', 'not_published');
const of = (status: Figure['status']): FigureCell => ({
	figure: { ...none, value: 5, reason: null, status },
	format: count
});
const guess = of('estimated');

test.for([
	['estimates alone', [guess, guess], true],
	[
		'an estimate and a cell that nobody knows',
		[guess, { figure: none, format: count }, null],
		true
	],
	['estimated words', [estimatedWords({ words: 'vrijgesteld' }), guess], true],
	['a place among estimates', ['≈ 3–5'], true],
	['an estimate beside a number in the same cell', [['3 van ', guess]], true],
	['an estimate and a forecast', [guess, of('forecast')], false],
	['an estimate and a plain count', [guess, { amount: 3, format: count }], false],
	['nothing known', [{ figure: none, format: count }], false],
	['words', ['vrijgesteld'], false]
] as const satisfies readonly (readonly [string, readonly Cell[], boolean])[])(
	'a column with %s',
	([, cells, all]) => expect(areEstimates(cells)).toBe(all)
);
