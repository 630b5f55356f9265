import { endOfYear } from '#lib/domain/dates.ts';
import type { Claim } from '#lib/domain/apportion.ts';
import { COMPANY_PART } from './assumptions.ts';
import { fillGaps } from './fill-gaps.ts';
import { municipalitiesAtEndOf, type Ground } from './ground.ts';
import { COMPANY_YEAR, companyStock } from './totals.ts';
import { varietyBetween } from './variety.ts';

/**
 * Enters the stock of the housing companies (definition D) at the year-end for which every province published it: a part
 * of the stock of each municipality, never more than all of it, adding up to the province.
 */
export function estimateCompanyStock(ground: Ground): void {
	const { ledger, provinces } = ground;
	const day = endOfYear(COMPANY_YEAR);
	for (const province of provinces) {
		const value = companyStock(ground, province);
		if (value === null) continue;
		const members = municipalitiesAtEndOf(ground, COMPANY_YEAR).filter(
			(one) => one.province === province
		);
		const claims = members.map(({ nis }) => claimOf(nis, ledger.value(nis, 'stock_b', day)));
		fillGaps(ledger, 'stock_d', { day, value }, claims);
	}
}

const claimOf = (nis: string, stock: number): Claim => ({
	key: nis,
	weight: stock * varietyBetween(nis, 'companies', COMPANY_PART.low, COMPANY_PART.high),
	cap: stock
});
