// Any page of this site as its files are made of it: found by its path, loaded by its own load. What it says stands in `told.ts`
// beside it or is its heading, its tables in `tables.ts`; the folder above says in `sheet.ts` how its pages are cited.
import { error, isRedirect, redirect } from '@sveltejs/kit';
import type { Sheet } from '#lib/components/sheet.ts';
import type { Reply } from '#lib/domain/reply.ts';
import { untilChange } from '#lib/server/reference/until-change.ts';
import { today } from '#lib/server/today.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import type { Table } from '#lib/tables/table.ts';
import { TITLE_AT } from '../titles.ts';
import type { Tell, Told } from '../told.ts';

type Data = Record<string, unknown>;
type Tables = Readonly<Record<string, Table | null | undefined>>;

/** What a load of this site asks of its request. */
interface LoadEvent {
	url: URL;
	params: Record<string, string>;
	route: { id: string };
	setHeaders: (headers: Record<string, string>) => void;
}

const LOADS = import.meta.glob<{ load: (event: LoadEvent) => Promise<Data> | Data }>(
	'/src/routes/**/+{page,layout}.server.ts'
);
const TABLES = import.meta.glob<{ tables?: (data: Data, url: URL) => Tables }>(
	'/src/routes/**/tables.ts'
);
const TOLD = import.meta.glob<{ tell: Tell<Data> }>('/src/routes/**/told.ts');
const SHEETS = import.meta.glob<{ sheetOf: (data: Data, url: URL) => Sheet }>(
	'/src/routes/*/sheet.ts'
);
const MATCHERS = import.meta.glob<{ match: (text: string) => boolean }>('/src/params/*.ts', {
	eager: true
});

const ROOT = '/src/routes';
const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/'));

/** What pages say that answer no question, by their folder. */
const PLAIN = new Map(
	Object.entries(TITLE_AT).map(([path, answer]) => [`${ROOT}/(data)${path}`, { answer }])
);

/** Folders of the pages that have files; one with a name of its own goes before one with a parameter. */
const FOLDERS = [
	...new Set([...[...Object.keys(TOLD), ...Object.keys(TABLES)].map(folderOf), ...PLAIN.keys()])
].sort((a, b) => Number(a.includes('[')) - Number(b.includes('[')));

/** What is said when a page has no such part. */
export const NOTHING = 'Dit bestaat niet: deze pagina heeft geen tabel of tekening met die naam.';

/** As pages are kept that say nothing of it: asked for again each time, so that a change of data shows at once. */
const KEPT = 'public, no-cache';

/** Whoever saves one file of a page saves others of it, so the latest few pages are held: so many, with all that they show. */
const hold = untilChange<LoadedPage>(4);

/** A page at a moment, loaded. */
export interface LoadedPage {
	folder: string;
	url: URL;
	data: Data;
	/** How it is cited. */
	sheet: Sheet;
	replies: readonly Reply[];
	/** How the page may be kept: a file of it is kept no longer. */
	caching: string;
}

/**
 * The page at an address. One that is elsewhere takes its files along; one that cannot be shown has none.
 * @param fileAt where the same file of another page is
 * @throws what SvelteKit answers with 404 when no page with files stands there, or as the page itself refuses
 */
export async function pageAt(url: URL, fileAt: (page: string) => string): Promise<LoadedPage> {
	const elsewhere = (problem: unknown) => {
		if (isRedirect(problem)) redirect(307, fileAt(problem.location));
		throw problem;
	};
	for (const folder of FOLDERS) {
		const params = paramsOf(folder, url.pathname);
		if (params) return heldPage(folder, url, params).catch(elsewhere);
	}
	error(404, NOTHING);
}

/** A page as it was loaded last; one that tells more every moment, and is not to be kept, is loaded anew. */
async function heldPage(...asked: Parameters<typeof loaded>): Promise<LoadedPage> {
	const [, url] = asked;
	let isNew = false;
	const load = () => {
		isNew = true;
		return loaded(...asked);
	};
	const page = await hold(runtime().database, `${today()} ${url}`, load);
	return isNew || page.caching === KEPT ? page : load();
}

/** What a page says and draws. */
export async function toldBy({ folder, data, url }: LoadedPage): Promise<Told> {
	const beside = await TOLD[`${folder}/told.ts`]?.();
	return beside?.tell(data, url) ?? PLAIN.get(folder) ?? error(404, NOTHING);
}

/** A table of a page by its name. */
export async function tableOf(page: LoadedPage, id: string): Promise<Table> {
	const tables = await namedTables(page);
	return (Object.hasOwn(tables, id) && tables[id]) || error(404, NOTHING);
}

/** All tables of a page that hold something, in its own order. */
export async function tablesOf(page: LoadedPage): Promise<Table[]> {
	const tables = Object.values(await namedTables(page)).filter((one) => !!one);
	return tables.length > 0 ? tables : error(404, NOTHING);
}

async function namedTables({ folder, data, url }: LoadedPage): Promise<Tables> {
	const beside = await TABLES[`${folder}/tables.ts`]?.();
	return beside?.tables?.(data, url) ?? {};
}

async function loaded(
	folder: string,
	url: URL,
	params: Record<string, string>
): Promise<LoadedPage> {
	let caching = KEPT;
	const setHeaders = (headers: Record<string, string>) => {
		caching = headers['cache-control'] ?? caching;
	};
	const route = { id: folder.slice(ROOT.length) };
	const data = await dataOf(folder, { url, params, route, setHeaders });
	const cited = (await SHEETS[`${groupOf(folder)}/sheet.ts`]?.()) ?? error(404, NOTHING);
	const replies = (data['replies'] as Reply[] | undefined) ?? [];
	return { folder, url, data, sheet: cited.sheetOf(data, url), replies, caching };
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
