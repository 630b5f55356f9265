import { expect, test } from 'vitest';
import type { Reply } from '#lib/domain/reply.ts';
import { replySentence, replySubject } from './reply.ts';

const REPLY: Reply = {
	id: 7,
	nis: '34022',
	name: 'Kortrijk',
	figure: 'stock',
	date: '2024-12-31',
	words: 'Dit is een proef.',
	givenOn: '2026-11-20',
	knownFrom: '2026-11-21',
	by: 'college van burgemeester en schepenen',
	reference: 'brief 2026/12',
	withdrawnOn: null,
	withdrawnWhy: null
};

test('a reply that stands alone says whose it is, of when, about what, who stands for it, and that no number changes', () => {
	expect(replySentence(REPLY)).toBe(
		'Weerwoord van gemeente Kortrijk, 20/11/2026: «Dit is een proef.» Over sociale huurwoningen op 31/12/2024; college van burgemeester en schepenen; brief 2026/12. Het cijfer zelf verandert niet.'
	);
});

test('without a letter, none is named', () => {
	expect(replySentence({ ...REPLY, reference: null })).toMatch(/schepenen\. Het cijfer/);
});

test.for([
	['share', 'sociale huurwoningen per 100 huishoudens op 31/12/2024'],
	['flow_new_build', /nieuw/i]
] as const)('a reply to %s names it', ([figure, words]) => {
	expect(replySubject({ figure, date: '2024-12-31' })).toMatch(words);
});
