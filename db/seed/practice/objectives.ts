import { roomToCap, stepOne, stepTwo } from '#lib/domain/objective-formula.ts';
import { apportion } from '#lib/domain/apportion.ts';
import type { ByCode, Ground } from './ground.ts';
import { oldestKnownFirst } from './published.ts';

/** The estimated rental objective of one municipality of the baseline. */
export interface Objective {
	nis: string;
	/** Additional dwellings. */
	value: number;
	status: 'compulsory' | 'exempt';
}

/** Step 1 of each municipality of the baseline, in dwellings. */
export type StepOne = (nis: string) => number;

/**
 * Step 1 for the municipalities of the baseline: the published objective of the province, or its part by households of
 * what the published ones leave of the Flemish objective.
 */
export function estimateStepOne(ground: Ground): StepOne {
	const { ledger, scheme, provinces, places } = ground;
	const households = new Map(provinces.map((one) => [one, provincialHouseholds(ground, one)]));
	const objectives = provincialObjectives(ground, households);
	return (nis) => {
		const province = places.byCode.get(nis)?.province ?? '';
		const own = ledger.value(nis, 'households', scheme.householdsOn);
		return stepOne(objectives.get(province) ?? 0, own, households.get(province) ?? 0);
	};
}

/** Steps 1 and 2 from the baseline, for the municipalities of the baseline of which no total is published. */
export function estimateObjectives(ground: Ground, first: StepOne): Objective[] {
	const { ledger, scheme, places } = ground;
	const published = publishedObjectives(ground);
	const open = places.validOn(scheme.baselineOn).filter(({ nis }) => !published.has(nis));
	return open.map(({ nis }) => {
		const households = ledger.value(nis, 'households', scheme.householdsOn);
		const stock = ledger.value(nis, 'stock_a', scheme.baselineOn);
		const room = roomToCap(households, stock, scheme.capBasisPoints);
		return {
			nis,
			value: stepTwo(first(nis), room),
			status: room <= 0 ? 'exempt' : 'compulsory'
		};
	});
}

/** The objective of each municipality of the baseline: as published, otherwise the estimate. */
export function objectivesByCode(ground: Ground, estimates: readonly Objective[]): ByCode {
	const estimated = new Map(estimates.map(({ nis, value }) => [nis, value]));
	const published = publishedObjectives(ground);
	return new Map(
		ground.places
			.validOn(ground.scheme.baselineOn)
			.map(({ nis }) => [nis, published.get(nis) ?? estimated.get(nis) ?? 0])
	);
}

/** Published totals of the scheme by NIS code. */
export function publishedObjectives({ facts, scheme }: Ground): Map<string, number> {
	const totals = oldestKnownFirst(facts, facts.objectives).filter(
		(row) => row.scheme === scheme.code && row.component === 'total'
	);
	return new Map(totals.map((row) => [row.nis_code, row.value ?? 0]));
}

/** Households of a province on the scheme's day: as published for it, otherwise the sum of its municipalities. */
function provincialHouseholds(ground: Ground, province: string): number {
	const { ledger, scheme, places, regions } = ground;
	const published = regions.at(
		ground.slugOf('provincie', province),
		'households',
		scheme.householdsOn
	);
	const members = places.validOn(scheme.baselineOn).filter((one) => one.province === province);
	return (
		published ??
		members.reduce((sum, { nis }) => sum + ledger.value(nis, 'households', scheme.householdsOn), 0)
	);
}

function provincialObjectives(
	ground: Ground,
	households: Map<string, number>
): Map<string, number> {
	const objectives = new Map<string, number>();
	for (const province of ground.provinces) {
		const published = regionObjective(ground, ground.slugOf('provincie', province));
		if (published !== null) objectives.set(province, published);
	}
	const total = regionObjective(ground, ground.flanders);
	if (total === null) throw new Error('No published objective of Flanders');
	const rest = total - [...objectives.values()].reduce((sum, value) => sum + value, 0);
	const claims = [...households]
		.filter(([province]) => !objectives.has(province))
		.map(([key, weight]) => ({ key, weight }));
	return new Map([...objectives, ...apportion(rest, claims)]);
}

/** The first total that was set for a region: the formula divides that one, not what it was raised to later. */
const regionObjective = ({ facts, scheme }: Ground, slug: string): number | null =>
	oldestKnownFirst(facts, facts.regionObjectives).find(
		(row) => row.scheme === scheme.code && row.component === 'total' && row.region === slug
	)?.value ?? null;
