import { expect, test } from 'vitest';
import { derived, unknown, type Figure } from '#lib/domain/figure.ts';
import { remainingOf } from '#lib/domain/levers.ts';
import { ledgerSentence, termSentence } from './ledger.ts';

const known = (value: number, status: Figure['status'] = 'normal'): Figure => ({
	...derived(value, '2018-04-30', []),
	status
});
const none = unknown('2018-04-30', 'not_published');
const DEADLINE = '2025-12-31';
const say = (
	target: Figure,
	realised: Figure,
	planned = known(0),
	on = '2018-04-30',
	closing = DEADLINE
) => {
	const progress = { target, counted: { realised, inExecution: known(0), planned } };
	return ledgerSentence('Aalst', progress, remainingOf(progress), {
		on,
		closing,
		deadline: DEADLINE
	}).replaceAll('\u00a0', ' ');
};

test('what is left on the last known day, and when the pipeline is finished', () => {
	expect(say(known(583), known(328), known(227))).toBe(
		'Op 30/04/2018, de laatste bekende stand, had Aalst nog 255 woningen te gaan van het objectief, en 28 woningen als alles in uitvoering en gepland klaar is.'
	);
	expect(say(known(2), known(1), none)).toContain('nog 1 woning te gaan van het objectief.');
});

test('on the deadline it is the closing balance; an estimate keeps its mark', () => {
	expect(say(known(5, 'estimated'), known(2), none, '2025-12-31')).toBe(
		'Op 31/12/2025 had Aalst nog ≈ 3 woningen te gaan van het objectief.'
	);
});

test('a day that was asked is never called the last that is known', () => {
	expect(say(known(5), known(2), none, '2015-12-31', '2015-12-31')).toMatch(
		/^Op 31\/12\/2015 had /
	);
	expect(say(known(5), known(2), none, '2015-12-31', '2016-06-30')).toMatch(
		/^Op 31\/12\/2015, de laatste bekende stand voor 30\/06\/2016, had /
	);
	const asked = { on: '2015-12-31', closing: '2015-12-31', deadline: DEADLINE };
	expect(termSentence(asked)).toContain('op de gevraagde dag');
	expect(termSentence({ ...asked, closing: DEADLINE })).toContain('31/12/2025 is niet bekend');
});

test('nothing left, nothing asked, unknown', () => {
	expect(say(known(5), known(9))).toContain('niets meer te gaan');
	expect(say(known(5, 'estimated'), known(9))).toContain(
		'had Aalst volgens onze raming niets meer'
	);
	expect(say(known(0, 'estimated'), none)).toContain('Volgens onze raming');
	expect(say(known(0), none)).toContain('geen verplicht objectief');
	expect(say(none, known(1))).toContain('het objectief is niet bekend');
	expect(say(known(5), none)).toContain('hoeveel er op 30/04/2018 gerealiseerd waren');
});
