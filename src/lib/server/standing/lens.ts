import { byName } from '#lib/text/format.ts';
import { REGION_KINDS } from '#lib/text/words.ts';
import type { Database } from '../database.ts';
import { reference } from '../reference.ts';
import type { MemberStanding } from './goals.ts';
import { regionsOf, regionsOn, type OwnRegion } from './memberships.ts';
import type { Moment } from './moment.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { regionStandings, type RegionStanding } from './regions.ts';

/** A municipality seen as a member of one of its regions. */
export interface RegionLens extends Omit<OwnRegion, 'region'> {
	standing: RegionStanding;
	/** The municipality among the members; null where its predecessors stand in for it. */
	own: MemberStanding | null;
}

/** The same municipality under every region that it belongs to at a moment, and the regions of another time. */
export interface Lenses {
	/** By kind, in the order in which a reader looks for them, then by name. */
	now: RegionLens[];
	/** Regions to which it belonged before or belongs later. */
	otherTimes: OwnRegion[];
}

/**
 * Where every region of a municipality stands at a moment, beside the municipality itself.
 * @param structureOn the day of whose structure the municipality is; its regions are those of that day
 */
export async function lensesOf(
	database: Database,
	moment: Moment,
	municipality: Municipality,
	structureOn: string
): Promise<Lenses> {
	const facts = await reference(database);
	const { nis } = municipality;
	const current = new Set(regionsOn(facts, nis, structureOn).map(({ region }) => region.slug));
	const ever = regionsOf(facts, municipality);
	const standings = await regionStandings(database, moment, ({ slug }) => current.has(slug));
	return {
		now: standings.map((standing) => lensOf(standing, nis, ever)).sort(byKindAndName),
		otherTimes: ever.filter(({ region }) => !current.has(region.slug))
	};
}

function lensOf(standing: RegionStanding, nis: string, ever: readonly OwnRegion[]): RegionLens {
	const dated = ever.find((one) => one.region.slug === standing.region.slug);
	return {
		standing,
		own: standing.members.find((one) => one.municipality.nis === nis) ?? null,
		since: dated?.since ?? null,
		until: dated?.until ?? null
	};
}

const ORDER = Object.keys(REGION_KINDS);

const byKindAndName = (
	{ standing: { region: a } }: RegionLens,
	{ standing: { region: b } }: RegionLens
) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || byName(a.name, b.name);
