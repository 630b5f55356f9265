import { parseHTML } from 'linkedom';
import { expect, inject } from 'vitest';

/** A page as the server sends it, which is the page without JavaScript. */
export interface Sent {
	status: number;
	/** Where the answer came from, after redirections. */
	url: URL;
	/** The HTML as it was sent. */
	html: string;
	document: Document;
}

/** Asks the site for a page, without a browser: no style and no script plays a part in what it says. */
export async function sent(path: string): Promise<Sent> {
	const answer = await fetch(new URL(path, inject('site')), { headers: { accept: 'text/html' } });
	const html = await answer.text();
	const { document } = parseHTML(html) as unknown as { document: Document };
	return { status: answer.status, url: new URL(answer.url), html, document };
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
	for (const part of copy.querySelectorAll('style, script, template')) part.remove();
	return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The words of each element that a selector finds. */
export const allWords = (within: ParentNode, selector: string): string[] =>
	[...within.querySelectorAll(selector)].map(wordsOf);
