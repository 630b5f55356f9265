import type { AgreementStep } from '#lib/domain/agreement.ts';
import type { Figure } from '#lib/domain/figure.ts';
import { joinStatuses, type ObjectiveProgress } from '#lib/domain/objective.ts';
import { BASIS_POINTS, fraction } from '#lib/domain/share.ts';
import { definitionLetter, gapParts, marksOf } from '#lib/tables/field.ts';
import type * as Shape from '../api/answers/figure.ts';
import type {
	ListedMunicipality,
	Municipality as MunicipalityAnswer,
	Progress
} from '../api/answers/municipality.ts';
import type {
	Publication as PublicationAnswer,
	PublicationAccount as AccountAnswer
} from '../api/answers/publications.ts';
import type {
	Agreement as AgreementAnswer,
	OwnAgreement as OwnAgreementAnswer
} from '../api/answers/agreement.ts';
import type { ListedRegion, Region as RegionAnswer, RegionBody } from '../api/answers/region.ts';
import type { AgreementNumbers, AgreementStanding, OwnAgreement } from '../standing/agreement.ts';
import type { Publication } from '../queries/publications.ts';
import type { OwnList } from '../queries/regions.ts';
import type { Reference } from '../reference/reference.ts';
import { carriedOn, type Carried } from '../standing/asked-region.ts';
import type { OwnRegime } from '../standing/build-up.ts';
import type { OwnLever } from '../standing/levers.ts';
import { regionsOn } from '../standing/memberships.ts';
import type { Moment } from '../standing/moment.ts';

import type { PublicationAccount } from '../desk/review/publication.ts';
import type { MunicipalityStanding } from '../standing/standing.ts';
import type { RegionStanding } from '../standing/standing.ts';
import type { RegionSpread } from '../standing/spread.ts';
import type { MunicipalTest } from '../standing/tests.ts';
import { municipalTestsJson } from './progress-tests.ts';
import { spreadJson } from './spread.ts';
import { figureJson, publicationSource, source } from './figure-json.ts';
import { componentJson } from './objectives.ts';

/** A share as the API gives it: a fraction with the definition of its numerator. */
const shareJson = (share: Figure, stock: Figure, facts: Reference): Shape.StockFigure => ({
	...figureJson(share, facts),
	definition: definitionLetter(stock)
});

/** Gap and surplus in whole dwellings; null when unknown. */
function gapJson(gap: Figure | undefined) {
	const { short, surplus } = gapParts(gap);
	return {
		gap: short,
		surplus,
		gapStatus: gap?.status ?? null,
		...(gap?.composed && { gapComposed: true as const }),
		...(gap?.reason && { gapReason: gap.reason })
	};
}

function objectiveJson(progress: ObjectiveProgress, scheme: string, facts: Reference): Progress {
	return {
		scheme,
		target: figureJson(progress.target, facts),
		status: progress.status,
		baseline: figureJson(progress.baseline, facts),
		realised: figureJson(progress.realised, facts),
		inExecution: figureJson(progress.inExecution, facts),
		planned: figureJson(progress.planned, facts),
		counted: figureJson(progress.counted.realised, facts),
		realisedShare: figureJson(progress.realisedShare, facts)
	};
}

/** The components of what a regime asks of a municipality, each with its rule; of a merger those of every part. */
const componentsJson = ({ parts }: OwnRegime, facts: Reference) =>
	parts.flatMap((part) =>
		part.lines.map((line) => ({
			...componentJson(part, line, facts),
			legalReference: line.legalReference,
			rule: publicationSource(facts, line.rule)
		}))
	);

/** The regime that runs on the reference date, then every other one of which something was published. */
const progressesJson = (
	{ scheme, objective, beside }: Pick<MunicipalityStanding, 'scheme' | 'objective' | 'beside'>,
	facts: Reference
): Progress[] => [
	objectiveJson(objective, scheme.code, facts),
	...beside.map(({ scheme, progress }) => objectiveJson(progress, scheme.code, facts))
];

/** The objectives of a municipality: first the regimes that are measured, then what others ask. */
function objectivesJson(standing: MunicipalityStanding, { regimes }: Law, facts: Reference) {
	const measured = progressesJson(standing, facts);
	const own = (code: string) => regimes.find(({ scheme }) => scheme.code === code);
	return [
		...measured.map((one) => {
			const regime = own(one.scheme);
			return { ...one, components: regime ? componentsJson(regime, facts) : [] };
		}),
		...regimes
			.filter(({ scheme }) => !measured.some((one) => one.scheme === scheme.code))
			.map((regime) => ({
				scheme: regime.scheme.code,
				status: joinStatuses(regime.parts.map((part) => part.status)),
				components: componentsJson(regime, facts)
			}))
	];
}

