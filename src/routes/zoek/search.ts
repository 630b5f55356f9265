import { reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { today } from '#lib/server/today.ts';
import { linksFrom } from '../links.ts';
import { findAreas } from './find-areas.ts';

const LONGEST_QUERY = 100;

/** What an address searches for, and the areas found with links that keep its moment. */
export async function search(url: URL) {
	const query = (url.searchParams.get('q') ?? '').slice(0, LONGEST_QUERY);
	const link = linksFrom(url);
	const areas = findAreas(await reference(runtime().database), query, today());
	return { query, found: areas.map((one) => ({ ...one, href: link(one.path) })) };
}
