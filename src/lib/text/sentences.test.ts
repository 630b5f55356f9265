import { describe, expect, test } from 'vitest';
import { derived, unknown, type Figure } from '#lib/domain/figure.ts';
import { claimOver } from '#lib/domain/members.ts';
import { objectiveProgress, type Tally } from '#lib/domain/objective.ts';
import { share } from '#lib/domain/share.ts';
import {
	comingSentence,
	countingSentence,
	goalSentence,
	mixedTotalsSentence,
	normSentence,
	notCompared,
	objectiveSentence,
	roundingSentence,
	stockSentence,
	tallySentence
} from './sentences.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const known = (value: number, status: Figure['status'] = 'normal'): Figure => ({
	...derived(value, '2021-12-31', []),
	status
});
const area = (stock: Figure, households: Figure) => ({
	stock,
	households,
	share: share(stock, households)
});
const none = unknown('2021-12-31', 'not_published');
const progress = (
	target: Figure,
	realised: Figure,
	status: 'compulsory' | 'exempt' = 'compulsory'
) =>
	objectiveProgress({ target, status, baseline: none, realised, inExecution: none, planned: none });
const objective = (target: Figure, realised: Figure) =>
	plain(
		objectiveSentence('Oostende', progress(target, realised), {
			deadline: '2025-12-31',
			capBasisPoints: 900,
			today: '2022-06-01'
		})
	);

test('what was realised is open with its reason where the baseline is an estimate, and so is the sum of a region', () => {
	const open = unknown('2021-12-31', 'baseline_estimated', ['34022']);
	expect(objective(known(100), open)).toMatch(
		/is niet bekend: de voorraad is gepubliceerd, maar de nulmeting is een raming\.$/
	);
	expect(objective(known(100), none)).toMatch(/is niet bekend\.$/);
	expect(notCompared([])).toBe('');
	expect(notCompared(['As', 'Genk'])).toContain('Van As en Genk is de voorraad gepubliceerd');
});

describe('what a total counts', () => {
	const total = (indicator: 'stock_b' | 'stock_c' | 'stock_w', date: string, value = 1) => ({
		indicator,
		date,
		value
	});

	test('a total by another rule says which one; one of the measurement says nothing', () => {
		const counted = (indicator: Figure['indicator']) =>
			countingSentence(area({ ...known(177_461), indicator }, known(3_000_000)));
		expect(counted('stock_w')).toBe(
			'Het telt niet hetzelfde als de cijfers per gemeente (telling\u00a0W): alleen woningen die de woonmaatschappijen bezitten of inhuren.'
		);
		expect(counted('stock_c')).toContain('Statistiek Vlaanderen');
		expect(counted('stock_b')).toBe('');
		expect(counted(null)).toBe('');
	});

	test('and its letter stands behind the number itself', () => {
		const said = (indicator: Figure['indicator']) =>
			plain(stockSentence('Vlaanderen', area({ ...known(177), indicator }, known(3000))));
		expect(said('stock_w')).toContain('telt 177 sociale huurwoningen (telling W): 5,9 per 100');
		expect(said('stock_b')).toContain('telt 177 sociale huurwoningen: 5,9 per 100');
	});

	test('totals of different counts are told apart by their dates', () => {
		expect(
			mixedTotalsSentence([
				total('stock_w', '2025-12-31'),
				total('stock_c', '2017-12-31'),
				total('stock_w', '2024-12-31')
			])
		).toBe(
			'De gepubliceerde totalen tellen niet allemaal hetzelfde (31/12/2024 en 31/12/2025: alleen woningen die de woonmaatschappijen bezitten of inhuren; 31/12/2017: Statistiek Vlaanderen: verhuurde hoofdverblijven). Het verschil tussen die jaren is dus niet zomaar groei.'
		);
	});

	test('totals of one count are no break', () => {
		expect(mixedTotalsSentence([])).toBe('');
		expect(
			mixedTotalsSentence([total('stock_c', '2017-12-31'), total('stock_c', '2021-12-31')])
		).toBe('');
	});
});

