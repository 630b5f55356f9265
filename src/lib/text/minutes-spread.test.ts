import { describe, expect, test } from 'vitest';
import { unknown } from '#lib/domain/figure.ts';
import { spreadMinutes, splitMinutes } from './minutes-spread.ts';
import { ON, known, said } from '../../../tests/support/minutes.ts';

describe('the spread of a region', () => {
	test('is told in homes and by the Gini coefficient, with the mark of an estimate at both', () =>
		expect(said(spreadMinutes('Regio', known(949, 'estimated'), 0.1236))).toBe(
			'In Regio zouden ≈ 949 woningen elders in de regio moeten staan opdat elke gemeente hetzelfde aandeel heeft. ' +
				'De Gini-coëfficiënt, gewogen naar huishoudens, is ≈ 0,124. (toestand op 31/12/2024)'
		));

	test('that is unknown says why and gives no number', () =>
		expect(said(spreadMinutes('Regio', unknown(ON, 'too_few_members'), null))).toBe(
			'De spreiding in Regio is niet te berekenen (minder dan twee leden met huishoudens). (toestand op 31/12/2024)'
		));
});

test('how unevenness splits names the regions and the date', () => {
	const theil = { total: known(0.1), within: known(0.098), between: known(0.002) };
	expect(said(splitMinutes('Genk en Kortrijk', ON, theil))).toBe(
		'Van alle ongelijkheid tussen deze gemeenten zit 98 % binnen de regio’s en 2 % tussen de regio’s. ' +
			'(Theil-index van het aandeel sociale huur van de gemeenten van Genk en Kortrijk) (toestand op 31/12/2024)'
	);
});
