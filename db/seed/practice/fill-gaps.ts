import type { Indicator } from '#lib/domain/indicators.ts';
import { apportion, type Claim } from '#lib/domain/apportion.ts';
import type { Ledger } from './ledger.ts';
import type { Dated } from './published.ts';

/**
 * Enters an additive quantity for the municipalities that have none on the day of a total: what is published or was
 * entered before stays, and the rest of the total is divided over the others by their claims. With nothing to fill it
 * does nothing, also when the parts do not add up.
 * @param claims one for every municipality of the total, by NIS code
 * @throws ApportionError when the rest cannot be divided
 */
export function fillGaps(
	ledger: Ledger,
	indicator: Indicator,
	{ day, value }: Dated,
	claims: readonly Claim[]
): void {
	const open: Claim[] = [];
	let rest = value;
	for (const claim of claims) {
		const known = ledger.find(claim.key, indicator, day);
		if (known === null) open.push(claim);
		else rest -= known;
	}
	if (open.length === 0) return;
	for (const [nis, part] of apportion(rest, open)) ledger.estimate(nis, indicator, day, part);
}
