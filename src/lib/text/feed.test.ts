import { expect, test } from 'vitest';
import { releaseSummary, releaseTitle, withdrawalSummary, type ToldRelease } from './feed.ts';

const told: ToldRelease = {
	kind: 'first',
	publisher: 'Proefdienst',
	figures: 1_196,
	areas: 299,
	changed: null,
	supersedes: null,
	reason: null
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('a first publication says what it brought, and for how many areas', () => {
	expect(plain(releaseSummary(told))).toBe(
		'Eerste publicatie van Proefdienst. 1.196 cijfers voor 299 gebieden.'
	);
});

test('a correction says what it replaces, how many figures became something else, and why', () => {
	const summary = releaseSummary({
		...told,
		kind: 'correction',
		figures: 1,
		areas: 1,
		changed: { figures: 1, municipalities: 1 },
		supersedes: 'Meting 2024',
		reason: 'In Kortrijk waren twee cijfers verwisseld.'
	});
	expect(plain(summary)).toBe(
		'Rechtzetting van Proefdienst, in de plaats van «Meting 2024». 1 cijfer voor 1 gebied. 1 cijfer werd iets anders, voor 1 gemeente. Reden: In Kortrijk waren twee cijfers verwisseld.'
	);
	expect(releaseTitle('correction', 'Meting 2024')).toBe('Rechtzetting: Meting 2024');
	expect(releaseTitle('correction', 'Rechtzetting: meting')).toBe('Rechtzetting: meting');
});

test('practice figures are called what they are', () => {
	expect(releaseSummary({ ...told, kind: 'practice' })).toContain('ramingen van ons, geen meting.');
});

test('a publication without figures of its own is not said to have brought any', () => {
	expect(releaseSummary({ ...told, figures: 0, areas: 0 })).toContain('geen cijferreeks');
	expect(withdrawalSummary('Fout.', { figures: 0, areas: 0 })).toBe('Fout.');
	expect(plain(withdrawalSummary('Fout.', { figures: 2, areas: 1 }))).toBe(
		'Fout. Het ging om 2 cijfers voor 1 gebied.'
	);
});
