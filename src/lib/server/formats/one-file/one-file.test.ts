import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { LEAVES, oneFile } from './one-file.ts';
import { elementsIn, textOf, valueOf } from './tree.ts';

const FONT = Buffer.from('a font');
const FILES: Record<string, string | Buffer> = {
	'/_app/a.css':
		'@font-face{src:url(./letter.woff2) format("woff2")}.a{fill:url(#h);content:"url(x)"}',
	'/_app/letter.woff2': FONT,
	'/_app/b.js': 'document.body.dataset.ran = "1 < 2 && </b>";',
	'/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
	'/_app/import.css': '@import "more.css";',
	'/_app/set.css': '.a{background:image-set("a.png" 1x)}',
	'/_app/end.js': 'x = "</script>"'
};
const ADDRESS = new URL('https://site.test/vergadering/kortrijk/bestand/inhoud?op=2024-12-31');

const make = (head: string, body = '') =>
	oneFile({
		html: `<!doctype html><html lang="nl"><head><title>T</title>${head}</head><body>${body}</body></html>`,
		address: ADDRESS,
		file: (path) => (path in FILES ? Buffer.from(FILES[path] ?? '') : null)
	});

const WHOLE = make(
	`<link rel="icon" href="/icon.svg"><link rel="preload" href="/_app/letter.woff2" as="font">
	<link rel="stylesheet" href="/_app/a.css"><style>@page{margin:1cm}</style>
	<script type="module" src="/_app/b.js"></script>`,
	`<form action="/zoek"><input name="q"></form>
	<svg><a href="/gemeenten/34022?op=2024-12-31"><path fill="url(#h)" d="M0 0"/></a></svg>
	<a href="#dia">dia</a><a href="?op=2024-12-31#dia">ook dia</a><a href="../anders">weg</a>
	<a href="https://bron.test/x">bron</a><p style="--deel: 3">1 &lt; 2</p>`
);
const elements = elementsIn(parse(WHOLE));
const named = (name: string) => elements.filter(({ tagName }) => tagName === name);

describe('a page in one file', () => {
	test('loads nothing: no address is left in what loads, in scripts or in styles', () => {
		expect(named('link').map((one) => valueOf(one, 'href')?.slice(0, 19))).toEqual([
			'data:image/svg+xml;'
		]);
		expect(named('script').map((one) => valueOf(one, 'src'))).toEqual([null]);
		const styles = named('style').map(textOf).join('\n');
		expect(styles).not.toMatch(/@import|url\(\s*["']?(\w+:\/\/|[./]|\w+\.\w)/);
		expect(styles).toContain(`url("data:font/woff2;base64,${FONT.toString('base64')}")`);
	});

	test('keeps what only looks like an address, and what is drawn with a part of the page', () => {
		const styles = named('style').map(textOf).join('\n');
		expect(styles).toContain('content:"url(x)"');
		expect(styles).toContain('fill:url("#h")');
		expect(WHOLE).toContain('1 &lt; 2');
	});

	test('keeps the script as it was', () => {
		expect(named('script').map(textOf)).toEqual([FILES['/_app/b.js']]);
	});

	test('links within the page stay, all others are whole and say that they leave the file', () => {
		const links = named('a').map((one) => [valueOf(one, 'href'), valueOf(one, LEAVES) !== null]);
		expect(links).toEqual([
			['https://site.test/gemeenten/34022?op=2024-12-31', true],
			['#dia', false],
			['#dia', false],
			['https://site.test/vergadering/kortrijk/anders', true],
			['https://bron.test/x', true]
		]);
	});

	test('has no form, for a form asks', () => {
		expect(named('form')).toEqual([]);
	});

	test('forbids all loading, before anything else stands in the page', () => {
		const [first] = named('head').flatMap((head) => elementsIn(head));
		expect(first && valueOf(first, 'http-equiv')).toBe('content-security-policy');
		const policy = (first && valueOf(first, 'content')) ?? '';
		expect(policy).toMatch(
			/^default-src 'none'; font-src data:; img-src data:; script-src 'sha256-/
		);
		expect(policy).not.toContain('unsafe-inline');
		expect(policy.match(/'sha256-/g)).toHaveLength(1 + 2 + 1);
	});

	test.for([
		['<link rel="stylesheet" href="/_app/import.css">', /@import/],
		['<link rel="stylesheet" href="/_app/set.css">', /image-set/],
		['<link rel="stylesheet" href="/_app/gone.css">', /no file \/_app\/gone\.css/],
		['<link rel="stylesheet" href="https://else.test/_app/a.css">', /no file/],
		['<style>a{background:url(/_app/b.js)}</style>', /kind that is not brought/],
		['<script src="/_app/end.js"></script>', /would end the script/]
	] as const)('%s is refused', ([head, why]) => {
		expect(() => make(head)).toThrow(why);
	});

	test.for([
		'<iframe src="/x"></iframe>',
		'<svg><use href="/icon.svg#a"/></svg>',
		'<video poster="/p.png"></video>'
	])('%s is refused', (body) => {
		expect(() => make('', body)).toThrow(/cannot be brought into one file/);
	});
});
