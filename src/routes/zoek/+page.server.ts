import { redirect } from '@sveltejs/kit';
import { today } from '#lib/server/today.ts';
import { day } from '#lib/text/format.ts';
import { search } from './search.ts';

export async function load({ url }) {
	const { query, found } = await search(url);
	const [only, ...others] = found;
	const isSure = only && (only.exact || (others.length === 0 && !only.guessed));
	if (isSure) redirect(303, only.href);
	return { query, found, sheet: `Gezocht op ${day(today())}` };
}
