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
 */
export function estimateBaseline(ground: Ground, totals: ProvinceTotals, evidence: Evidence): void {
	const { ledger, places, provinces } = ground;
	const day = ground.scheme.baselineOn;
	for (const province of provinces) {
		const members = places.validOn(day).filter((one) => one.province === province);
		for (const { nis } of members) {
			const stock = evidence(nis);
			if (stock !== null) ledger.estimate(nis, 'stock_a', day, stock);
		}
		const total = { day, value: totals(province, yearOf(day)) };
		const claims = members.map((one) => claimOf(ground, one));
		fillGaps(ledger, 'stock_a', total, claims);
	}
}

/** The model: households per km², being a centre city and a fixed variety give the share, which has a limit. */
function claimOf({ ledger, scheme, centreCities }: Ground, { nis, areaKm2 }: Municipality): Claim {
	if (areaKm2 === null) throw new Error(`No area of ${nis}`);
	const households = ledger.value(nis, 'households', scheme.householdsOn);
	const density = households / areaKm2;
	const ofPlace = density ** BASELINE.exponent * (centreCities.has(nis) ? BASELINE.centreCity : 1);
	const { low, high } = BASELINE.variety;
	return {
		key: nis,
		weight: households * ofPlace * varietyBetween(nis, 'baseline', low, high),
		cap: Math.floor(BASELINE.highest * households)
	};
}
