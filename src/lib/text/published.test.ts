import { expect, test } from 'vitest';
import type { PublishedFact, Said } from '#lib/domain/published.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import { mention } from '../../../tests/support/figures.ts';
import { factsLine, knownSentence, knownWords, publishedSentence } from './published.ts';

const AS = { nis: '71002', name: 'As' };
const base = { nis: '71002', date: '2010-12-31', publication: 7, note: null };
const number = (
	indicator: Indicator,
	value: number,
	kind: PublishedFact['kind']
): PublishedFact => {
	const { nis, date, publication, note } = base;
	return {
		...base,
		kind,
		said: { indicator, value, status: 'normal', nis, date, publication, structureOn: null, note }
	};
};
const other = (said: Said, kind: PublishedFact['kind']): PublishedFact => ({ ...base, kind, said });
const objective = (value: number) => other({ part: 'total', value, regime: null }, 'objective');

test.for([
	[
		'a stock, before all',
		[number('stock_b', 1_234, 'stock'), objective(5)],
		'As telde 1.234 sociale huurwoningen (jaarlijkse meting) op 31/12/2010.'
	],
	[
		'a share',
		[number('share_dwellings', 4.5, 'share')],
		'As had 4,50 sociale woningen per 100 woningen op 31/12/2010.'
	],
	['an objective', [objective(83)], 'Aan As worden 83\u00a0woningen extra gevraagd.'],
	[
		'no objective',
		[objective(0)],
		'As heeft geen objectief: er worden geen woningen extra gevraagd.'
	],
	[
		'progress',
		[number('realised', 12, 'progress')],
		'As: 12 gerealiseerd sinds de nulmeting op 31/12/2010.'
	],
	[
		'a category',
		[other({ round: 2018, category: '2a', provisional: true }, 'test')],
		'As zat in de voortgangstoets van 2018 in categorie 2a (voorlopig).'
	],
	[
		'what was said of a municipality before the merger',
		[{ ...objective(5), nis: '1' }],
		'Van As zelf is niets gepubliceerd, wel van de gemeenten voor de fusie.'
	],
	['nothing', [], 'Van As vonden we geen gepubliceerd cijfer over sociale huur.']
] as const)('of a municipality is told: %s', ([, facts, sentence]) =>
	expect(publishedSentence(AS, facts, [])).toBe(sentence)
);

test('what is told beside any sort is no total, but is not nothing either', () => {
	expect(publishedSentence(AS, [], [mention()])).toBe(
		'Van As vonden we geen totaal, wel een deel, plan of uitspraak.'
	);
});

test('the first of several sorts is told', () => {
	const stock = number('stock_x', 40, 'stock');
	const alone = publishedSentence(AS, [stock], []);
	expect(publishedSentence(AS, [stock, objective(5)], [])).toBe(alone);
});

test('on one line facts stand by publisher, each with its day', () => {
	const facts = [
		{ ...number('stock_b', 40, 'stock'), former: null },
		{ ...objective(5), publication: 8, former: null },
		{ ...number('share_households', 4.5, 'share'), date: null, former: null }
	];
	expect(factsLine(facts, (id) => (id === 7 ? 'Leiedal' : 'As'))).toBe(
		'Leiedal: sociale huurwoningen (jaarlijkse meting) 40 (31/12/2010), sociale huur per 100 huishoudens 4,50\u00a0%; As: objectief: bijkomende woningen 5 (31/12/2010)'
	);
});

test('a fact of a municipality before the merger says whose it is', () => {
	const category = other({ round: 2020, category: '2a', provisional: false }, 'test');
	const line = (date: string | null) =>
		factsLine([{ ...category, date, former: 'Kruibeke' }], () => 'Leiedal');
	expect(line(null)).toBe('Leiedal: voortgangstoets 2020 categorie 2a (Kruibeke, voor de fusie)');
	expect(line('2021-12-31')).toContain('(Kruibeke, voor de fusie; 31/12/2021)');
});

test('for how many municipalities something was published is told by sort', () => {
	const none = new Map();
	const some = new Map([
		['stock', '2010-12-31'],
		['test', null]
	] as const);
	expect(knownSentence([none, some, some])).toBe(
		'Van 2 van de 3\u00a0gemeenten vonden we een gepubliceerd cijfer over sociaal wonen: van 2 een aantal woningen, van 0 een aandeel, van 0 het objectief of een deel ervan, van 0 hoeveel er gerealiseerd, in uitvoering of gepland is, van 2 de uitslag van een voortgangstoets en van 0 een ander getal, zoals een deel, project of plan.'
	);
	expect(knownSentence([none])).toBe(
		'Van geen enkele gemeente vonden we een gepubliceerd cijfer over sociaal wonen.'
	);
	expect(knownWords('As', some)).toBe(
		'As: een aantal woningen en de uitslag van een voortgangstoets'
	);
	expect(knownWords('As', none)).toBe('As: niets gepubliceerd');
});
