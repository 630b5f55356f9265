import { expect, test } from 'vitest';
import { unknown } from '#lib/domain/figure.ts';
import { statusWords } from './figure-words.ts';

test.for([
	['no_objective', 'niet van toepassing: geen objectief, dus niets te halen'],
	['not_applicable', 'niet van toepassing'],
	['not_published', 'niet bekend: geen cijfer gepubliceerd']
] as const)('what nobody asks is not called unknown: %s', ([reason, words]) => {
	expect(statusWords(unknown('2024-12-31', reason))).toBe(words);
});
