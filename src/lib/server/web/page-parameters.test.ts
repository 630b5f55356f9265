import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isOfPages, withoutUnread } from './page-parameters.ts';

/** A form of which nothing comes in an address. */
const POSTED = /<form method="post"[\s\S]*?<\/form>/g;

/** Sources of the pages and of what reads their addresses; tests, the API and the desk, of which nothing is kept, aside. */
const sources = ['src/routes', 'src/lib/server/standing'].flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(ts|svelte)$/.test(file) && !/^(api|beheer)\/|\.test\.ts$/.test(file))
		.map((file) => readFileSync(join(folder, file), 'utf8').replace(POSTED, ''))
);

test('every name that a page reads from its address, or that a form of it sends, is known', () => {
	const READ = /(?:searchParams|parameters)\.(?:get|getAll|has)\('([^']+)'\)|given\('([^']+)'\)/g;
	const SENT = /<(?:input|select|textarea|button)[^>]*?\sname="([^"]+)"/g;
	const names = sources.flatMap((text) =>
		[...text.matchAll(READ), ...text.matchAll(SENT)].map((found) => found[1] ?? found[2] ?? '')
	);
	expect(names.length).toBeGreaterThan(10);
	expect([...new Set(names)].filter((name) => !isOfPages(name))).toEqual([]);
});

test.for([
	['/regios?u=1', '/regios'],
	['/regios?u=1&op=2022-12-31&v', '/regios?op=2022-12-31'],
	['/regios?op=2022-12-31', '/regios?op=2022-12-31'],
	['/regios?%6fp=2022-12-31&%75=1', '/regios?%6fp=2022-12-31'],
	['/regios?bekend=2025-01-01&versie=3', null],
	['/regios/kortrijk/verdeling?min-34022=3&max-x=1&zonder=ontbrekende', null],
	['/api/v1/regions?u=1', null],
	['/regios', null]
] as const)('%s is the page %s', ([asked, plain]) => {
	expect(withoutUnread(asked)).toBe(plain ?? asked);
});

test('a parameter is declared where those of pages are found', () => {
	const DECLARED = /\b(?:one|list|each)\(\{/;
	const elsewhere = sources.filter((text) => DECLARED.test(text));
	expect(elsewhere.filter((text) => !text.includes('PROPOSAL.part'))).toEqual([]);
});
