import type { Day } from '#lib/domain/dates.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import { membersOf } from '../../standing/regions.ts';
import type { Findings, Place } from '../findings/findings.ts';
import { WHOLE_FILE } from '../findings/findings.ts';
import { THRESHOLDS } from '../findings/thresholds.ts';
import { publishedTotals } from '../../queries/regions.ts';
import type { Reference } from '../../reference/reference.ts';
import type { Reader } from '../../database/schema.ts';
import { watchedOf, type Situation } from './situation.ts';

/** A total of a region, published before or in the file itself. */
interface Total extends Place {
	region: string;
	indicator: Situation['own'] extends ReadonlyMap<infer Key, unknown> ? Key : never;
	value: number | null;
}

/** The municipalities of a region do not add up to the total that was published for it, or that the file gives. */
export async function areaTotalOff(
	read: Reader,
	facts: Reference,
	situation: Situation,
	publication: number,
	known: Day,
	findings: Findings
): Promise<void> {
	const { own, date, ofFile } = situation;
	const indicators = watchedOf(facts.schemes).filter((one) => own.has(one));
	if (indicators.length === 0) return;
	const published = await publishedTotals(read, indicators, date, known);
	const totals: Total[] = [
		...published.map((one) => ({ ...one, ...WHOLE_FILE })),
		...(await totalsOfFile(read, publication, indicators, date))
	];
	for (const total of totals) {
		const region = facts.regions.get(total.region);
		if (!region || total.value === null) continue;
		const members = membersOf(facts, region, date).municipalities;
		const values = members.map(({ nis }) => ofFile(nis, total.indicator, date));
		if (members.length === 0 || values.includes(null)) continue;
		const sum = values.reduce<number>((all, one) => all + (one ?? 0), 0);
		if (Math.abs(sum - total.value) <= total.value * THRESHOLDS.areaTotal.value) continue;
		const { sheet, row, column } = total;
		findings.ask(
			'area_total_off',
			{ sheet, row, column },
			{
				value: sum,
				expected: String(total.value),
				message: `${region.name}: ${total.indicator} of ${date} adds up to ${sum}; the total is ${total.value}.`
			}
		);
	}
}

async function totalsOfFile(
	read: Reader,
	publication: number,
	indicators: readonly Indicator[],
	date: Day
): Promise<Total[]> {
	const rows = await read
		.selectFrom('region_observation')
		.select(['region', 'indicator', 'value'])
		.where('publication_id', '=', publication)
		.where('reference_date', '=', date)
		.where('indicator', 'in', indicators)
		.execute();
	return rows.map((row) => ({ ...row, ...WHOLE_FILE }) as Total);
}