/** What a municipality can ask under the law. */
const leverJson = ({ scheme, rule, lever, limit }: OwnLever, facts: Reference) => ({
	scheme: scheme.code,
	lever: rule.code,
	threshold: fraction(rule.basisPoints),
	outcome: lever?.outcome ?? null,
	reason: lever?.reason ?? ('judgement' as const),
	estimated: lever?.estimated ?? false,
	...(limit && { limit: figureJson(limit, facts) }),
	legalReference: rule.legalReference,
	source: publicationSource(facts, rule.publication)
});

/** What the law asks of a municipality, and what the municipality can ask. */
export interface Law {
	regimes: readonly OwnRegime[];
	levers: readonly OwnLever[];
}

/** One municipality as `/api/v1/municipalities/{nis}` gives it. */
export const municipalityJson = (
	standing: MunicipalityStanding,
	tests: readonly MunicipalTest[],
	facts: Reference,
	moment: Moment,
	{ law, agreements }: { law: Law; agreements: readonly OwnAgreement[] }
): MunicipalityAnswer => ({
	...standingJson(standing, facts, moment),
	objectives: objectivesJson(standing, law, facts),
	levers: law.levers.map((one) => leverJson(one, facts)),
	tests: municipalTestsJson(tests),
	agreements: agreements.map((one) => ownAgreementJson(one, facts)),
	regions: regionsJson(standing, facts, moment)
});

/** One municipality in the list of `/api/v1/municipalities`: without what the law asks and gives, and its tests. */
export const listedMunicipalityJson = (
	standing: MunicipalityStanding,
	facts: Reference,
	moment: Moment
): ListedMunicipality => ({
	...standingJson(standing, facts, moment),
	objectives: progressesJson(standing, facts),
	regions: regionsJson(standing, facts, moment)
});

function standingJson(standing: MunicipalityStanding, facts: Reference, moment: Moment) {
	const { municipality, stock, households, share } = standing;
	return {
		nis: municipality.nis,
		name: municipality.name,
		province: municipality.province,
		on: moment.on,
		known: moment.known,
		households: figureJson(households, facts),
		stock: figureJson(stock, facts),
		share: shareJson(share, stock, facts)
	};
}

const regionsJson = (
	{ municipality }: MunicipalityStanding,
	facts: Reference,
	moment: Moment
): MunicipalityAnswer['regions'] =>
	regionsOn(facts, municipality.nis, moment.structureOn).map(
		({ region: { slug, name, kind }, attestedFrom }) => ({
			slug,
			name,
			kind,
			...(attestedFrom && { membershipAttestedFrom: attestedFrom })
		})
	);

/** The list that was asked, and which of its municipalities are counted in another form. */
const ownJson = ({ codes }: OwnList, carried: readonly Carried[]) => ({
	asked: [...codes],
	...(carried.length > 0 && {
		carried: carried.map(({ asked, shown }) => ({
			nis: asked.nis,
			name: asked.name,
			countedAs: shown.map((one) => one.nis)
		}))
	})
});

/** One region as `/api/v1/regions/{slug}` gives it. */
export const regionJson = (
	standing: RegionStanding,
	facts: Reference,
	moment: Moment,
	spread: RegionSpread,
	agreement: AgreementStanding | null
): RegionAnswer => ({
	...regionBody(standing, facts, moment),
	agreement: agreement && agreementJson(agreement, facts),
	spread: spreadJson(spread)
});

/** What a region agreed on for itself. */
const agreementJson = (
	{ agreement, rows }: AgreementStanding,
	facts: Reference
): AgreementAnswer => ({
	...agreedJson(agreement),
	parts: rows
		.toSorted((a, b) => (a.municipality.nis < b.municipality.nis ? -1 : 1))
		.map(({ municipality: { nis, name }, ...numbers }) => ({
			...{ nis, name },
			...agreementNumbersJson(numbers, facts)
		}))
});

/** What of it is for one municipality. */
const ownAgreementJson = (
	{ region, agreement, own }: OwnAgreement,
	facts: Reference
): OwnAgreementAnswer => ({
	region: region.slug,
	...agreedJson(agreement),
	...agreementNumbersJson(own, facts)
});

