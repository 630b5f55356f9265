import { expect, test } from 'vitest';
import { derived, type Figure } from '#lib/domain/figure.ts';
import { mineSentence, neighbourSentence, notYetSentence } from './my-town.ts';

const share = (value: number | null, status: Figure['status'] = 'normal'): Figure => ({
	...derived(value ?? 0, '2024-12-31', []),
	value,
	status
});
const beside = (name: string, value: number | null, status?: Figure['status']) => ({
	name,
	share: share(value, status),
	counted: null
});

test('a municipality is set beside its region and Flanders, each with its number', () => {
	expect(
		mineSentence('Waregem', share(0.0454), [beside('Regio', 0.0873), beside('Vlaanderen', 0.0398)])
	).toBe(
		'Waregem: sociale huur voor 4,54\u00a0% van de huishoudens, minder dan Regio (8,73\u00a0%) en meer dan Vlaanderen (3,98\u00a0%).'
	);
});

test('what reads the same is the same', () => {
	expect(mineSentence('A', share(0.05001), [beside('B', 0.05002)])).toContain('evenveel als B');
});

test('a comparison with an estimate says so', () => {
	expect(mineSentence('A', share(0.05), [beside('B', 0.04, 'estimated')])).toContain(
		'naar raming meer dan B (≈\u00a04,00\u00a0%)'
	);
});

test('what is counted by another rule says so', () => {
	const flanders = { ...beside('Vlaanderen', 0.04), counted: 'C' as const };
	expect(mineSentence('A', share(0.05), [flanders])).toContain(
		'meer dan Vlaanderen (4,00\u00a0%, anders geteld: telling\u00a0C).'
	);
});

test('without a share nothing is compared', () => {
	expect(mineSentence('A', share(null), [beside('B', 0.04)])).toBe(
		'Van A is op 31/12/2024 geen aandeel bekend.'
	);
});

test('no neighbours, no sentence', () => {
	expect(neighbourSentence([])).toBe('');
	expect(neighbourSentence(['A', 'B'])).toBe('Grenst aan A en B.');
});

test('a municipality to come says who stands for it', () => {
	expect(notYetSentence('Lievegem', '2019-01-01', ['Lovendegem', 'Waarschoot'])).toBe(
		'Lievegem bestaat sinds 01/01/2019. Uitgelicht: Lovendegem en Waarschoot.'
	);
});
