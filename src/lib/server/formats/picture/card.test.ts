import { expect, test } from 'vitest';
import { card } from './card.ts';

const words = {
	answer: 'Torendam telt 1.234 sociale huurwoningen',
	lead: 'Het objectief vroeg 20 woningen extra.',
	colophon: ['Toestand op 31/12/2024.', 'https://site.test/gemeenten/1']
};
const textsOf = (svg: string) => svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const drawing = (height: number) => () =>
	`<svg width="500" height="${height}" viewBox="0 0 500 ${height}" class="k"><a href="/x"><title>t</title><path d="M0 0H9" fill="#123456"/></a></svg>`;

test('a card says the sentence, what follows, the date and the address', () => {
	const said = textsOf(card(words, null));
	for (const part of [words.answer, words.lead, ...words.colophon]) expect(said).toContain(part);
});

test('a card has the size that other sites ask', () => {
	expect(card(words, null)).toContain('width="1200" height="630"');
});

test('a long sentence is set in smaller letters, and is whole', () => {
	const answer = Array.from({ length: 24 }, (_, at) => `woord${at}`).join(' ');
	expect(textsOf(card({ ...words, answer }, null)).replace(/\s/g, '')).toContain(
		answer.replace(/\s/g, '')
	);
});

test('a drawing that can be read in the room that is left stands on the card, without links and classes', () => {
	const svg = card(words, drawing(100));
	expect(svg).toContain('#123456');
	expect(svg).not.toMatch(/class=|<a /);
});

test('a drawing that would become too small to read is left out', () => {
	expect(card(words, drawing(900))).not.toContain('#123456');
});