function agreedJson(agreement: AgreementStep) {
	const { id, name, organisation, agreedOn, knownFrom, goal, on, by, because, predecessor } =
		agreement;
	return {
		...{ id, name, organisation, agreedOn, knownFrom },
		...{ goal: goal / BASIS_POINTS, on, by, because, predecessor }
	};
}

const agreementNumbersJson = (
	{ part, dwellings, since, due, left }: AgreementNumbers,
	facts: Reference
) => ({
	part: figureJson(part, facts),
	dwellings: figureJson(dwellings, facts),
	since: figureJson(since, facts),
	due: figureJson(due, facts),
	left: figureJson(left, facts)
});

/** One region in the list of `/api/v1/regions`: of its members only who they are. */
export function listedRegionJson(
	standing: RegionStanding,
	facts: Reference,
	moment: Moment
): ListedRegion {
	const { members, ...one } = regionBody(standing, facts, moment);
	return { ...one, members: members.map(({ nis, name }) => ({ nis, name })) };
}

/** A region without its spread. */
export function regionBody(standing: RegionStanding, facts: Reference, moment: Moment): RegionBody {
	const { region, members, stock, households, share, goal } = standing;
	return {
		slug: region.slug,
		name: region.name,
		kind: region.kind,
		...(region.own && ownJson(region.own, carriedOn(facts.places, region, moment.structureOn))),
		on: moment.on,
		known: moment.known,
		membersOn: moment.structureOn,
		membershipAttestedFrom: standing.attestedFrom,
		members: members.map((member) => ({
			nis: member.municipality.nis,
			name: member.municipality.name,
			households: figureJson(member.households, facts),
			stock: figureJson(member.stock, facts),
			share: shareJson(member.share, member.stock, facts),
			...gapJson(member.gap)
		})),
		missing: [...standing.sum.stock.missing],
		households: figureJson(households, facts),
		stock: figureJson(stock, facts),
		share: shareJson(share, stock, facts),
		sumOfMembers: {
			stock: figureJson(standing.sum.stock, facts),
			share: shareJson(standing.sum.share, standing.sum.stock, facts)
		},
		objectives: progressesJson(standing, facts),
		tally: {
			bound: standing.tally.bound,
			boundStatus: standing.tally.boundStatus,
			reached: standing.tally.reached,
			reachedStatus: standing.tally.reachedStatus,
			free: standing.tally.free,
			short: figureJson(standing.tally.short, facts),
			missing: [...standing.tally.missing]
		},
		goal: goal && {
			kind: goal.kind,
			value: goal.value.value,
			...marksOf(goal.value),
			numerator: goal.numerator,
			denominator: goal.denominator,
			baseDate: goal.baseDate,
			holdsFrom: goal.holdsFrom,
			deadline: goal.deadline,
			certainty: goal.certainty,
			source: source({ ...goal.value, publications: [goal.publication] }, facts)
		},
		norm: standing.norm && adoptedJson(standing.norm, facts),
		comingGoals: standing.coming.map((one) => adoptedJson(one, facts)),
		...gapJson(goal?.gap),
		sumOfPositiveGaps: goal?.sumOfPositiveGaps.value ?? null,
		surplusOfMembers: goal?.surplusOfMembers.value ?? null
	};
}

const adoptedJson = (
	{
		kind,
		basisPoints,
		baseDate,
		holdsFrom,
		deadline,
		certainty,
		publication
	}: RegionStanding['coming'][number],
	facts: Reference
) => ({
	kind,
	value: fraction(basisPoints),
	baseDate,
	holdsFrom,
	deadline,
	certainty,
	source: publicationSource(facts, publication)
});

/** One publication as `/api/v1/publications/{id}` gives it. */
export const publicationJson = (
	publication: Publication,
	counts: { figures: number; areas: number } | undefined
): PublicationAnswer => ({
	...publication,
	figures: counts?.figures ?? 0,
	areas: counts?.areas ?? 0
});

/** The same with what it brought, what it replaced and what became something else, as its page shows it. */
export const accountJson = (
	account: PublicationAccount,
	counts: { figures: number; areas: number } | undefined
): AccountAnswer => ({
	...publicationJson(account.publication, counts),
	contents: account.contents,
	touched: account.areas,
	replaced: account.replaced,
	changed: account.changed,
	accepted: account.accepted,
	supersededBy: account.supersededBy.map((one) => one.id)
});
