import { expect, test } from 'vitest';
import { previewPage } from './preview-page.ts';

test('links and forms of a page stay in the preview, files do not, and a line says what it is', () => {
	const html =
		'<body><a class="x" href="/regios/kortrijk?op=1#a">r</a><form action="/zoek"></form><link href="/_app/a.css"><a href="/uitvoer/x.csv">f</a><a href="#a">h</a><a href="https://elders">e</a></body>';
	const made = previewPage(html, '/beheer/voorbeeld/7', 'Zo wordt het.');
	expect(made.replace(/ style="[^"]*"/, '')).toBe(
		'<body><p role="status">Zo wordt het.</p><a class="x" href="/beheer/voorbeeld/7/regios/kortrijk?op=1#a">r</a><form action="/beheer/voorbeeld/7/zoek"></form><link href="/_app/a.css"><a href="/uitvoer/x.csv">f</a><a href="#a">h</a><a href="https://elders">e</a></body>'
	);
});
