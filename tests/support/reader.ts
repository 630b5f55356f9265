import { expect } from 'vitest';
import { sent, wordsOf } from './html.ts';

/** Where a reader without JavaScript is: the page as it was sent, and its address after redirections. */
export interface Reading {
	url: URL;
	document: Document;
}

/** Runs of space as one, without the hyphens that show at the end of a line only. */
const plain = (text: string): string => text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();

/** Elements that stand within a line of text; all others stand apart from what is beside them. */
const WITHIN_A_LINE = new Set(
	'a abbr b bdi button cite code data em i kbd mark q s small span strong sub sup time tspan var'.split(
		' '
	)
);
const NEVER_SEEN = new Set(['script', 'style', 'template', 'title', 'desc']);
/** Classes of what only a screen reader speaks, and of what is on paper or on a screen alone. */
const ELSEWHERE = { screen: ['hidden', 'print-only'], paper: ['hidden', 'screen-only'] };

function isSeen(element: Element, on: keyof typeof ELSEWHERE): boolean {
	const { localName, classList, parentElement } = element;
	if (NEVER_SEEN.has(localName) || element.hasAttribute('hidden')) return false;
	if (element.hasAttribute('popover')) return false;
	if (ELSEWHERE[on].some((name) => classList.contains(name))) return false;
	const isClosed = parentElement?.localName === 'details' && !parentElement.hasAttribute('open');
	return !isClosed || localName === 'summary';
}

function lettersOf(node: Node, on: keyof typeof ELSEWHERE): string {
	if (node.nodeType === 3) return node.textContent ?? '';
	if (node.nodeType !== 1 || !isSeen(node as Element, on)) return '';
	const letters = [...node.childNodes].map((child) => lettersOf(child, on)).join('');
	return WITHIN_A_LINE.has((node as Element).localName) ? letters : ` ${letters} `;
}

/** The words of an element that the eye meets on a screen, without what is closed or only spoken. */
export const seen = (element: Element | null | undefined): string =>
	element ? plain(lettersOf(element, 'screen')) : '';

/** The words of an element that stand on paper. */
export const printed = (element: Element | null | undefined): string =>
	element ? plain(lettersOf(element, 'paper')) : '';

/** The page at an address, which must be there. */
export async function open(address: string): Promise<Reading> {
	const { status, url, document } = await sent(address);
	expect(status, address).toBe(200);
	url.hash ||= /#.*$/.exec(address)?.[0] ?? '';
	return { url, document };
}

/** What the page at an address says. */
export async function saysAt(address: string): Promise<string> {
	return seen((await open(address)).document.querySelector('main'));
}

/** What a page says for the minutes of one of its figures; nothing when it has no such words. */
export function minutesOf({ document }: Reading, id: string): string {
	const all = [...document.querySelectorAll('[data-copy]')].map(wordsOf);
	return all.find((words) => new RegExp(`#${id}(?![\\w-])`).test(words)) ?? '';
}

/** Follows the first link with these words. @throws Error when there is none */
export async function follow(at: Reading, words: string | RegExp, within = 'a'): Promise<Reading> {
	const fits = (one: Element) =>
		typeof words === 'string' ? wordsOf(one) === words : words.test(wordsOf(one));
	const link = [...at.document.querySelectorAll(within)].find(fits);
	const address = link?.getAttribute('href');
	if (!address) throw new Error(`No link «${words}» on ${at.url.href}.`);
	return open(new URL(address, at.url).href);
}
