import { expect, test } from 'vitest';
import type { Step } from '#lib/server/desk/review/effects.ts';
import type { Reviewed } from '#lib/server/desk/review/review.ts';
import { changeWords, effectTables, figureTables, ownLines } from './changes.ts';

type Parts = Pick<Reviewed, 'difference' | 'effects'>;
type Category = Parts['effects']['categories'][number];

const NO_COUNTS = { new: 0, changed: 0, unchanged: 0, overtaken: 0 };
const NOTHING_BROUGHT = { rules: [], retired: 0 };

/** What a review tells, with nothing in it but what is said. */
const reviewed = (
	difference: Partial<Parts['difference']>,
	effects: Partial<Parts['effects']> = {}
) =>
	({
		difference: { counts: NO_COUNTS, vanished: 0, changing: [], vanishing: [], ...difference },
		effects: { regions: [], objectives: [], categories: [], ...effects }
	}) as unknown as Reviewed;

const effect = (municipality: string, round: number, before: string | null, after: string | null) =>
	({ municipality, round, before, after }) as unknown as Category;

const told = (...of: Parameters<typeof reviewed>) =>
	changeWords(reviewed(...of), NOTHING_BROUGHT, false);

test('figures are told by what becomes of them, and what there is none of is left out', () => {
	const counts = { new: 1_200, changed: 3, unchanged: 0, overtaken: 1 };
	expect(told({ counts, vanished: 4 })).toEqual([
		'Cijfers en objectieven: 1.200 nieuw, 3 anders dan wat bekend is, 1 ouder dan wat bekend is, ' +
			'4 bekend en niet in dit bestand: die blijven.'
	]);
	expect(told({ counts: { ...NO_COUNTS, unchanged: 5 } })).toEqual([
		'Cijfers en objectieven: 5 hetzelfde.'
	]);
});

test('practice figures that make place are told with the new ones', () => {
	const counts = { ...NO_COUNTS, new: 9 };
	expect(changeWords(reviewed({ counts }), { rules: [], retired: 7 }, false)).toEqual([
		'Cijfers en objectieven: 9 nieuw (7 in plaats van oefencijfers).'
	]);
});

test('a file of rules says which, unless they stand beside it, and that no figure changes', () => {
	const rules = { rules: [[2, 'goal']] as never, retired: 0 };
	const nothing = 'Aan de cijfers en tekorten van nu verandert niets.';
	expect(changeWords(reviewed({}), rules, false)).toEqual([
		'Regels: Streefcijfers van regio’s: 2.',
		nothing
	]);
	expect(changeWords(reviewed({}), rules, true)).toEqual([nothing]);
});

test('rules that change a category say so, and not that nothing changes', () => {
	expect(told({}, { categories: [effect('Gent', 2026, '2', '1')] })).toEqual([
		expect.stringMatching(
			/^In de voortgangstoets van 2026 krijgen, nagerekend: 1\sgemeente categorie 1\.$/
		)
	]);
});

test('of each round it is told how many municipalities get which category, or none any more', () => {
	const categories = [
		effect('Kuurne', 2026, null, '2'),
		effect('Gent', 2026, null, '1'),
		effect('As', 2026, '1', '2'),
		effect('Genk', 2024, '2', null)
	];
	expect(told({}, { categories })).toEqual([
		expect.stringMatching(/ 2026 .*: 1\sgemeente categorie 1 en 2\sgemeenten categorie 2\.$/),
		expect.stringMatching(/ 2024 .*: 1\sgemeente geen meer\.$/)
	]);
});

test('who follows for want of an objective is told apart', () => {
	const free = { ...effect('Voeren', 2026, null, '1'), ground: 'no_objective' as const };
	expect(told({}, { categories: [free, effect('Gent', 2026, null, '1')] })).toEqual([
		expect.stringMatching(/: 2\sgemeenten categorie 1 \(1 zonder objectief\)\.$/)
	]);
});

test('a table without rows is left out, and an unknown category has its sign', () => {
	const { effects } = reviewed({}, { categories: [effect('Kuurne', 2026, null, '2')] });
	const tables = effectTables(effects);
	expect(tables.map(({ title }) => title)).toEqual(['Nagerekende categorieën die veranderen']);
	expect(tables[0]?.groups[0]?.rows[0]?.cells).toEqual(['Kuurne', '2026', 'n.b.', '2']);
});

