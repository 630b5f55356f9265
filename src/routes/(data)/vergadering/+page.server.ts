import { regionsByKind } from '#lib/text/region-groups.ts';
import { redirect } from '@sveltejs/kit';
import { linksFrom } from '../../links.ts';
import { question } from '../../question.ts';

/** From which region a meeting is prepared; the form leads to its pack. */
export async function load({ url }) {
	const { facts } = await question(url);
	const chosen = facts.regions.get(url.searchParams.get('regio') ?? '');
	if (chosen) redirect(307, linksFrom(url)(`/vergadering/${chosen.slug}`));
	return { groups: regionsByKind(facts.regions.values()) };
}
