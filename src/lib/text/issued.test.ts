import { expect, test } from 'vitest';
import { issuedWords } from './issued.ts';

test.for([
	['2026-03-15', '2026-03-15', 'bekend op 15/03/2026'],
	[null, '2026-03-15', 'bekend op 15/03/2026'],
	['2026-03-15', '2026-11-30', 'gepubliceerd op 15/03/2026, hier sinds 30/11/2026']
] as const)('published %s, known from %s: %s', ([publishedOn, knownFrom, words]) =>
	expect(issuedWords({ publishedOn, knownFrom })).toBe(words)
);
