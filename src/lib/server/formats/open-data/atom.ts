/**
 * Atom (RFC 4287), as far as this site needs it. A writer of its own: what libraries for feeds add (RSS, JSON Feed, images,
 * podcasts) is not used here, and an element with its text escaped is one small function.
 */

/** Somewhere that an entry or the feed leads to. */
interface AtomLink {
	rel: 'self' | 'alternate' | 'related' | 'license';
	href: string;
	type?: string;
}

export interface AtomEntry {
	/** The same for ever, an IRI. */
	id: string;
	title: string;
	/** ISO 8601 with a time zone. */
	updated: string;
	published?: string;
	summary: string;
	/** What sort of news it is: a word of a fixed list. */
	category: string;
	links: readonly AtomLink[];
}

export interface AtomFeed {
	id: string;
	title: string;
	language: string;
	author: string;
	rights: string;
	links: readonly AtomLink[];
	/** When there is no entry at all. */
	updated: string;
	/** The latest first. */
	entries: readonly AtomEntry[];
}

/** A feed as a document. */
export function atomDocument(feed: AtomFeed): string {
	const updated = feed.entries.map((one) => one.updated).reduce(latest, feed.updated);
	return `<?xml version="1.0" encoding="utf-8"?>\n${element(
		'feed',
		{ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
		[
			textElement('id', feed.id),
			textElement('title', feed.title),
			textElement('updated', updated),
			element('author', {}, [textElement('name', feed.author)]),
			textElement('rights', feed.rights),
			...feed.links.map(linkElement),
			...feed.entries.map(entryElement)
		]
	)}\n`;
}

const latest = (one: string, other: string): string =>
	new Date(other) > new Date(one) ? other : one;

const entryElement = (entry: AtomEntry): string =>
	element('entry', {}, [
		textElement('id', entry.id),
		textElement('title', entry.title),
		textElement('updated', entry.updated),
		...(entry.published ? [textElement('published', entry.published)] : []),
		element('category', { term: entry.category }),
		textElement('summary', entry.summary),
		...entry.links.map(linkElement)
	]);

const linkElement = ({ rel, href, type }: AtomLink): string =>
	element('link', { rel, href, ...(type && { type }) });

const textElement = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

function element(
	name: string,
	attributes: Readonly<Record<string, string>>,
	children: readonly string[] = []
): string {
	const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
	const open = `<${name}${given.join('')}`;
	return children.length === 0 ? `${open}/>` : `${open}>\n${children.join('\n')}\n</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;'
};

/** Characters that no XML document can hold, also not as a reference. */
// eslint-disable-next-line no-control-regex -- these are the ones
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as it stands in an element or attribute of XML 1.0. */
export const escaped = (text: string): string =>
	text
		.toWellFormed()
		.replace(FORBIDDEN, '')
		.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
