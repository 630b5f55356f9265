import { yearOf } from '#lib/domain/dates.ts';
import type { Municipality } from '#lib/domain/places.ts';
import type { Claim } from '#lib/domain/apportion.ts';
import { BASELINE } from './assumptions.ts';
import type { Evidence } from './evidence.ts';
import { fillGaps } from './fill-gaps.ts';
import type { Ground } from './ground.ts';
import type { ProvinceTotals } from './totals.ts';
import { varietyBetween } from './variety.ts';

/**
 * Enters the stock of the baseline (definition A) of every municipality without a published one: what other published
 * figures say of it where there are any, and for the rest a model, scaled so that every province adds up.
 * @param steepness of the model: how much more social housing there is where people live closer together
 */
export function estimateBaseline(
	ground: Ground,
	totals: ProvinceTotals,
	evidence: Evidence,
	steepness: number
): void {
	const { ledger, places, provinces } = ground;
	const day = ground.scheme.baselineOn;
	const bound = boundByFacts(ground);
	for (const province of provinces) {
		const members = places.validOn(day).filter((one) => one.province === province);
		for (const { nis } of members) {
			const stock = evidence(nis);
			if (stock !== null) ledger.estimate(nis, 'stock_a', day, stock);
		}
		const total = { day, value: totals(province, yearOf(day)) };
		const claims = members.map((one) => claimOf(ground, one, bound, steepness));
		fillGaps(ledger, 'stock_a', total, claims);
	}
}

/**
 * The model: households per km², being a centre city and a fixed variety give the share, which has a limit: lower for who
 * is known to have an objective, and so was not exempt.
 */
function claimOf(
	ground: Ground,
	{ nis, areaKm2 }: Municipality,
	bound: ReadonlySet<string>,
	steepness: number
): Claim {
	if (areaKm2 === null) throw new Error(`No area of ${nis}`);
	const { ledger, scheme, centreCities } = ground;
	const households = ledger.value(nis, 'households', scheme.householdsOn);
	const density = households / areaKm2;
	const ofPlace = density ** steepness * (centreCities.has(nis) ? BASELINE.centreCity : 1);
	const { low, high } = BASELINE.variety;
	const cap = Math.floor((bound.has(nis) ? BASELINE.highestBound : BASELINE.highest) * households);
	return {
		key: nis,
		weight: households * ofPlace * varietyBetween(nis, 'share in the baseline', low, high),
		floor: Math.min(cap, largestPart(ground, nis)),
		cap
	};
}

/** The most that some landlords alone are published to own, on any day: the whole is no less. */
const largestPart = ({ ledger }: Ground, nis: string): number =>
	Math.max(0, ...ledger.published.series(nis, 'stock_part').map(({ value }) => value));

/**
 * Who is published to have an objective: by its number or a part of it, by what was realised of it, by words on it, by
 * a category that only who has one can get, or with others by what a region still had to build for it.
 */
function boundByFacts({ facts, scheme }: Ground): ReadonlySet<string> {
	const objectives = facts.objectives.filter(
		(row) => row.scheme === scheme.code && row.value !== 0 && row.component !== 'stated'
	);
	const progress = facts.observations.filter((row) => row.indicator === 'realised_share');
	const tested = facts.testResults.filter((row) => row.category !== '1');
	const building = new Set(
		facts.regionObservations.filter((row) => row.indicator === 'to_build').map((row) => row.region)
	);
	const together = facts.memberships.filter((row) => building.has(row.region));
	return new Set([
		...[...objectives, ...progress, ...tested, ...together].map((row) => row.nis_code),
		...facts.statements.map((one) => one.place)
	]);
}
