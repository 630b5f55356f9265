import type { MeetingPack } from '#lib/server/standing/meeting.ts';
import type { Link } from '../../../../links.ts';

/** The name of the slide of a municipality. */
export const slideOf = (nis: string): string => `gemeente-${nis}`;

/** A municipality with a slide of its own is found there; any other on its page. */
export function linksAmong({ sheets }: Pick<MeetingPack, 'sheets'>, link: Link): Link {
	const own = new Map(
		sheets.map(({ municipality: { nis } }) => [`/gemeenten/${nis}`, `#${slideOf(nis)}`])
	);
	return (path, parameters) => own.get(path) ?? link(path, parameters);
}
