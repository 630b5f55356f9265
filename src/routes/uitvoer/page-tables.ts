import { error, isRedirect, redirect } from '@sveltejs/kit';
import type { Sheet } from '#lib/components/sheet.ts';
import type { Reply } from '#lib/domain/reply.ts';
import type { Table } from '#lib/tables/table.ts';
import { NOTHING } from './page-told.ts';

/**
 * The tables of any page of this site, from what its own load gives: a file has the same filter, order, dates and marks as
 * the page, because it is made of the same. A page that has tables says them in `tables.ts` beside it; the folder above
 * says in `sheet.ts` how its pages are cited.
 */

type Data = Record<string, unknown>;

/** What a load of this site asks of its request. */
interface LoadEvent {
	url: URL;
	params: Record<string, string>;
	route: { id: string };
	setHeaders: (headers: Record<string, string>) => void;
}

interface Loads {
	load: (event: LoadEvent) => Promise<Data> | Data;
}
interface Declares {
	tables: (data: Data, url: URL) => Readonly<Record<string, Table | null | undefined>>;
}
interface Cites {
	sheetOf: (data: Data, url: URL) => Sheet;
}

const LOADS = import.meta.glob<Loads>('/src/routes/**/+{page,layout}.server.ts');
const TABLES = import.meta.glob<Declares>('/src/routes/**/tables.ts');
const SHEETS = import.meta.glob<Cites>('/src/routes/*/sheet.ts');
const MATCHERS = import.meta.glob<{ match: (text: string) => boolean }>('/src/params/*.ts', {
	eager: true
});

const ROOT = '/src/routes';

/** As pages are kept that say nothing of it: asked for again each time, so that a change of data shows at once. */
export const KEPT = 'public, no-cache';

/** The tables of a page at a moment, with what its files say of it. */
export interface PageTables {
	tables: Readonly<Record<string, Table | null | undefined>>;
	sheet: Sheet;
	replies: readonly Reply[];
	/** How the page may be kept: a file of it is kept no longer. */
	caching: string;
}

/**
 * The tables of the page at an address; null where no page with tables stands. A page that is elsewhere takes its files along;
 * one that cannot be shown has none.
 * @param fileAt where the same file of another page is
 */
export async function pageTables(
	page: URL,
	fileAt: (page: string) => string
): Promise<PageTables | null> {
	for (const file of Object.keys(TABLES)) {
		const folder = file.slice(0, -'/tables.ts'.length);
		const params = paramsOf(folder, page.pathname);
		const isPage = `${folder}/+page.server.ts` in LOADS;
		if (params && isPage) return tablesIn(folder, page, params, fileAt);
	}
	return null;
}

async function tablesIn(
	folder: string,
	url: URL,
	params: Record<string, string>,
	fileAt: (page: string) => string
): Promise<PageTables> {
	let caching = KEPT;
	const setHeaders = (headers: Record<string, string>) => {
		caching = headers['cache-control'] ?? caching;
	};
	const route = { id: folder.slice(ROOT.length) };
	const event = { url, params, route, setHeaders };
	const data = await dataOf(folder, event).catch((problem: unknown) => {
		if (isRedirect(problem)) redirect(307, fileAt(problem.location));
		throw problem;
	});
	const [declared, cited] = await Promise.all([
		TABLES[`${folder}/tables.ts`]?.(),
		SHEETS[`${groupOf(folder)}/sheet.ts`]?.()
	]);
	if (!declared || !cited) error(404, NOTHING);
	return {
		tables: declared.tables(data, url),
		sheet: cited.sheetOf(data, url),
		replies: (data['replies'] as Reply[] | undefined) ?? [],
		caching
	};
}

/** What the load of a page gives, on top of those of the layouts around it within its group. */
async function dataOf(folder: string, event: LoadEvent): Promise<Data> {
	const files = [`${groupOf(folder)}/+layout.server.ts`, `${folder}/+page.server.ts`];
	const given = await Promise.all(
		files.map(async (file) => (await LOADS[file]?.())?.load(event) ?? {})
	);
	return Object.assign({}, ...given) as Data;
}

/** The group of pages in which a folder lies: `/src/routes/(data)`. */
const groupOf = (folder: string): string => folder.split('/').slice(0, 4).join('/');

/** The parameters of a page's path; null when it is the path of another page. */
function paramsOf(folder: string, path: string): Record<string, string> | null {
	const steps = folder
		.slice(ROOT.length)
		.split('/')
		.filter((step) => step !== '' && !step.startsWith('('));
	const asked = path.split('/').filter(Boolean);
	if (steps.length !== asked.length) return null;
	const params: Record<string, string> = {};
	for (const [at, step] of steps.entries()) {
		const text = asked[at] ?? '';
		const [, name, matcher] = /^\[(\w+)=(\w+)\]$/.exec(step) ?? [];
		if (name === undefined || matcher === undefined) {
			if (step !== text) return null;
		} else {
			if (!MATCHERS[`/src/params/${matcher}.ts`]?.match(text)) return null;
			params[name] = text;
		}
	}
	return params;
}
