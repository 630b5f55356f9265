import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { parseHTML } from 'linkedom';
import { expect, inject } from 'vitest';

const ELEMENT = 1;
const TEXT = 3;

/** A page as the server sends it, which is the page without JavaScript. */
export interface Sent {
	status: number;
	/** Where the answer came from, after redirections. */
	url: URL;
	/** The HTML as it was sent. */
	html: string;
	document: Document;
}

/**
 * What a page answers, after redirections. Node's own request waits as long as it takes: fetch gives up on a connection
 * after ten seconds, and on a busy machine this process may spend those reading another page.
 */
export async function requested(url: URL): Promise<Omit<Sent, 'document'>> {
	const request = get(url, { agent: false, headers: { accept: 'text/html' } });
	const [answer] = (await once(request, 'response')) as [IncomingMessage];
	const html = await text(answer);
	const { statusCode: status = 0, headers } = answer;
	const isElsewhere = status >= 300 && status < 400 && headers.location !== undefined;
	return isElsewhere ? requested(new URL(headers.location ?? '', url)) : { status, url, html };
}

/** Asks the site for a page, without a browser: no style and no script plays a part in what it says. */
export async function sent(path: string): Promise<Sent> {
	const answer = await requested(new URL(path, inject('site')));
	const { document } = parseHTML(answer.html) as unknown as { document: Document };
	return { ...answer, document };
}

/** The document of a page that must be there. */
export async function documentAt(path: string): Promise<Document> {
	const { status, document } = await sent(path);
	expect(status, path).toBe(200);
	return document;
}

/** Words of an element as a reader meets them: no style, script or template, runs of space as one, no-break spaces as plain ones. */
export function wordsOf(element: Element | null | undefined): string {
	if (!element) return '';
	const copy = element.cloneNode(true) as Element;
	for (const part of copy.querySelectorAll('style, script, template, [popover]')) part.remove();
	return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The words of each element that a selector finds. */
export const allWords = (within: ParentNode, selector: string): string[] =>
	[...within.querySelectorAll(selector)].map(wordsOf);

/**
 * Words of an element with a space around every element in it, so that numbers of cells side by side do not run into one
 * another.
 * @param isLeftOut which elements are not read, besides styles and scripts
 */
export function spokenIn(
	element: Element,
	isLeftOut: (one: Element) => boolean = () => false
): string {
	const isRead = (one: Element) => !one.matches('style, script, template') && !isLeftOut(one);
	const words = (node: Node): string =>
		[...node.childNodes]
			.map((child) => {
				if (child.nodeType === TEXT) return child.textContent ?? '';
				const isSpoken = child.nodeType === ELEMENT && isRead(child as Element);
				return isSpoken ? ` ${words(child)} ` : '';
			})
			.join('');
	return words(element).replace(/\s+/g, ' ').trim();
}
