import { expect, test } from 'vitest';
import type { Reviewed } from '#lib/server/desk/review/review.ts';
import { changeTables, changeWords } from './changes.ts';

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

test('a table without rows is left out, and an unknown category has its sign', () => {
	const tables = changeTables(reviewed({}, { categories: [effect('Kuurne', 2026, null, '2')] }));
	expect(tables.map(({ title }) => title)).toEqual(['Nagerekende categorieën die veranderen']);
	expect(tables[0]?.groups[0]?.rows[0]?.cells).toEqual(['Kuurne', '2026', 'n.b.', '2']);
});
