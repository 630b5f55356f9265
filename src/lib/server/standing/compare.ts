import type { Day } from '#lib/domain/dates.ts';
import { derived, unknown, type Figure } from '#lib/domain/figure.ts';
import type { RegionKind } from '#lib/domain/region.ts';
import { differInSize, overlap, theilSplit, whyNoSplit } from '#lib/domain/theil-split.ts';
import type { SpreadPart } from '#lib/domain/spread.ts';
import { byName } from '#lib/text/format.ts';
import type { Database } from '../database/database.ts';
import type { Region } from '../queries/regions.ts';
import type { Reference } from '../reference/reference.ts';
import { namesIn, unreadable, type Form, type Values } from '../asked/parameter.ts';
import { COMPARISON, type OWN_REGION } from '../asked/questions.ts';
import { regionAsked } from './asked-region.ts';
import type { Moment } from './moment.ts';
import { regionStanding, regionStandings } from './regions.ts';
import type { RegionStanding } from './standing.ts';
import { areaPart, hasFigures, partOf } from './spread-parts.ts';
import { spreadMeasures, type RegionSpread } from './spread.ts';

/** The city regions: those of the research report. */
const DEFAULT_KIND: RegionKind = 'stadsregio';
const MOST_REGIONS = 200;

/** Which regions are compared: all of a kind, or some that were picked. */
export interface ComparisonAsked {
	/** Null when regions were picked. */
	kind: RegionKind | null;
	/** Each once, by name. */
	regions: readonly Region[];
}

/**
 * Which regions an address compares: those of a list of slugs (`eigen` with its own list too), else all of a kind.
 * @throws MalformedParameterError for a slug or kind that no region has
 */
export function comparisonAsked(
	facts: Reference,
	asked: Values<typeof COMPARISON & typeof OWN_REGION>,
	form: Form
): ComparisonAsked {
	const slugs = asked.regions ?? [];
	const names = namesIn(form, COMPARISON);
	const kind = slugs.length > 0 ? null : knownKind(facts, asked.kind ?? DEFAULT_KIND, names.kind);
	const regions = kind
		? [...facts.regions.values()].filter((one) => one.kind === kind)
		: slugs.slice(0, MOST_REGIONS).map((slug) => {
				const region = regionAsked(facts, slug, asked, form);
				if (region) return region;
				throw unreadable(names.regions, slug, 'kortrijk,genk');
			});
	return { kind, regions: regions.sort((a, b) => byName(a.name, b.name)) };
}

function knownKind(facts: Reference, kind: RegionKind, name: string): RegionKind {
	if ([...facts.regions.values()].some((one) => one.kind === kind)) return kind;
	throw unreadable(name, kind, DEFAULT_KIND);
}

/** One region beside others. */
export interface ComparedRegion {
	standing: RegionStanding;
	/** How evenly its stock is spread; `elsewhere` carries status, sources and reason. */
	spread: Pick<RegionSpread, 'elsewhere' | 'measures' | 'reasons'>;
	/** What it adds to the unevenness within regions (Theil); null when there is no split. */
	within: number | null;
}

/** Several regions side by side. */
export interface Comparison {
	/** In the order of the regions asked. */
	rows: ComparedRegion[];
	/** Theil's index of all members together, and its exact split. */
	theil: Record<'total' | 'within' | 'between', Figure>;
	/** NIS codes of municipalities that belong to more than one of the regions: then there is no split. */
	overlapping: readonly string[];
	/** Whether number or size of members differ so much that the measures of spread do not say the same. */
	differInSize: boolean;
}

/** Several regions at a moment, side by side. Reads all municipalities once. */
export async function comparison(
	database: Database,
	moment: Moment,
	regions: readonly Region[]
): Promise<Comparison> {
	const slugs = new Set(regions.flatMap((one) => (one.own ? [] : [one.slug])));
	const known = await regionStandings(database, moment, ({ slug }) => slugs.has(slug));
	const bySlug = new Map(known.map((one) => [one.region.slug, one]));
	const standings = await Promise.all(
		regions.map((one) => bySlug.get(one.slug) ?? regionStanding(database, moment, one))
	);
	return compared(standings, moment);
}

function compared(standings: readonly RegionStanding[], moment: Moment): Comparison {
	const parts = standings.map(({ members }) => members.map(areaPart).flatMap(partOf));
	const overlapping = overlap(
		standings.map(({ members }) => members.map(({ municipality }) => municipality))
	);
	const { theil, groups } = splitOf(standings, parts, overlapping, moment);
	return {
		rows: standings.map((standing, index) => ({
			standing,
			spread: spreadMeasures(standing, moment),
			within: groups?.[index] ?? null
		})),
		theil,
		overlapping,
		differInSize: differInSize(parts)
	};
}

/** Theil's split; unknown, with the reason, when a municipality would count twice or a member has no figure. */
function splitOf(
	standings: readonly RegionStanding[],
	parts: readonly SpreadPart[][],
	overlapping: readonly string[],
	{ on }: Moment
): Pick<Comparison, 'theil'> & { groups: number[] | null } {
	const members = standings.flatMap((one) => one.members);
	const missing = members.filter((one) => !hasFigures(areaPart(one)));
	const split = overlapping.length + missing.length > 0 ? null : theilSplit(parts);
	const inputs = members.flatMap((one) => [one.stock, one.households]);
	const figure = (of: 'total' | 'within' | 'between'): Figure =>
		split
			? derived(split[of], on, inputs)
			: noSplit(
					on,
					overlapping,
					missing.map((one) => one.municipality.nis),
					parts
				);
	return {
		theil: { total: figure('total'), within: figure('within'), between: figure('between') },
		groups: split?.groups ?? null
	};
}

function noSplit(
	on: Day,
	overlapping: readonly string[],
	missing: readonly string[],
	parts: readonly SpreadPart[][]
): Figure {
	if (overlapping.length > 0) return unknown(on, 'overlapping');
	if (missing.length > 0) return unknown(on, 'part_missing', missing);
	return unknown(on, parts.flat().length === 0 ? 'no_members' : (whyNoSplit(parts) ?? 'missing'));
}
