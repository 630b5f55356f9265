import type { MapMark } from '#lib/charts/municipality-map.ts';
import type { Figure } from '#lib/domain/figure.ts';
import { classAmong, classOf } from '#lib/domain/measures.ts';
import { REGIONAL_SPREAD_EDGES } from '#lib/domain/spread.ts';
import { regionLayout } from '#lib/server/reference/map-layouts.ts';
import type { Reference } from '#lib/server/reference/reference.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import type { RegionStanding } from '#lib/server/standing/standing.ts';
import type { RegionSpread } from '#lib/server/standing/spread.ts';
import { count, figure, isEstimate, percent } from '#lib/text/format.ts';
import { mapCaption } from '#lib/text/map-caption.ts';
import type { Link } from '../links.ts';

/** What the map of a region can show of its members. */
export type Shown = 'share' | 'spread';

/** What an address asks the map to show. */
export const isShown = (asked: string | null): Shown =>
	asked === 'spreiding' ? 'spread' : 'share';

interface Colour {
	figure: Figure;
	class: number | null;
	text: string;
	label: string;
}

/** The cells of a region with what the map shows of each member; the others pale around them. */
export function regionMap(
	facts: Reference,
	moment: Moment,
	standing: RegionStanding,
	spread: RegionSpread,
	{ shown, link }: { shown: Shown; link: Link }
) {
	const colours = shown === 'share' ? shareColours(standing) : spreadColours(spread);
	const size = new Map(
		standing.members.map((row) => [row.municipality.nis, row.households.value ?? 0])
	);
	const members = new Set(colours.keys());
	const { width, height, cells, credit } = regionLayout(facts, moment.structureOn, members);
	const marks = cells.map((cell): MapMark => {
		const name = facts.places.byCode.get(cell.nis)?.name ?? cell.nis;
		const own = colours.get(cell.nis);
		return {
			...cell,
			name,
			href: link(`/gemeenten/${cell.nis}`),
			class: own?.class ?? null,
			label: own ? `${name}: ${own.label}` : `${name} (geen lid)`,
			...(own && { value: own.text }),
			highlighted: own !== undefined,
			estimated: own !== undefined && isEstimate(own.figure),
			context: own === undefined,
			priority: size.get(cell.nis) ?? 0
		};
	});
	return { shown, size: { width, height }, marks, caption: mapCaption(credit) };
}

const shareColours = ({ members }: RegionStanding): Map<string, Colour> =>
	new Map(
		members.map(({ municipality, share }) => {
			const text = figure(share, (value) => percent(value, 1));
			const label = share.value === null ? text : `${text} van de huishoudens`;
			const ofClass = classOf('share', share.value);
			return [municipality.nis, { figure: share, class: ofClass, text, label }];
		})
	);

const spreadColours = ({ members }: RegionSpread): Map<string, Colour> =>
	new Map(
		members.map(({ municipality, regional }) => {
			const text = figure(regional, count);
			const label = `${text} tegenover de buurgemeenten (100 is gelijk)`;
			const ofClass = classAmong(REGIONAL_SPREAD_EDGES, regional.value);
			return [municipality.nis, { figure: regional, class: ofClass, text, label }];
		})
	);
