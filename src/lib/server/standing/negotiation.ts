import { bestPace } from '#lib/domain/best-pace.ts';
import type { SpreadThen } from '#lib/domain/division-outcome.ts';
import type { Figure } from '#lib/domain/figure.ts';
import {
	partsByKey,
	seatsOf,
	type KeyAtTable,
	type Negotiation,
	type NegotiationTown
} from '#lib/domain/negotiation.ts';
import { proposalAmong } from '#lib/domain/proposal-address.ts';
import type { Proposal } from '#lib/domain/proposal.ts';
import { PACE_YEARS } from '#lib/domain/road-results.ts';
import type { Database } from '../database/database.ts';
import { reference, type Reference } from '../reference/reference.ts';
import type { DivisionStanding } from './division.ts';
import type { KeyDivision } from './division-keys.ts';
import { regionsOn } from './memberships.ts';
import type { Moment } from './moment.ts';
import type { ProposalAsked } from './proposal-asked.ts';
import { trendsOf } from './trends.ts';

/** The division of a region as what its members negotiate over, with how fast each of them ever built. */
export async function negotiationOf(
	database: Database,
	moment: Moment,
	division: DivisionStanding
): Promise<Negotiation> {
	const { region, scenario, years, stock, households, shareNow, shortfall, before } = division;
	return {
		region: { slug: region.slug, name: region.name },
		goal: scenario.goal,
		on: moment.on,
		by: scenario.by,
		years,
		towns: await townsOf(database, moment, division),
		stock: withoutMaking(stock),
		households: withoutMaking(households),
		shareNow: withoutMaking(shareNow),
		shortfall: withoutMaking(shortfall),
		before: spreadWithoutMaking(before),
		keys: division.keys.map(keyAtTable)
	};
}

async function townsOf(
	database: Database,
	moment: Moment,
	{ towns }: DivisionStanding
): Promise<NegotiationTown[]> {
	const facts = await reference(database, moment.known);
	const members = towns.map((town) => town.municipality);
	const trends = await trendsOf(database, moment, members);
	return towns.map(({ municipality: { nis, name }, ...town }, at) => {
		const { stock, shareNow, households, pipeline, toRealise, bounds } = town;
		const past = (trends[at] ?? []).filter(({ date }) => date <= moment.on);
		return {
			municipality: { nis, name },
			...{ stock, shareNow, households, pipeline, toRealise, bounds },
			best: bestPace(
				past.map((point) => point.stock),
				PACE_YEARS
			),
			area: areaOf(facts, nis, moment)
		};
	});
}

const areaOf = (facts: Reference, nis: string, { structureOn }: Moment): string | null =>
	regionsOn(facts, nis, structureOn).find(({ region }) => region.kind === 'woonmaatschappij')
		?.region.name ?? null;

/** Without all that it was made from, which stands with the towns. */
const withoutMaking = ({ made: _, ...figure }: Figure): Figure => figure;

const spreadWithoutMaking = ({ elsewhere, gini }: SpreadThen): SpreadThen => ({
	elsewhere: withoutMaking(elsewhere),
	gini: withoutMaking(gini)
});

const keyAtTable = ({ key, reason, parts, spread }: KeyDivision): KeyAtTable => ({
	key,
	reason,
	parts: reason ? null : parts.map(({ dwellings }) => dwellings.value ?? 0),
	spread: spreadWithoutMaking(spread)
});

/** The proposal that an address asks; a key that divides nothing gives nobody any. */
export const proposalIn = (
	negotiation: Negotiation,
	{ parts, exchanges }: ProposalAsked
): Proposal =>
	proposalAmong(
		seatsOf(negotiation),
		typeof parts === 'string' ? partsByKey(negotiation, parts) : parts,
		exchanges
	);

/** The codes in the proposal of an address that no member has. */
export function strangersIn({ towns }: Negotiation, { parts, exchanges }: ProposalAsked): string[] {
	const members = new Set(towns.map(({ municipality }) => municipality.nis));
	const named = [
		...(typeof parts === 'string' ? [] : parts.keys()),
		...exchanges.flatMap(({ taker, giver }) => [taker, giver])
	];
	return [...new Set(named)].filter((nis) => !members.has(nis));
}
