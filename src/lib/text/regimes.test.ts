import { expect, test } from 'vitest';
import { apartSentence, regimeWords } from './regimes.ts';

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