test('an estimate keeps its mark beside what is published, and what was kept without saying so has none', () => {
	const step = { before: 3_000, after: 3_100 };
	const region = (stock: Step) => ({
		region: 'Vlaanderen',
		date: '2025-12-31',
		stock,
		short: null
	});
	const marks = (stock: Step) => {
		const { effects } = reviewed({}, { regions: [region(stock)] });
		const cells = effectTables(effects)[0]?.groups[0]?.rows[0]?.cells.slice(2, 4) ?? [];
		return cells.map((cell) => (cell as { estimated?: boolean }).estimated);
	};
	expect(marks({ ...step, estimated: { before: true, after: false } })).toEqual([true, false]);
	expect(marks(step)).toEqual([false, false]);
});

const TYPO = {
	...{ nis: '34022', name: 'Kortrijk', indicator: 'stock_b', date: '2025-12-31' },
	...{ before: 3_120, after: 3_210, isEstimate: false }
};
const plain = (lines: readonly string[]) => lines.map((line) => line.replaceAll('\u00a0', ' '));

test('one figure is one line, old and new, and nothing is said of it twice', () => {
	const one = { counts: { ...NO_COUNTS, changed: 1 }, changing: [TYPO] };
	expect(plain(ownLines(reviewed(one), {}))).toEqual([
		'Kortrijk, sociale huurwoningen (jaarlijkse meting) op 31/12/2025: 3.120 → 3.210 (+90).'
	]);
	expect(told(one)).toEqual([]);
	expect(figureTables(reviewed(one), {})).toEqual([]);
});

test('a new figure says what stood there, an estimate with its mark, and an objective by the name of its regime', () => {
	const counts = { ...NO_COUNTS, new: 2 };
	const target = { ...TYPO, indicator: 'BSO total', date: null, before: null, after: 112 };
	const fresh = [{ ...TYPO, isEstimate: true }, target];
	expect(plain(ownLines(reviewed({ counts, fresh }), { BSO: 'de regeling' }))).toEqual([
		expect.stringContaining(': ≈ 3.120 → 3.210 (+90).'),
		'Kortrijk, objectief: bijkomende woningen (de regeling): geen cijfer → 112.'
	]);
});

test('many figures are a table', () => {
	const many = reviewed({ counts: { ...NO_COUNTS, changed: 4 }, changing: [TYPO] });
	expect(ownLines(many, {})).toEqual([]);
	expect(figureTables(many, {})).toHaveLength(1);
});

test('a goal and the thresholds of a round say what was there before', () => {
	const goal = { kind: 'reach_share', basisPoints: 1200, baseDate: null, holdsFrom: null } as const;
	const effects = {
		goals: [{ region: 'Genk', before: null, after: { ...goal, deadline: '2035-12-31' } }],
		rounds: [
			{
				...{ round: 2026, measuredOn: '2025-12-31', before: null },
				after: { realised: 8502, withPlanned: 9711 }
			}
		]
	};
	expect(plain(ownLines(reviewed({}, effects), {}))).toEqual([
		'Genk: geen streefcijfer → 12 % van de huishoudens, te halen tegen 31/12/2035.',
		'Voortgangstoets 2026 (cijfers van 31/12/2025): geen drempels → 85,02 % gerealiseerd, of 97,11 % met geplande woningen erbij.'
	]);
});

test('what becomes unknown is said with its reason, and that sums leave it out', () => {
	const lost = ['Kortrijk', 'Kuurne'].map((area) => ({
		...{ area, quantity: 'realised' as const, reason: 'baseline_estimated' as const }
	}));
	const less = {
		region: 'Vlaanderen',
		objective: { before: 9, after: 7 },
		short: { before: 0, after: 0 }
	} as never;
	expect(told({}, { lost, objectives: [less] }).slice(-2)).toEqual([
		'Niet meer bekend wordt wat gerealiseerd is in Kortrijk en Kuurne: de voorraad is gepubliceerd, maar de nulmeting is een raming.',
		'Wat in de regio’s samen gevraagd wordt, telt die gemeenten niet meer mee.'
	]);
});
