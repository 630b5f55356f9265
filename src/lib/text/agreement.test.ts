import { expect, test } from 'vitest';
import { derived, unknown, type Figure } from '#lib/domain/figure.ts';
import {
	agreementMinutes,
	agreementSentence,
	briefAgreementSentence,
	ownAgreementSentence,
	sinceSentence
} from './agreement.ts';

const DAY = '2024-12-31';
const chosen = (value: number): Figure => derived(value, DAY, []);
const about = (value: number): Figure => ({ ...chosen(value), status: 'estimated' });
const agreed = {
	...{ name: 'Proef', organisation: 'Proefregio', goal: 1100 },
	...{ on: '2020-12-31', by: '2030-12-31', agreedOn: '2021-02-01' }
};
const flat = (text: string) => text.replaceAll('\u00a0', ' ');

test('an agreement is called one of the region, with who agreed on what and when', () => {
	expect(flat(agreementSentence('Regio Kortrijk', agreed, chosen(1020)))).toBe(
		'Afspraak van de regio: Regio Kortrijk spreidt 1.020 woningen over haar gemeenten voor 11 % sociale huur tegen eind 2030 («Proef», Proefregio, 01/02/2021).'
	);
	expect(flat(ownAgreementSentence('Regio Kortrijk', 'Menen', agreed, chosen(1)))).toBe(
		'Afspraak van de regio, geen wet: Regio Kortrijk telt voor Menen op 1 woning erbij tegen eind 2030 («Proef», 01/02/2021).'
	);
	expect(flat(briefAgreementSentence('Regio Kortrijk', agreed, about(5)))).toBe(
		'Afspraak van de regio, geen wet (Regio Kortrijk, 01/02/2021): ≈ 5 woningen erbij tegen eind 2030.'
	);
});

test('what came since keeps its mark, and stands beside what an even pace asked', () => {
	expect(flat(sinceSentence('2020-12-31', about(24), chosen(408)))).toBe(
		'Sinds 31/12/2020 kwamen er ≈ 24 bij; met elk jaar evenveel waren het er 408: ≈ 384 te kort.'
	);
	expect(flat(sinceSentence('2020-12-31', chosen(420), chosen(408)))).toContain('408: 12 over.');
	expect(flat(sinceSentence('2020-12-31', chosen(408), chosen(408)))).toContain('juist genoeg');
	expect(flat(sinceSentence('2020-12-31', chosen(-3), chosen(408)))).toContain(
		'gingen er netto 3 weg'
	);
	expect(sinceSentence('2020-12-31', unknown(DAY, 'not_published'), chosen(408))).toBe('');
});

test('minutes say that it is no law', () => {
	const total = { dwellings: chosen(9), since: about(1), due: chosen(4) };
	const { says, notes } = agreementMinutes('A.', { total, agreement: agreed });
	expect(says).toContain('A. Sinds 31/12/2020');
	expect(notes).toEqual(['afspraak van de regio, geen wet']);
});
