import { expect, test } from 'vitest';
import { first, parsePage } from '../export/markup.ts';
import { card } from './card.ts';
import { pageRules } from './picture.ts';

const words = {
	answer: 'Torendam telt 1.234 sociale huurwoningen',
	lead: 'Het objectief vroeg 20 woningen extra.',
	colophon: ['Toestand op 31/12/2024.', 'https://site.test/gemeenten/1']
};
const RULES = pageRules([]);
const textsOf = (svg: string) => svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const figure = (height: number) =>
	first(
		'figure',
		parsePage(
			`<figure id="f"><figcaption><h2 class="title">Titel</h2></figcaption>
			<div><svg width="100%" height="${height}"><path d="M0 0H9" fill="#123456"/></svg></div></figure>`
		)
	);

test('a card says the sentence, what follows, the date and the address', () => {
	const said = textsOf(card(words, null, RULES));
	for (const part of [words.answer, words.lead, ...words.colophon]) expect(said).toContain(part);
});

test('a card has the size that other sites ask', () => {
	expect(card(words, null, RULES)).toContain('width="1200" height="630"');
});

test('a long sentence is set in smaller letters, and is whole', () => {
	const answer = Array.from({ length: 24 }, (_, at) => `woord${at}`).join(' ');
	expect(textsOf(card({ ...words, answer }, null, RULES)).replace(/\s/g, '')).toContain(
		answer.replace(/\s/g, '')
	);
});

test('a drawing that can be read in the room that is left stands on the card without its own title', () => {
	const svg = card(words, figure(100), RULES);
	expect(svg).toContain('#123456');
	expect(textsOf(svg)).not.toContain('Titel');
});

test('a drawing that would become too small to read is left out', () => {
	expect(card(words, figure(900), RULES)).not.toContain('#123456');
});
