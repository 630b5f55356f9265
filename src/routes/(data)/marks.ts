import { isCrowd } from '#lib/charts/crowd.ts';
import type { MapMark } from '#lib/charts/municipality-map.ts';
import type { SwarmDot } from '#lib/charts/swarm.ts';
import type { Day } from '#lib/domain/dates.ts';
import type { Figure } from '#lib/domain/figure.ts';
import { classOf, measured, type Measure } from '#lib/domain/measures.ts';
import type { KnownSorts } from '#lib/domain/published.ts';
import { overviewLayout, regionLayout, type DrawnMap } from '#lib/server/reference/map-layouts.ts';
import type { Reference } from '#lib/server/reference/reference.ts';
import type { MunicipalityStanding } from '#lib/server/standing/standing.ts';
import { membersOf } from '#lib/server/standing/regions.ts';
import { count, figure, isEstimate, percent, shortOrOver } from '#lib/text/format.ts';
import { CROWDED_MAP, mapCaption } from '#lib/text/map-caption.ts';
import { knownWords } from '#lib/text/published.ts';
import type { Link } from '../links.ts';

/** What a measure says of one municipality, as a sentence. */
function labelOf(row: MunicipalityStanding, measure: Measure): string {
	const { name } = row.municipality;
	const one = measured(measure, row);
	const { target, status } = row.objective;
	const mark = (figure: Figure) => (isEstimate(figure) ? '≈ ' : '');
	if (isFree(measure, row))
		return `${name}: ${mark(target)}${status === 'exempt' ? 'vrijgesteld' : 'geen objectief'}`;
	if (measure === 'share')
		return `${name}: ${figure(one, (value) => percent(value))} van de huishoudens`;
	if (measure === 'progress')
		return `${name}: ${figure(one, (value) => percent(value, 1))} van het objectief`;
	return one.value !== null && one.value <= 0
		? `${name}: ${mark(one)}objectief gehaald, ${shortOrOver(one.value)}`
		: `${name}: ${figure(one, shortOrOver)}`;
}

/** Whether a measure of the objective says nothing of a municipality because it has none to reach. */
const isFree = (measure: Measure, { objective }: MunicipalityStanding): boolean =>
	measure !== 'share' && objective.target.value === 0;

/** The municipalities of a region on a day, by NIS code; none for a region that does not exist. */
export function codesOf(facts: Reference, slug: string, day: Day): Set<string> {
	const region = facts.regions.get(slug);
	const members = region ? membersOf(facts, region, day).municipalities : [];
	return new Set(members.map((one) => one.nis));
}

/** What a map of all municipalities says of one of them. */
type MapSays = Pick<MapMark, 'class' | 'free' | 'label' | 'value' | 'estimated'>;

/** What a measure says of a municipality. */
export const measureSays =
	(measure: Measure) =>
	(row: MunicipalityStanding): MapSays => {
		const one = measured(measure, row);
		const free = isFree(measure, row);
		return {
			class: classOf(measure, one.value),
			free,
			label: labelOf(row, measure),
			value: free
				? 'vrij'
				: figure(one, measure === 'short' ? shortOrOver : (value) => percent(value, 1)),
			estimated: isEstimate(free ? row.objective.target : one)
		};
	};

/** Of how many sorts something was published about a municipality. */
export const knownSays =
	(known: ReadonlyMap<string, KnownSorts>) =>
	({ municipality: { nis, name } }: MunicipalityStanding): MapSays => {
		const sorts: KnownSorts = known.get(nis) ?? new Map();
		return {
			class: sorts.size === 0 ? null : sorts.size - 1,
			label: knownWords(name, sorts),
			value: count(sorts.size),
			estimated: false
		};
	};

/** What the overview map shows, by NIS code. */
interface OverviewMap {
	says: (row: MunicipalityStanding) => MapSays;
	/** Those of the region that stands out. */
	inRegion: ReadonlySet<string>;
	link: Link;
}

/** The map of all municipalities of a day, each with what is said of it. */
export function overviewMap(
	facts: Reference,
	day: Day,
	rows: readonly MunicipalityStanding[],
	{ says, inRegion, link }: OverviewMap
): { size: { width: number; height: number }; marks: MapMark[]; caption: string } {
	const { width, height, cells, credit } = layoutFor(facts, day, rows, inRegion);
	const cities = codesOf(facts, 'centrumsteden', day);
	const byCode = new Map(rows.map((row) => [row.municipality.nis, row]));
	const marks = cells.flatMap((cell) => {
		const row = byCode.get(cell.nis);
		if (!row) return [];
		return [
			{
				...cell,
				...says(row),
				name: row.municipality.name,
				href: link(`/gemeenten/${cell.nis}`),
				highlighted: inRegion.has(cell.nis),
				landmark: cities.has(cell.nis),
				priority: row.households.value ?? 0
			}
		];
	});
	const caption = marks.length === 0 && rows.length > 0 ? CROWDED_MAP : mapCaption(credit);
	return { size: { width, height }, marks, caption };
}

/** The map of all; of a crowd only the region that stands out, for a cell would be smaller than a letter. */
function layoutFor(
	facts: Reference,
	day: Day,
	rows: readonly MunicipalityStanding[],
	inRegion: ReadonlySet<string>
): DrawnMap {
	if (!isCrowd(rows)) return overviewLayout(facts, day);
	if (inRegion.size === 0) return { width: 480, height: 0, cells: [], credit: null };
	const { cells, ...layout } = regionLayout(facts, day, inRegion);
	return { ...layout, cells: cells.filter(({ nis }) => inRegion.has(nis)) };
}

/** The shares of the municipalities that have one, as dots; of the region that stands out, the greatest is named first. */
export const shareDots = (
	rows: readonly MunicipalityStanding[],
	inRegion: ReadonlySet<string>,
	link: Link
): SwarmDot[] => {
	const size = (row: MunicipalityStanding) => row.households.value ?? 0;
	const crowded = isCrowd(rows);
	const [centre] = rows
		.filter((row) => inRegion.has(row.municipality.nis))
		.toSorted((a, b) => size(b) - size(a));
	return rows.flatMap((row) => {
		const { nis, name } = row.municipality;
		if (row.share.value === null) return [];
		const highlighted = inRegion.has(nis);
		const isBar = crowded && !highlighted;
		return [
			{
				id: nis,
				name,
				href: isBar ? '' : link(`/gemeenten/${nis}`),
				value: row.share.value,
				label: isBar ? '' : labelOf(row, 'share'),
				highlighted,
				estimated: isEstimate(row.share),
				priority: row === centre ? 1 : 0
			}
		];
	});
};
