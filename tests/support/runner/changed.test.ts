import { expect, test } from 'vitest';
import { toCheck, withReaders } from './changed.ts';
import { importsOf, leadingTo } from './imports.ts';
import { pageTestsFor } from './pages.ts';
import { pathsOf } from './routes.ts';

const texts = new Map([
	['src/lib/domain/share.ts', ''],
	['src/lib/text/words.ts', "import type { Share } from '../domain/share.ts';"],
	['src/lib/server/standing.ts', "import { share } from '#lib/domain/share.ts';"],
	['src/lib/components/Cell.svelte', "import { words } from '#lib/text/words.ts';"],
	['src/routes/+layout.svelte', ''],
	['src/routes/(data)/gemeenten/+page.server.ts', "import x from '#lib/server/standing.ts';"],
	['src/routes/(data)/gemeenten/[nis=nis]/+page.svelte', "import C from '../Row.svelte';"],
	['src/routes/(data)/gemeenten/Row.svelte', "import C from '#lib/components/Cell.svelte';"],
	['src/routes/uitvoer/[...doel]/+server.ts', ''],
	[
		'tests/pages/pages.ts',
		"export const PAGES = ['/gemeenten', '/gemeenten/34022?op=2020-12-31'];"
	],
	['tests/pages/every.test.ts', "import { PAGES } from './pages.ts';"],
	['tests/pages/plain.test.ts', "import { plain } from './pages.ts';"],
	['tests/pages/list.test.ts', 'await page.goto(`/gemeenten?orde=${order}`);'],
	['tests/pages/one.test.ts', 'await page.goto(`/gemeenten/${nis}`);'],
	['tests/pages/file.test.ts', "await fetch(site + '/uitvoer/gemeenten/lijst.csv');"],
	['tests/pages/facts.test.ts', ''],
	[
		'tests/pages/both.test.ts',
		"import { PAGES } from './pages.ts'; const one = '/uitvoer/kaart.png';"
	]
]);
const ONE = '/gemeenten/34022?op=2020-12-31';
const EVERY = `/gemeenten ${ONE}`;
/** The chosen tests, with the addresses when it is not all of a file. */
const chosen = (changed: string, seconds = new Map<string, number>()) =>
	pageTestsFor([changed], texts, seconds)
		.tests.map(({ file, only }) =>
			[file.slice('tests/pages/'.length, -'.test.ts'.length), ...(only ?? [])].join(' ')
		)
		.sort();

test.for([
	["import { a } from './a.ts';", ['src/lib/a.ts']],
	["export * from '../b.ts';", ['src/b.ts']],
	["const { c } = await import('#db/c.ts');", ['db/c.ts']],
	["import '#lib/app.css?url';", ['src/lib/app.css']],
	["import {\n\ta,\n\tb\n} from '#lib/a.ts';", ['src/lib/a.ts']],
	["import type { A } from './a.ts';", []],
	["import { test } from 'vitest';", []]
] as const)('%s leads to %s', ([text, files]) => {
	expect(importsOf('src/lib/x.ts', text)).toEqual([...files]);
});

test('a change leads to all that imports it, however far away, but not to who asks for its types', () => {
	expect([...leadingTo(['src/lib/domain/share.ts'], texts)]).toEqual([
		'src/lib/domain/share.ts',
		'src/lib/server/standing.ts',
		'src/routes/(data)/gemeenten/+page.server.ts'
	]);
});

test.for([
	['src/routes', '/', '/gemeenten'],
	['src/routes/(data)/gemeenten/[nis=nis]', '/gemeenten/34022', '/gemeenten/34022/rekening'],
	['src/routes/uitvoer/[...doel]', '/uitvoer/regios/kortrijk/leden.csv', '/uitvoer'],
	['src/routes/api/v1/regions/[slug=slug].csv', '/api/v1/regions/genk.csv', '/api/v1/regions/genk']
] as const)('%s answers at %s, not at %s', ([route, own, other]) => {
	expect(pathsOf(route).test(own)).toBe(true);
	expect(pathsOf(route).test(other)).toBe(false);
});

test.for([
	['src/lib/domain/share.ts', ['both /gemeenten', 'every /gemeenten', 'list']],
	['src/lib/text/words.ts', [`both ${ONE}`, `every ${ONE}`, 'one']],
	['src/routes/uitvoer/[...doel]/+server.ts', ['both /uitvoer/kaart.png', 'file']],
	['src/app.css', [`both /uitvoer/kaart.png ${EVERY}`, `every ${EVERY}`, 'file', 'list', 'one']],
	[
		'src/routes/+layout.svelte',
		[`both /uitvoer/kaart.png ${EVERY}`, `every ${EVERY}`, 'file', 'list', 'one']
	],
	['tests/pages/pages.ts', ['both', 'every', 'plain']],
	['README.md', []]
] as const)('a change of %s asks for the page tests %s', ([changed, tests]) => {
	expect(chosen(changed)).toEqual([...tests]);
});

test('a change that reaches more routes than can be tried is tried by the table of facts', () => {
	const many = Array.from({ length: 20 }, (_, i) => [`src/routes/r${i}/+page.svelte`, ''] as const);
	const choice = pageTestsFor(['src/app.css'], new Map([...texts, ...many]), new Map());
	expect(choice.tests).toEqual([{ file: 'tests/pages/facts.test.ts', only: null }]);
});

test('what would take too long is left out, the longest first, and named', () => {
	const seconds = new Map([
		['tests/pages/list.test.ts', 95],
		['tests/pages/every.test.ts', 30]
	]);
	const choice = pageTestsFor(['src/lib/domain/share.ts'], texts, seconds);
	expect(choice.tests.map(({ file }) => file)).toContain('tests/pages/every.test.ts');
	expect(choice.left).toEqual(['tests/pages/list.test.ts']);
});

test('a fact is read by the reader of tables, and a change of the command line by the tests that start it', () => {
	expect(withReaders(['db/seed/facts/goals.csv'])).toContain('db/seed/table.ts');
	expect(withReaders(['src/cli/print.ts'])).toContain('tests/import/command-line.test.ts');
	expect(withReaders(['src/lib/domain/share.ts'])).toEqual(['src/lib/domain/share.ts']);
});

test('a tool looks at what changed and is still there, and at everything when its settings changed', () => {
	const files = (...changed: string[]) => toCheck(changed, /\.ts$/, /^eslint\.config/);
	expect(files('tests/run.ts', 'README.md', 'src/gone.ts')).toEqual(['tests/run.ts']);
	expect(files('eslint.config.js')).toEqual(['.']);
});