describe('stock', () => {
	test('a published figure', () =>
		expect(plain(stockSentence('Kortrijk', area(known(2896), known(32_539))))).toBe(
			'Kortrijk telt 2.896 sociale huurwoningen: 8,9 per 100 huishoudens.'
		));
	test('one dwelling is singular', () =>
		expect(plain(stockSentence('Herstappe', area(known(1), known(40))))).toBe(
			'Herstappe telt 1 sociale huurwoning: 2,5 per 100 huishoudens.'
		));
	test('zero is said', () =>
		expect(plain(stockSentence('Herstappe', area(known(0), known(40))))).toBe(
			'Herstappe telt 0 sociale huurwoningen: 0,0 per 100 huishoudens.'
		));
	test('an estimate keeps its mark in both numbers', () =>
		expect(plain(stockSentence('As', area(known(120, 'estimated'), known(3000))))).toBe(
			'As telt ≈ 120 sociale huurwoningen: ≈ 4,0 per 100 huishoudens.'
		));
	test('unknown is said, never zero', () =>
		expect(plain(stockSentence('As', area(none, known(10))))).toBe(
			'Van As is geen aantal sociale huurwoningen bekend op 31/12/2021.'
		));
	test('without households there is no share', () =>
		expect(plain(stockSentence('As', area(known(12), none)))).toBe(
			'As telt 12 sociale huurwoningen op 31/12/2021.'
		));
});

describe('objective', () => {
	test('short', () =>
		expect(objective(known(138), known(80))).toBe(
			'Het objectief vraagt 138 woningen extra tegen 31/12/2025. Op 31/12/2021 waren er 80 gerealiseerd (58,0 %), nog 58 woningen te gaan.'
		));
	test('above 100 % is shown as it is', () =>
		expect(objective(known(288), known(374))).toContain(
			'(129,9 %), 86 woningen meer dan gevraagd.'
		));
	test('exactly reached', () =>
		expect(objective(known(5), known(5))).toContain('precies wat gevraagd is'));
	test('one to go is singular', () =>
		expect(objective(known(2), known(1))).toContain(
			'was er 1 gerealiseerd (50,0 %), nog 1 woning te gaan'
		));
	test('fewer than at the baseline', () =>
		expect(objective(known(10), known(-4))).toContain(
			'waren het er 4 minder dan bij de nulmeting, nog 14 woningen te gaan'
		));
	test('no measurement', () => expect(objective(known(10), none)).toContain('is niet bekend'));
	test('an exempt municipality has no percentage', () =>
		expect(
			plain(
				objectiveSentence('Mechelen', progress(known(0), known(3), 'exempt'), {
					deadline: '2025-12-31',
					capBasisPoints: 900,
					today: '2022-06-01'
				})
			)
		).toBe('Mechelen had bij de nulmeting al 9 % of meer sociale huur: geen verplicht objectief.'));
	test('an unknown objective is unknown', () =>
		expect(objective(none, known(3))).toBe('Het objectief van Oostende is niet bekend.'));
});

test('a percentage that rests on an estimate carries its mark too', () => {
	expect(objective(known(100, 'estimated'), known(40))).toContain(
		'waren er 40 gerealiseerd (≈ 40,0 %)'
	);
});

test('after the deadline the objective is past', () => {
	const sentence = objectiveSentence('As', progress(known(10), known(4)), {
		deadline: '2025-12-31',
		capBasisPoints: 900,
		today: '2026-11-23'
	});
	expect(plain(sentence)).toMatch(/^Het objectief vroeg 10 woningen extra tegen/);
});

