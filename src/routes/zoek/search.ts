import { reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { today } from '#lib/server/today.ts';
import { linksFrom } from '../links.ts';
import { findAll } from './find-all.ts';

const LONGEST_QUERY = 100;

/** What an address searches for, and what is found, with links that keep its moment. */
export async function search(url: URL) {
	const query = (url.searchParams.get('q') ?? '').slice(0, LONGEST_QUERY);
	const link = linksFrom(url);
	const all = findAll(await reference(runtime().database), query, today());
	return { query, found: all.map((one) => ({ ...one, href: link(one.path) + (one.part ?? '') })) };
}
