import { expect, test } from 'vitest';
import { atomDocument, escaped, type AtomFeed } from './atom.ts';

const feed: AtomFeed = {
	id: 'urn:uuid:1',
	title: 'Proef',
	language: 'nl-BE',
	author: 'Woonobjectief',
	rights: 'Vrij',
	links: [{ rel: 'self', href: 'https://wonen.example/feed?a=1&b="2"' }],
	updated: '2026-01-01T00:00:00Z',
	entries: []
};

test('text that looks like markup stays text, and what no XML can hold is left out', () => {
	expect(escaped('a < b & "c" > d')).toBe('a &lt; b &amp; &quot;c&quot; &gt; d');
	expect(escaped('a\u0000\u0008b\ud800c')).toBe('ab\ufffdc');
	expect(atomDocument(feed)).toContain('href="https://wonen.example/feed?a=1&amp;b=&quot;2&quot;"');
});

test('a feed was updated when its latest entry was, and without any when it says so itself', () => {
	const entry = { id: 'urn:uuid:2', title: '', summary: '', category: 'release', links: [] };
	const updated = (entries: readonly string[]) =>
		/<updated>(.*?)<\/updated>/.exec(
			atomDocument({ ...feed, entries: entries.map((one) => ({ ...entry, updated: one })) })
		)?.[1];
	expect(updated([])).toBe('2026-01-01T00:00:00Z');
	expect(updated(['2026-03-01T00:30:00+02:00', '2026-02-28T23:00:00Z'])).toBe(
		'2026-02-28T23:00:00Z'
	);
});
