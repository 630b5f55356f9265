import { byName } from '#lib/text/format.ts';
import { REGION_KINDS } from '#lib/text/words.ts';
import type { Database } from '../database/database.ts';
import { reference } from '../reference/reference.ts';
import type { MemberStanding } from './standing.ts';
import { regionsOf, regionsOn, type OwnRegion } from './memberships.ts';
import type { Moment } from './moment.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { regionStandings } from './regions.ts';
import type { RegionStanding } from './standing.ts';

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

/** The regions of one municipality. */
export async function lensesOf(
	database: Database,
	moment: Moment,
	municipality: Municipality,
	structureOn: string
): Promise<Lenses> {
	const [lenses] = await lensesOfAll(database, moment, [municipality], structureOn);
	return lenses as Lenses;
}

/**
 * Where every region of some municipalities stands at a moment, beside the municipality itself; from one reading, in the
 * order given.
 * @param structureOn the day of whose structure the municipalities are; their regions are those of that day
 */
export async function lensesOfAll(
	database: Database,
	moment: Moment,
	municipalities: readonly Municipality[],
	structureOn: string
): Promise<Lenses[]> {
	const facts = await reference(database, moment.known);
	const current = municipalities.map(
		({ nis }) => new Set(regionsOn(facts, nis, structureOn).map(({ region }) => region.slug))
	);
	const anyones = new Set(current.flatMap((slugs) => [...slugs]));
	const standings = await regionStandings(database, moment, ({ slug }) => anyones.has(slug));
	return municipalities.map((municipality, index) => {
		const own = current[index] ?? new Set();
		const ever = regionsOf(facts, municipality);
		return {
			now: standings
				.filter(({ region }) => own.has(region.slug))
				.map((standing) => lensOf(standing, municipality.nis, ever))
				.sort(byKindAndName),
			otherTimes: ever.filter(({ region }) => !own.has(region.slug))
		};
	});
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
