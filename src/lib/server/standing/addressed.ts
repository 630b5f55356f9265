import type { Address, Figure, Quantity } from '#lib/domain/figure.ts';
import type { ObjectiveProgress } from '#lib/domain/objective.ts';
import { partOfTarget, withPipeline, type TestFigures } from '#lib/domain/progress-test.ts';
import type { AreaSum } from '#lib/domain/region.ts';
import type { Region } from '../queries/regions.ts';
import type { MemberStanding, RegionGoal } from './standing.ts';
import type { Moment } from './moment.ts';
import type { MunicipalityStanding } from './standing.ts';
import type { RegionStanding } from './standing.ts';

/** Gives a known figure the address at which it can be looked up again; an unknown one tells whose and which it is. */
type Addressing = (quantity: Quantity, figure: Figure) => Figure;

type AddressedMoment = Pick<Moment, 'on' | 'known' | 'today' | 'structureOn'> &
	Partial<Pick<Moment, 'version'>>;

/** Addresses of the quantities of one area at a moment; `more` where the area alone does not tell which it is. */
export const addressing =
	(
		area: string,
		{ on, known, today, structureOn, version }: AddressedMoment,
		more: Pick<Address, 'region' | 'codes' | 'regime'> = {}
	): Addressing =>
	(quantity, figure) => {
		if (figure.value === null)
			return more.regime ? figure : { ...figure, unknownOf: { area, quantity } };
		const address: Address = {
			area,
			quantity,
			on,
			known: known < today || version?.asked ? known : null,
			...(version?.asked && { version: version.number }),
			structureOn,
			...more
		};
		return { ...figure, address };
	};

/** Addresses of the quantities of a region. */
export const regionAddressing = (
	{ slug, own }: Region,
	moment: Moment,
	more: Pick<Address, 'regime'> = {}
): Addressing => addressing(slug, moment, own ? { ...more, codes: own.codes } : more);

/** Stock, households and share of an area, each with its address. */
export const addressedArea = (at: Addressing, { stock, households, share }: AreaSum): AreaSum => ({
	stock: at('stock', stock),
	households: at('households', households),
	share: at('share', share)
});

/** The sums over the members of a region, each with its address. */
export const addressedMembers = (
	at: Addressing,
	{ stock, households, share }: AreaSum
): AreaSum => ({
	stock: at('members_stock', stock),
	households: at('members_households', households),
	share: at('members_share', share)
});

/** The same progress, each quantity with its address. */
export function addressedProgress(at: Addressing, progress: ObjectiveProgress): ObjectiveProgress {
	const { counted } = progress;
	return {
		...progress,
		target: at('target', progress.target),
		baseline: at('baseline', progress.baseline),
		realised: at('realised', progress.realised),
		realisedLastYear: at('realised_last_year', progress.realisedLastYear),
		inExecution: at('in_execution', progress.inExecution),
		planned: at('planned', progress.planned),
		counted: {
			realised: at('counted_realised', counted.realised),
			inExecution: at('counted_in_execution', counted.inExecution),
			planned: at('counted_planned', counted.planned)
		},
		realisedShare: at('realised_share', progress.realisedShare),
		toRealise: at('to_realise', progress.toRealise)
	};
}

/** What the progress test computes from progress, each quantity with its address. */
export function addressedTest(at: Addressing, figures: TestFigures) {
	const withPlanned = withPipeline(figures);
	return {
		withPlanned: at('with_planned', withPlanned),
		realisedPart: at('realised_share', partOfTarget(figures.realised, figures.target)),
		withPlannedPart: at('with_planned_share', partOfTarget(withPlanned, figures.target))
	};
}

/** The standing of a municipality, each quantity with its address. */
export function addressedMunicipality(
	moment: Moment,
	standing: MunicipalityStanding
): MunicipalityStanding {
	const at = addressing(standing.municipality.nis, moment);
	return {
		...standing,
		...addressedArea(at, standing),
		objective: addressedProgress(at, standing.objective)
	};
}

/** The standing of a region, each quantity of its own with its address; the members have theirs already but for the gap. */
export function addressedRegion(moment: Moment, standing: RegionStanding): RegionStanding {
	const at = regionAddressing(standing.region, moment);
	const headline = addressedArea(at, standing.headline);
	return {
		...standing,
		...headline,
		headline,
		sum: addressedMembers(at, standing.sum),
		published: standing.published === standing.stock ? headline.stock : standing.published,
		objective: addressedProgress(at, standing.objective),
		tally: { ...standing.tally, short: at('short', standing.tally.short) },
		goal: standing.goal && addressedGoal(at, standing.goal),
		members: standing.members.map((member) => addressedMember(moment, standing, member))
	};
}

const addressedGoal = (at: Addressing, goal: RegionGoal): RegionGoal => ({
	...goal,
	value: at('goal', goal.value),
	gap: at('gap', goal.gap),
	sumOfPositiveGaps: at('positive_gaps', goal.sumOfPositiveGaps),
	surplusOfMembers: at('surplus', goal.surplusOfMembers)
});

const addressedMember = (
	moment: Moment,
	{ region }: Pick<RegionStanding, 'region'>,
	member: MemberStanding
): MemberStanding => ({
	...member,
	gap: addressing(member.municipality.nis, moment, { region: region.slug })('gap', member.gap)
});

/** Every figure with an address inside a standing, at any depth, the outermost first; none twice. */
export function addressesIn(standing: object): Map<Quantity, Figure> {
	const found = new Map<Quantity, Figure>();
	for (const value of Object.values(standing)) {
		if (!value || typeof value !== 'object' || Array.isArray(value)) continue;
		const { address } = value as Partial<Figure>;
		if (address) found.set(address.quantity, value as Figure);
		else addressesIn(value).forEach((figure, quantity) => found.set(quantity, figure));
	}
	return found;
}
