import type { MeetingPack } from '#lib/server/standing/meeting.ts';
import { mainScheme } from '#lib/server/standing/municipalities.ts';
import { repliesBy, type Reference } from '#lib/server/reference/reference.ts';
import { linksFrom } from '../../../links.ts';
import { paperOf } from '../../paper.ts';
import { regionMap } from '../../region-map.ts';
import { packSheets } from './sheets.ts';

/** A pack as sheets of paper. */
export type PaperPack = ReturnType<typeof onPaper>;

/**
 * The sheets of a pack with what they need besides its figures.
 * @param url of the pack: the sheets lead back to it
 * @param prefix before the id of each sheet
 */
export function onPaper(url: URL, facts: Reference, pack: MeetingPack, prefix = '') {
	const names = facts.places.byCode;
	return {
		pack,
		foot: paperOf(url, pack.moment),
		sheets: packSheets(pack, { names, replies: repliesIn(facts, pack) }, prefix),
		map: regionMap(facts, pack.moment, pack.standing, pack.spread, {
			shown: 'share',
			link: linksFrom(url)
		}),
		names,
		publications: facts.publications,
		scheme: mainScheme(facts, pack.moment.on)
	};
}

/** What the municipalities of a pack said of their figures. */
function repliesIn(facts: Reference, { standing, moment }: MeetingPack) {
	const codes = new Set(
		standing.members.flatMap((one) => facts.places.withPredecessors(one.municipality.nis))
	);
	return repliesBy(facts, moment.known).filter((one) => codes.has(one.nis));
}
