import { expect, test } from 'vitest';
import { estimateSentence } from './estimates.ts';

const ENDING = 'is het aantal woningen een oefencijfer (≈): een raming, geen meting.';

test.for([
	[0, 285, ''],
	[0, 0, ''],
	[1, 1, `Voor deze gemeente ${ENDING}`],
	[1, 13, `Voor 1 van de 13\u00a0gemeenten ${ENDING}`],
	[212, 285, `Voor 212 van de 285\u00a0gemeenten ${ENDING}`],
	[285, 285, `Voor alle 285\u00a0gemeenten ${ENDING}`],
	[1_200, 2_500, `Voor 1.200 van de 2.500\u00a0gemeenten ${ENDING}`]
] as const)('%i of %i municipalities with a practice figure', ([estimates, total, sentence]) => {
	expect(estimateSentence(estimates, total)).toBe(sentence);
});
