import { endOfYear, type Day } from '#lib/domain/dates.ts';
import { createPlaces, type Municipality, type Places } from '#lib/domain/places.ts';
import type { RegionKind } from '#lib/domain/region.ts';
import type { Facts } from '../fact-rows.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { municipalFigures, regionalFigures, type Figures } from './published.ts';

/** What every estimate stands on. */
export interface Ground {
	readonly facts: Facts;
	readonly places: Places;
	readonly ledger: Ledger;
	readonly regions: Figures;
	readonly scheme: Scheme;
	/** NIS codes that ever belonged to the thirteen centre cities. */
	readonly centreCities: ReadonlySet<string>;
	/** Slug of the region of Flanders. */
	readonly flanders: string;
	/** NIS codes of the provinces, ascending. */
	readonly provinces: readonly string[];
	/** Slug of a province or arrondissement. @throws Error when there is no such region */
	slugOf(kind: 'provincie' | 'arrondissement', nis: string): string;
}

/** The rental objective of which the practice figures follow the rules. */
interface Scheme {
	code: string;
	baselineOn: Day;
	householdsOn: Day;
	capBasisPoints: number;
}

/** Gathers and indexes the facts, with an empty ledger. */
export function createGround(facts: Facts): Ground {
	const scheme = readScheme(facts);
	const places = readPlaces(facts);
	const slugOf: Ground['slugOf'] = (kind, nis) => findSlug(facts, kind, nis);
	const provinces = new Set(places.validOn(scheme.baselineOn).map(({ province }) => province));
	const centre = findSlug(facts, 'centrumsteden');
	const members = facts.memberships.filter(({ region }) => region === centre);
	return {
		facts,
		places,
		ledger: createLedger(municipalFigures(facts)),
		regions: regionalFigures(facts),
		scheme,
		centreCities: new Set(members.map((member) => member.nis_code)),
		flanders: findSlug(facts, 'gewest'),
		provinces: [...provinces].sort(),
		slugOf
	};
}

/** Whole quantities by NIS code. */
export type ByCode = ReadonlyMap<string, number>;

/** The municipalities of the structure at the end of a year. */
export const municipalitiesAtEndOf = (ground: Ground, year: number): readonly Municipality[] =>
	ground.places.validOn(endOfYear(year));

/** The same quantities in the structure at the end of a year: summed along the mergers up to then. */
export function inStructureOf(
	ground: Ground,
	year: number,
	quantities: ByCode
): Map<string, number> {
	const sums = new Map<string, number>();
	for (const [nis, quantity] of quantities) {
		const now = ground.places.successorOn(nis, endOfYear(year));
		if (now !== null) sums.set(now, (sums.get(now) ?? 0) + quantity);
	}
	return sums;
}

function readScheme(facts: Facts): Scheme {
	const row = facts.schemes.find((one) => one.tenure === 'rental' && one.households_on);
	if (!row?.baseline_on || !row.households_on || !row.cap_basis_points) {
		throw new Error('The rental regime has no baseline, no day of households or no limit');
	}
	return {
		code: row.code,
		baselineOn: row.baseline_on,
		householdsOn: row.households_on,
		capBasisPoints: row.cap_basis_points
	};
}

function readPlaces(facts: Facts): Places {
	const municipalities = facts.municipalities.map((row) => ({
		nis: row.nis_code,
		name: row.name,
		province: row.province_code,
		arrondissement: row.arrondissement_code,
		validFrom: row.valid_from,
		validTo: row.valid_to ?? null,
		longitude: row.longitude ?? null,
		latitude: row.latitude ?? null,
		areaKm2: row.area_km2 ?? null
	}));
	const successions = facts.successions.map((row) => ({
		predecessor: row.predecessor,
		successor: row.successor,
		on: row.effective_on
	}));
	return createPlaces(municipalities, successions);
}

function findSlug(facts: Facts, kind: RegionKind, nis = ''): string {
	const found = facts.regions.find((region) => region.kind === kind && region.code.endsWith(nis));
	if (!found) throw new Error(`No region of kind ${kind} with code ${nis}`);
	return found.slug;
}