test('an exemption that rests on an estimate says so', () => {
	const sentence = objectiveSentence('Menen', progress(known(0, 'estimated'), known(4), 'exempt'), {
		deadline: '2025-12-31',
		capBasisPoints: 900,
		today: '2026-11-23'
	});
	expect(plain(sentence)).toBe(
		'Volgens onze raming had Menen bij de nulmeting al 9 % of meer sociale huur. Dan is er geen verplicht objectief.'
	);
});

describe('who reaches the objective', () => {
	const sure = { boundStatus: 'normal', reachedStatus: 'normal', free: 0, missing: [] } as const;
	const tally = (bound: number, reached: number, short: Figure, other: Partial<Tally> = {}) =>
		plain(
			tallySentence({
				...sure,
				bound,
				reached,
				short,
				...other,
				claim: claimOver({ known: bound, holding: reached, missing: other.missing ?? [] })
			})
		);
	test('several do not', () =>
		expect(tally(292, 120, known(11_338))).toBe(
			'120 van de 292 gemeenten met een objectief halen het. De andere 172 komen samen 11.338 woningen tekort.'
		));
	test('one does not', () =>
		expect(tally(3, 2, known(1))).toBe(
			'2 van de 3 gemeenten met een objectief halen het. Eén gemeente komt 1 woning tekort.'
		));
	test('none does', () =>
		expect(tally(2, 0, known(9))).toBe(
			'Geen van de 2 gemeenten met een objectief haalt het. Ze komen samen 9 woningen tekort.'
		));
	test('all do', () =>
		expect(tally(4, 4, known(0))).toBe('Alle 4 gemeenten met een objectief halen het.'));
	test('the only one does, or does not', () => {
		expect(tally(1, 1, known(0))).toBe('De enige gemeente met een objectief haalt het.');
		expect(tally(1, 0, known(7))).toBe(
			'De enige gemeente met een objectief haalt het niet. Ze komt 7 woningen tekort.'
		);
	});
	test('of most nothing is known', () =>
		expect(tally(1, 0, known(255), { missing: ['a', 'b'] })).toBe(
			'Hoeveel gemeenten hun objectief halen, is niet bekend: voor 2 van de 3 ontbreekt een cijfer.'
		));
	test('who is left out is said', () =>
		expect(tally(4, 3, known(9), { missing: ['a', 'b'] })).toBe(
			'3 van de 4 gemeenten met een objectief halen het. Eén gemeente komt 9 woningen tekort. Van 2 gemeenten ontbreekt een cijfer: die tellen niet mee.'
		));
	test('none is bound', () =>
		expect(tally(0, 0, none, { free: 3 })).toBe(
			'Geen enkele gemeente heeft een verplicht objectief.'
		));
	test('an estimate marks every count that rests on it', () => {
		const guess = { boundStatus: 'estimated', reachedStatus: 'estimated' } as const;
		expect(tally(292, 120, known(11_338, 'estimated'), guess)).toBe(
			'≈ 120 van de ≈ 292 gemeenten met een objectief halen het. De andere ≈ 172 komen samen ≈ 11.338 woningen tekort.'
		);
		expect(tally(3, 0, known(9, 'estimated'), guess)).toContain(
			'Geen van de ≈ 3 gemeenten met een objectief haalt het (raming).'
		);
		expect(tally(3, 3, known(0), { reachedStatus: 'estimated' })).toBe(
			'Alle 3 gemeenten met een objectief halen het (raming).'
		);
		expect(tally(0, 0, none, { free: 3, boundStatus: 'estimated' })).toContain('(raming)');
	});
});

test('a total says how many municipalities it leaves out', () => {
	const partial = { ...known(12), missing: ['a'] };
	expect(plain(stockSentence('As', area(partial, none)))).toContain(
		'telt 12 sociale huurwoningen, zonder 1 gemeente waarvan er geen cijfer is'
	);
});

