import { error, isRedirect, redirect } from '@sveltejs/kit';
import { frozenAddress } from '../links.ts';
import { question } from '../question.ts';
import { PAGES, type Told } from './pages.ts';

/** What is said when a page has no such part. */
export const NOTHING = 'Dit bestaat niet: deze pagina heeft geen tabel of tekening met die naam.';

/** A page as a file or a card is made of it. */
export interface PageTold extends Told {
	/** The absolute address at which the page shows these same numbers for ever. */
	frozen: string;
	/** Reference date; null when the page is about no single one. */
	on: string | null;
	/** Day as known on which its figures are shown. */
	known: string;
}

/**
 * What a page says and draws, from its own load. A page that is elsewhere takes its files along; one that cannot be shown has
 * none.
 * @param fileAt where the same file of another page is
 */
export async function pageTold(
	url: URL,
	path: string,
	fileAt: (page: string) => string
): Promise<PageTold> {
	const page = new URL(path + url.search, url.origin);
	const kind = PAGES.find((one) => one.path.test(path)) ?? error(404, NOTHING);
	const [, ...found] = kind.path.exec(path) ?? [];
	const params = Object.fromEntries(kind.names.map((name, index) => [name, found[index] ?? '']));
	const { moment } = await question(page);
	const told = await kind.told(page, params, moment).catch((problem: unknown) => {
		if (isRedirect(problem)) redirect(307, fileAt(problem.location));
		throw problem;
	});
	const { fixed, picksDate } = told;
	return {
		...told,
		frozen: told.frozen ?? frozenAddress(page, moment, !fixed && !picksDate),
		on: fixed ? fixed.on : moment.on,
		known: moment.known
	};
}
