import { expect, test } from 'vitest';
import { derived, unknown } from '#lib/domain/figure.ts';
import { NBSP } from './format.ts';
import { spreadSentence } from './spread.ts';

const DAY = '2022-12-31';
const sure = (value: number) => ({ ...derived(value, DAY, []), status: 'normal' as const });

test.for([
	[sure(0), 'heeft elke gemeente op minder dan een woning na hetzelfde aandeel'],
	[sure(1), `zou 1${NBSP}woning elders`],
	[sure(1_600), `zouden 1.600${NBSP}woningen elders`],
	[{ ...sure(600), status: 'estimated' as const }, `zouden ≈${NBSP}600${NBSP}woningen elders`],
	[unknown(DAY, 'part_missing'), 'niet te berekenen (een deel van de som ontbreekt)'],
	[unknown(DAY, 'too_few_members'), '(minder dan twee leden met huishoudens)']
] as const)('the spread in homes: %j', ([figure, words]) => {
	expect(spreadSentence('Proefregio', figure).replaceAll(NBSP, ' ')).toContain(
		words.replaceAll(NBSP, ' ')
	);
});
