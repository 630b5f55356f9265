import { json } from '@sveltejs/kit';
import { search } from '../search.ts';

/** Suggestions for the search field while typing: a list of `{ label, kind, href }`. */
export async function GET({ url }) {
	const { found } = await search(url);
	const suggestions = found.map(({ label, kind, href }) => ({ label, kind, href }));
	return json(suggestions, { headers: { 'cache-control': 'public, no-cache' } });
}
