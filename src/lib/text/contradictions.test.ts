import { expect, test } from 'vitest';
import { sideOf, type Contradiction, type Side } from '#lib/domain/contradiction.ts';
import { publishedNumber } from '../../../tests/support/figures.ts';
import { explanation, outcomesSentence, outcomeWords, reckonedWords } from './contradictions.ts';

const side = (code: string, value: number, more: Partial<Side> = {}): Side => ({
	...sideOf(publishedNumber(code, value)),
	...more
});
const pair = (more: Partial<Contradiction>): Contradiction => ({
	id: 'a',
	kind: 'contradiction',
	basis: 'near',
	topic: 'stock',
	area: '34022',
	first: side('stock_d', 2427),
	second: side('stock_b', 2896),
	difference: 469,
	steps: [],
	rest: 469,
	outcome: 'unexplained',
	...more
});
const plain = (words: string) => words.replaceAll('\u00a0', ' ');

test('what is known stands with its size and its sign', () => {
	const steps = [
		{ cause: 'agencies', amount: 384 },
		{ cause: 'fund', amount: 85 }
	] as const;
	expect(plain(explanation(pair({ steps, rest: 0, outcome: 'explained' }), null))).toBe(
		'Van het eerste naar het tweede: +384 woningen van sociale verhuurkantoren en +85 woningen van het Vlaams Woningfonds. Dat is het hele verschil, op afronding na.'
	);
});

test('what nobody knows is said to be unknown', () => {
	expect(explanation(pair({}), null)).toBe('De oorzaak is niet bekend.');
	const steps = [{ cause: 'date', amount: null }] as const;
	expect(explanation(pair({ steps }), null)).toBe(
		'De oorzaak is niet bekend. Kan meespelen: het verschil in dag. Hoeveel, weten we niet.'
	);
});

test('what is left over stays in the unit of the two', () => {
	const first = side('share_households', 8.46);
	const steps = [{ cause: 'purchase', amount: -1.28 }] as const;
	const one = pair({ first, steps, rest: -0.176, outcome: 'partly' });
	expect(plain(explanation(one, null))).toContain('−1,28 procentpunt door koopwoningen');
	expect(plain(explanation(one, null))).toContain('Niet verklaard: −0,18 procentpunt.');
});

test('a revision gives the reason of its source, or that there is none', () => {
	expect(explanation(pair({ kind: 'revision' }), 'Antwoord van de schepen.')).toBe(
		'Antwoord van de schepen.'
	);
	expect(explanation(pair({ kind: 'correction' }), null)).toBe(
		'De bron zegt niet waarom het cijfer veranderde.'
	);
	expect(outcomeWords(pair({ kind: 'revision' }))).toBe('herziening');
});

test('a reckoned number says from what', () => {
	const { code } = side('share_households', 8.25);
	const from = [
		{ ...side('stock_b', 1708), publication: 1 },
		{ ...side('households', 20_691, { date: '2022-01-01' }), publication: 2 }
	];
	expect(reckonedWords(side(code, 8.25, { from }))).toBe(
		'1.708 (31/12/2010) gedeeld door 20.691 (01/01/2022)'
	);
});

test('pairs are counted by what is known of them', () => {
	expect(outcomesSentence([])).toContain('geen cijfers');
	expect(plain(outcomesSentence([pair({}), pair({ kind: 'revision' })]))).toBe(
		'1 paar gepubliceerde cijfers spreekt elkaar tegen. Verklaard: 0, deels verklaard: 0, niet verklaard: 1. Herzien of rechtgezet: 1.'
	);
});
