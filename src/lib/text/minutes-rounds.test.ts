import { describe, expect, test } from 'vitest';
import { unknown } from '#lib/domain/figure.ts';
import { groundsMinutes, testMinutes, whatIfMinutes } from './minutes-rounds.ts';
import { ON, known, said } from '../../../tests/support/minutes.ts';

const round = {
	year: 2022,
	measuredOn: ON,
	thresholds: { realised: 7952, withPlanned: 9542 }
};
const silent = { ...round, year: 2018, thresholds: null };
const replayed = {
	counts: {
		municipalities: 300,
		unknown: 1,
		estimated: true,
		short: 109,
		with_planned: 16,
		realised: 166,
		no_objective: 8
	},
	figures: [known(1), unknown(ON, 'not_published')]
};
const notes =
	'(voortgangstoets 2022, toestand op 31/12/2024) (categorie 1 vroeg 79,52 % gerealiseerd, of 95,42 % met geplande woningen erbij)';

describe('a round of the progress test', () => {
	test('says how many follow the path, with the rule and the date', () =>
		expect(said(testMinutes(round, replayed))).toBe(
			'Als we de regel narekenen, volgen ≈ 190 van de 300 gemeenten het groeipad (categorie 1) en ≈ 109 niet (categorie 2); voor 1 is te weinig bekend. ' +
				notes
		));

	test('says how many are in each class', () =>
		expect(said(groundsMinutes(round, replayed, undefined))).toBe(
			'Nagerekend voor 300 gemeenten: ≈ 109 in «categorie 2: onder beide drempels», ≈ 16 in «categorie 1 met geplande woningen erbij», ≈ 166 in «categorie 1 met gerealiseerde woningen», ≈ 8 in «categorie 1: geen objectief» en van 1 te weinig bekend. ' +
				notes
		));

	test('without thresholds is told as it was published, from its publication', () => {
		const published = { publication: 7, counts: { '1': 198 }, tested: 308, provisional: true };
		const minutes = groundsMinutes(silent, replayed, published);
		expect(said(minutes)).toBe(
			'Gepubliceerde uitslag: 198 in categorie 1, van 308 gemeenten. (voortgangstoets 2018, toestand op 31/12/2024) (voorlopig)'
		);
		expect(minutes.from).toEqual([7]);
		expect(said(testMinutes(silent, replayed))).toContain('geen drempels bekend');
		expect(said(groundsMinutes(silent, replayed, undefined))).toContain('geen uitslag');
	});

	test('a what-if says that it is a scenario', () => {
		const outcome = { computed: 1 as const, shortRealised: 0 };
		const found = { extra: outcome, fromPipeline: outcome } as Parameters<
			typeof whatIfMinutes
		>[2]['found'];
		expect(said(whatIfMinutes('Pittem', round, { more: 3, found, estimated: false }, []))).toBe(
			`Met 3 woningen meer opgeleverd op 31/12/2024 had Pittem categorie 1 gehad. (scenario, geen beslissing) ${notes}`
		);
	});
});
