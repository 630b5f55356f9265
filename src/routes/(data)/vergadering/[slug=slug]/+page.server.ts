import { redirect } from '@sveltejs/kit';
import { PACK } from '#lib/server/asked/page-questions.ts';
import { namesIn } from '#lib/server/asked/parameter.ts';
import { changesTo } from '../../../links.ts';
import { packIn, question, regionIn } from '../../../question.ts';
import { fieldsOf } from './fields.ts';
import { onPaper } from './on-paper.ts';

export async function load({ url, params }) {
	redirectToShort(url);
	const { database, facts, moment } = await question(url);
	const region = regionIn(url, facts, params.slug);
	const pack = await packIn(url, database, facts, moment, region);
	return { paper: true, onPaper: onPaper(url, facts, pack), fields: fieldsOf(url, pack) };
}

/** A form sends lists as several parameters, and its empty fields along; the address that is shared is shorter. */
function redirectToShort(url: URL) {
	const { parts, members } = namesIn('page', PACK);
	const lists = [parts, members];
	const empty = [...url.searchParams].filter(([, value]) => value === '').map(([name]) => name);
	const long = lists.filter((name) => url.searchParams.getAll(name).length > 1);
	if (empty.length + long.length === 0) return;
	const shorter = new URL(url);
	for (const name of long) shorter.searchParams.set(name, url.searchParams.getAll(name).join());
	for (const name of empty) shorter.searchParams.delete(name, '');
	redirect(307, changesTo(shorter)({}));
}
