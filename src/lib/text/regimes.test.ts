import { expect, test } from 'vitest';
import { apartSentence, askedTogether, regimeWords } from './regimes.ts';

test('a regime is named by its years and where it is', () => {
	expect(regimeWords('2026-2042', 'announced')).toBe('2026-2042 (aangekondigd)');
	expect(regimeWords('2009-2025', 'ended')).toBe('2009-2025 (afgelopen)');
});

test('what counts for one regime is never set against the objective of another', () => {
	const next = { period: '2026-2042', baselineOn: '2025-12-31', deadline: '2042-12-31' };
	expect(apartSentence([next], '2009-2025')).toBe(
		'Het objectief 2026-2042 telt woningen vanaf de nulmeting op 31/12/2025, tegen 31/12/2042. Wat voor de ene regeling telt, telt niet voor de andere: vergelijk het niet met het objectief 2009-2025.'
	);
});

test('what Flanders is asked together is said in the tense of each regime', () => {
	const ended = { phase: 'ended', deadline: '2025-12-31', dwellings: 50_000 } as const;
	const next = { phase: 'announced', deadline: '2042-12-31', dwellings: 45_000 } as const;
	expect(askedTogether([ended, next])).toBe(
		'Vlaanderen vroeg 50.000 sociale huurwoningen erbij tegen 31/12/2025 en kondigt er 45.000 aan tegen 31/12/2042.'
	);
	expect(askedTogether([{ ...ended, phase: 'current' }])).toBe(
		'Vlaanderen vraagt 50.000 sociale huurwoningen erbij tegen 31/12/2025.'
	);
	expect(askedTogether([])).toMatch(/niet bekend/);
});
