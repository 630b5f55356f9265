import { householdsDate, type Day } from '#lib/domain/dates.ts';
import { sumOfKnown, unknown, type Figure } from '#lib/domain/figure.ts';
import { goalStanding, type Goal, type Holding } from '#lib/domain/goal.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { STOCK_DEFINITIONS, sumArea, type AreaSum } from '#lib/domain/region.ts';
import { gapFigure, shortAndSurplus } from '#lib/domain/share.ts';
import type { Database } from '../database/database.ts';
import type { Region } from '../queries/regions.ts';
import { isOut, type Reference } from '../reference/reference.ts';
import { readLookup } from './lookup.ts';
import type { Moment } from './moment.ts';
import { holdingPart } from './municipalities.ts';
import type {
	Adopted,
	AdoptedGoal,
	MemberStanding,
	MunicipalityStanding,
	NewBuildingNorm,
	OwnGoals,
	RegionGoal
} from './standing.ts';

const isShare = (goal: Adopted): goal is AdoptedGoal => goal.kind !== 'new_building';
const isNorm = (goal: Adopted): goal is NewBuildingNorm => goal.kind === 'new_building';

/** The goals of a region that were known on the day, by the day from which each holds. */
export function goalsOf(
	facts: Reference,
	{ slug }: Pick<Region, 'slug'>,
	{ on, known }: Pick<Moment, 'on' | 'known'>
): OwnGoals {
	const adopted = (facts.goals.get(slug) ?? [])
		.filter((goal) => isOut(facts, goal, known))
		.sort((a, b) => ((a.holdsFrom ?? '') < (b.holdsFrom ?? '') ? -1 : 1));
	const holds = ({ holdsFrom }: Adopted) => holdsFrom === null || holdsFrom <= on;
	return {
		goal: adopted.filter(isShare).findLast(holds) ?? null,
		norm: adopted.filter(isNorm).findLast(holds) ?? null,
		coming: adopted.filter((goal) => !holds(goal))
	};
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
