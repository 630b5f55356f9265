import { redirect } from '@sveltejs/kit';
import { reference } from '#lib/server/reference.ts';
import { runtime } from '#lib/server/runtime.ts';
import { today } from '#lib/server/today.ts';
import { findAreas } from './find-areas.ts';

export async function load({ url }) {
	const query = (url.searchParams.get('q') ?? '').slice(0, 100);
	const found = findAreas(await reference(runtime().database), query, today());
	const [only, ...others] = found;
	if (only && (others.length === 0 || only.exact)) redirect(303, only.href);
	return { query, found };
}
