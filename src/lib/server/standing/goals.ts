import { householdsDate, type Day } from '#lib/domain/dates.ts';
import { sumOfKnown, unknown, type Figure } from '#lib/domain/figure.ts';
import { goalStanding, type Goal, type Holding } from '#lib/domain/goal.ts';
import { publishedDay } from '#lib/domain/known.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { STOCK_DEFINITIONS, sumArea, type AreaSum } from '#lib/domain/region.ts';
import { gapFigure, shortAndSurplus } from '#lib/domain/share.ts';
import type { Database } from '../database.ts';
import type { Region } from '../queries/regions.ts';
import { isOut, type Reference } from '../reference.ts';
import { readLookup } from './lookup.ts';
import type { Moment } from './moment.ts';
import { holdingPart, type MunicipalityStanding } from './municipalities.ts';

/** A goal as it was adopted, with its source. */
type AdoptedGoal = NonNullable<ReturnType<Reference['goals']['get']>>[number];

/** The goal of a region and where it stands. */
export interface RegionGoal extends Omit<AdoptedGoal, 'region'> {
	/** Share asked for, as a fraction. */
	value: Figure;
	/** Signed, in whole dwellings: positive is short. */
	gap: Figure;
	/** Dwellings short over the members that are below the share, and above it over the others. */
	sumOfPositiveGaps: Figure;
	surplusOfMembers: Figure;
}

/** A member of a region with its own gap to the share of the regional goal. */
export interface MemberStanding extends MunicipalityStanding {
	/** Signed dwellings to the regional goal's share; not applicable when the region has no share to reach. */
	gap: Figure;
}

/** The goal of a region that was published last by the known-on day; null when it has none. */
export function goalOf(facts: Reference, region: Region, known: Day): AdoptedGoal | null {
	const published = (goal: AdoptedGoal) => {
		const issued = facts.publications.get(goal.publication);
		return issued ? publishedDay(issued) : '';
	};
	const found = (facts.goals.get(region.slug) ?? [])
		.filter((goal) => isOut(facts, goal, known))
		.sort((a, b) => (published(a) < published(b) ? 1 : -1));
	return found[0] ?? null;
}

/** Members with their own gap to the share that the region wants to reach. */
export const membersWithGap = (
	rows: readonly MunicipalityStanding[],
	goal: AdoptedGoal | null
): MemberStanding[] =>
	rows.map((row) => ({
		...row,
		gap:
			goal?.basisPoints == null
				? unknown(row.stock.date, 'not_applicable')
				: gapFigure(row.stock, row.households, goal.basisPoints)
	}));

/** Where a region stands against its goal; reads the base date too when a share is to be held. */
export async function regionGoal(
	database: Database,
	facts: Reference,
	moment: Moment,
	adopted: AdoptedGoal,
	members: readonly MemberStanding[],
	now: AreaSum
): Promise<RegionGoal> {
	const towns = members.map((one) => one.municipality);
	const base = adopted.baseDate
		? await holdingOn(database, facts, towns, moment, adopted.baseDate)
		: null;
	const { value, gap } = standingOf(adopted, now, base);
	return {
		...adopted,
		value: withSource(value, adopted),
		gap: withSource(gap, adopted),
		...memberTotals(members, moment.on)
	};
}

/** A figure that rests on the goal too, which stands first among its publications. */
const withSource = (figure: Figure, { publication }: AdoptedGoal): Figure => ({
	...figure,
	publications: [...new Set([publication, ...figure.publications])]
});

/** Only goals for social rental dwellings per household can be measured with the figures at hand. */
function standingOf(adopted: AdoptedGoal, now: Holding, base: Holding | null) {
	if (adopted.numerator !== 'stock_b' || adopted.denominator !== 'households') {
		const none = unknown(now.stock.date, 'not_published');
		return { value: none, gap: none };
	}
	return goalStanding(asGoal(adopted), now, base);
}

function asGoal({ kind, basisPoints, baseDate, deadline, adoptedOn }: AdoptedGoal): Goal {
	if (kind === 'reach_share' && basisPoints !== null) {
		return { kind, basisPoints, deadline, adoptedOn };
	}
	if (kind === 'hold_share' && baseDate !== null) return { kind, baseDate, deadline, adoptedOn };
	throw new Error('A regional goal lacks its share or its base date.');
}

/** Stock and households of these municipalities at another date, in the structure of the moment. */
async function holdingOn(
	database: Database,
	facts: Reference,
	towns: readonly Municipality[],
	moment: Moment,
	on: Day
): Promise<AreaSum> {
	const at = { on, structureOn: moment.structureOn };
	const lookup = await readLookup(database.read, facts.places, {
		codes: towns.map((town) => town.nis),
		indicators: [...STOCK_DEFINITIONS, 'households'],
		dates: [on, householdsDate(on) ?? on],
		known: moment.known
	});
	return sumArea(
		towns.map((town) => holdingPart(facts, lookup, town.nis, at)),
		on
	);
}

function memberTotals(
	members: readonly MemberStanding[],
	on: Day
): Pick<RegionGoal, 'sumOfPositiveGaps' | 'surplusOfMembers'> {
	const total = (pick: 'short' | 'surplus') =>
		sumOfKnown(
			members.map(({ municipality, gap }) => ({
				nis: municipality.nis,
				figure: { ...gap, value: gap.value === null ? null : shortAndSurplus(gap.value)[pick] }
			})),
			on
		);
	return { sumOfPositiveGaps: total('short'), surplusOfMembers: total('surplus') };
}