describe('goal of a region', () => {
	const goal = (gap: Figure) => ({
		kind: 'reach_share' as const,
		deadline: null,
		value: known(0.11),
		gap,
		basisPoints: 1100,
		certainty: 'secondary' as const,
		baseDate: null
	});
	test('short', () =>
		expect(plain(goalSentence(goal(known(2303, 'estimated'))))).toBe(
			'Het streefcijfer voor de regio als geheel is 11 % van de huishoudens: nog ≈ 2.303 woningen te gaan.'
		));
	test('reached with a surplus', () =>
		expect(plain(goalSentence(goal(known(-1))))).toBe(
			'Het streefcijfer voor de regio als geheel is 11 % van de huishoudens: gehaald, 1 woning erboven.'
		));
	test('no goal is not a goal of 0 %', () =>
		expect(goalSentence(null)).toBe('Van deze regio is geen eigen streefcijfer bekend.'));
	test('a goal that is to come is no goal that is not known', () =>
		expect(goalSentence(null, true)).toBe(
			'Op deze dag geldt er nog geen eigen streefcijfer van de regio.'
		));
	test('with the last day to reach it', () =>
		expect(plain(goalSentence({ ...goal(known(0)), deadline: '2035-12-31' }))).toBe(
			'Het streefcijfer voor de regio als geheel is 11 % van de huishoudens, te halen tegen 31/12/2035: dat is precies gehaald.'
		));
});

describe('goals that do not hold yet, and norms for what is built anew', () => {
	const adopted = {
		kind: 'reach_share' as const,
		basisPoints: 1200,
		baseDate: null,
		deadline: '2035-12-31',
		holdsFrom: '2030-01-01'
	};
	test('a share to reach, from its day on', () =>
		expect(plain(comingSentence([adopted]))).toBe(
			'Vanaf 01/01/2030 is het streefcijfer 12 % van de huishoudens, te halen tegen 31/12/2035.'
		));
	test('each has its own sentence', () => {
		const held = { ...adopted, kind: 'hold_share' as const, baseDate: '2025-12-31' };
		const norm = { ...adopted, kind: 'new_building' as const, deadline: null };
		expect(plain(comingSentence([held, norm]))).toBe(
			'Vanaf 01/01/2030 wil de regio haar aandeel van 31/12/2025 houden. Vanaf 01/01/2030 moet 12 % van de woningen in nieuwe projecten sociaal zijn.'
		);
	});
	test('a norm is a part of what is built anew, never of all households', () =>
		expect(plain(normSentence({ ...adopted, kind: 'new_building', deadline: null }))).toBe(
			'Voor nieuwbouw vraagt de regio dat 12 % van de woningen in nieuwe projecten sociaal is. Dat is geen deel van alle huishoudens.'
		));
	test('without any there is nothing to say', () =>
		expect([comingSentence([]), normSentence(null)]).toEqual(['', '']));
});

describe('why the members of a region are short of more than the region', () => {
	const said = (gap: number, short: number, above: number, status?: Figure['status']) => {
		const [sumOfPositiveGaps, surplusOfMembers] = [known(short, status), known(above, status)];
		return plain(roundingSentence({ gap: known(gap), sumOfPositiveGaps, surplusOfMembers }, 13));
	};

	test('is told by the numbers, where rounding explains it', () => {
		expect(said(4452, 4533, 76)).toBe(
			'4.533 min 76 is 5 meer dan het tekort van het geheel: van elke gemeente is dat afgerond op een hele woning.'
		);
		expect(said(4452, 4533, 76, 'estimated')).toMatch(/^≈ 4\.533 min ≈ 76 is 5 meer /);
	});

	test('is not told where they agree, where it is more than rounding, or where a number is not known', () => {
		expect(said(4452, 4528, 76)).toBe('');
		expect(said(4452, 4541, 76)).toBe('');
		const goal = { gap: known(1), sumOfPositiveGaps: none, surplusOfMembers: known(0) };
		expect(roundingSentence(goal, 13)).toBe('');
	});
});
