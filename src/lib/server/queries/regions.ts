import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import type { Status } from '#lib/domain/status.ts';
import type { RegionKind } from '#lib/domain/region.ts';
import type { Reader } from '../database/schema.ts';
import { knownOn, newestFirst } from './known.ts';

/** The municipalities that a visitor put together in an address: NIS codes in order, and the name that was given, if any. */
export interface OwnList {
	codes: readonly string[];
	name: string | null;
}

/** An area with a kind, without its members. */
export interface Region {
	slug: string;
	code: string;
	name: string;
	kind: RegionKind;
	validFrom: Day | null;
	validTo: Day | null;
	attestedFrom: Day | null;
	note: string | null;
	/** Where its membership stands; null for a region that a visitor put together. */
	publication: number | null;
	/** The municipalities that a visitor put together; only of a region that no table knows. */
	own?: OwnList;
}

/** What every publication says of every region, by kind and name; `reference` picks what counts. */
export async function regions(db: Reader): Promise<StatedRegion[]> {
	return db
		.selectFrom('region')
		.select([
			'slug',
			'code',
			'name',
			'kind',
			'valid_from as validFrom',
			'valid_to as validTo',
			'attested_from as attestedFrom',
			'note',
			'publication_id as publication'
		])
		.orderBy('kind')
		.orderBy('name')
		.execute();
}

/** A region as it stands in a table, with the publication that says so. */
type StatedRegion = Region & { publication: number };

/** What every publication says of every dated membership; `reference` picks what counts. */
export async function memberships(db: Reader) {
	return db
		.selectFrom('region_membership')
		.select((eb) => [
			'region',
			'nis_code as nis',
			'valid_from as from',
			'valid_to as to',
			'publication_id as publication',
			// who belongs where after a merger is known as long as the merger itself: municipalities are known for every day
			eb
				.exists(
					eb
						.selectFrom('succession')
						.select('effective_on')
						.whereRef('succession.publication_id', '=', 'region_membership.publication_id')
				)
				.$castTo<boolean>()
				.as('ofMerger')
		])
		.orderBy('region')
		.orderBy('nis_code')
		.orderBy('valid_from')
		.execute();
}

/** A number published for a region as a whole. */
export interface RegionObservation {
	region: string;
	indicator: Indicator;
	date: Day;
	value: number | null;
	status: Status;
	publication: number;
	note: string | null;
}

/** The newest figures, known on a day, that were published for a region as a whole. */
export const regionObservations = (db: Reader, region: string, known: Day) =>
	newestRegionObservations(db, known).where('o.region', '=', region).execute();

/** The newest figures, known on a day, that were published for any region as a whole. */
export const allRegionObservations = (db: Reader, known: Day) =>
	newestRegionObservations(db, known).execute();

/** What was published of some indicators at one date for regions as a whole, as known on a day. */
export const publishedTotals = (
	db: Reader,
	indicators: readonly Indicator[],
	date: Day,
	known: Day
) =>
	newestRegionObservations(db, known)
		.where('o.indicator', 'in', indicators)
		.where('o.reference_date', '=', date)
		.execute();

const newestRegionObservations = (db: Reader, known: Day) =>
	db
		.selectFrom('region_observation as o')
		.innerJoin('publication as p', 'p.id', 'o.publication_id')
		.distinctOn(['o.region', 'o.indicator', 'o.reference_date'])
		.select([
			'o.region',
			'o.reference_date as date',
			'o.value',
			'o.status',
			'o.publication_id as publication',
			'o.note'
		])
		.select((eb) => eb.ref('o.indicator').$castTo<Indicator>().as('indicator'))
		.where(knownOn(known))
		.orderBy('o.region')
		.orderBy('o.indicator')
		.orderBy('o.reference_date')
		.$call(newestFirst);

/** Objectives set for a region as a whole (Flanders, a province), or for all regions, known on a day. */
export async function regionObjectives(db: Reader, region: string | 'all', known: Day) {
	return db
		.selectFrom('region_objective as o')
		.innerJoin('publication as p', 'p.id', 'o.publication_id')
		.select([
			'o.scheme',
			'o.region',
			'o.component',
			'o.value',
			'o.value_up_to as valueUpTo',
			'o.note',
			'o.publication_id as publication'
		])
		.$if(region !== 'all', (query) => query.where('o.region', '=', region))
		.where(knownOn(known))
		.orderBy('o.scheme')
		.orderBy('o.region')
		.orderBy('o.component')
		.orderBy('o.value')
		.execute();
}

/** What every publication says of the goals that regions set themselves; `reference` picks what counts. */
export async function goals(db: Reader) {
	return db
		.selectFrom('regional_goal')
		.select([
			'region',
			'kind',
			'holds_from as holdsFrom',
			'numerator',
			'denominator',
			'share_basis_points as basisPoints',
			'base_date as baseDate',
			'deadline',
			'adopted_on as adoptedOn',
			'certainty',
			'note',
			'publication_id as publication'
		])
		.orderBy('region')
		.orderBy('holds_from')
		.execute();
}

/**
 * Actors, instruments and aims of cooperation of these municipalities or of this region, known on a day: of each what is
 * true last, by the source that is newest.
 * @param region its name in addresses; null: of municipalities alone
 */
export async function cooperation(
	db: Reader,
	region: string | null,
	codes: readonly string[],
	known: Day
) {
	const newest = db
		.selectFrom('cooperation as c')
		.innerJoin('publication as p', 'p.id', 'c.publication_id')
		.distinctOn(['c.nis_code', 'c.region', 'c.kind', 'c.item'])
		.select([
			'c.id',
			'c.nis_code as nis',
			'c.kind',
			'c.item',
			'c.status',
			'c.detail',
			'c.as_of as asOf',
			'c.publication_id as publication'
		])
		.where((eb) =>
			eb.or([eb('c.region', '=', region), sql<boolean>`c.nis_code = any(${codes}::text[])`])
		)
		.where(knownOn(known))
		.orderBy('c.nis_code')
		.orderBy('c.region')
		.orderBy('c.kind')
		.orderBy('c.item')
		.orderBy('c.as_of', 'desc')
		.$call(newestFirst);
	return db
		.selectFrom(newest.as('told'))
		.selectAll()
		.orderBy('asOf', 'desc')
		.orderBy('publication', 'desc')
		.orderBy('nis')
		.orderBy('kind')
		.orderBy('id')
		.execute();
}
