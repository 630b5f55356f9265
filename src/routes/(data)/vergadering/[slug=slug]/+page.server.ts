import { redirect } from '@sveltejs/kit';
import { PAGE_PACK } from '#lib/server/standing/meeting-asked.ts';
import type { MeetingPack } from '#lib/server/standing/meeting.ts';
import { mainScheme } from '#lib/server/standing/municipalities.ts';
import { repliesBy, type Reference } from '#lib/server/reference.ts';
import { changesTo, linksFrom } from '../../../links.ts';
import { packIn, question, regionIn } from '../../../question.ts';
import { paperOf } from '../../paper.ts';
import { regionMap } from '../../region-map.ts';
import { fieldsOf } from './fields.ts';
import { packSheets } from './sheets.ts';

export async function load({ url, params }) {
	redirectToShort(url);
	const { database, facts, moment } = await question(url);
	const region = regionIn(url, facts, params.slug);
	const pack = await packIn(url, database, facts, moment, region);
	return {
		paper: true,
		foot: paperOf(url, moment),
		pack,
		sheets: packSheets(pack, { names: facts.places.byCode, replies: repliesIn(facts, pack) }),
		fields: fieldsOf(url, pack),
		map: regionMap(facts, moment, pack.standing, pack.spread, {
			shown: 'share',
			link: linksFrom(url)
		}),
		names: facts.places.byCode,
		scheme: mainScheme(facts)
	};
}

/** A form sends lists as several parameters, and its empty fields along; the address that is shared is shorter. */
function redirectToShort(url: URL) {
	const lists = [PAGE_PACK.parts, PAGE_PACK.members];
	const empty = [...url.searchParams].filter(([, value]) => value === '').map(([name]) => name);
	const long = lists.filter((name) => url.searchParams.getAll(name).length > 1);
	if (empty.length + long.length === 0) return;
	const shorter = new URL(url);
	for (const name of long) shorter.searchParams.set(name, url.searchParams.getAll(name).join());
	for (const name of empty) shorter.searchParams.delete(name, '');
	redirect(307, changesTo(shorter)({}));
}

/** What the municipalities of a pack said of their figures. */
function repliesIn(facts: Reference, { standing, moment }: MeetingPack) {
	const codes = new Set(
		standing.members.flatMap((one) => facts.places.withPredecessors(one.municipality.nis))
	);
	return repliesBy(facts, moment.known).filter((one) => codes.has(one.nis));
}
