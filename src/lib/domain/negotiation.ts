import type { Pace } from './best-pace.ts';
import type { Day } from './dates.ts';
import {
	outcomeOf,
	type Gain,
	type Ground,
	type Outcome,
	type SpreadThen
} from './division-outcome.ts';
import type { DivisionKey, Undivided } from './division.ts';
import { derived, type Figure, type Reason } from './figure.ts';
import {
	assigned,
	beyond,
	builtIn,
	closed,
	exchanged,
	moved,
	partOf,
	takenBack,
	withPart,
	type Exchange,
	type Proposal,
	type Seat
} from './proposal.ts';
import { gapFigure } from './share.ts';

/** A member at the table. */
export interface NegotiationTown extends Ground {
	municipality: { nis: string; name: string };
	/** Share on the reference date. */
	shareNow: Figure;
	/** Signed dwellings left of its own objective; negative is beyond. */
	toRealise: Figure;
	/** The fewest and the most dwellings that it builds; null is no limit. */
	bounds: { min: number | null; max: number | null };
	/** The fastest that it ever built over some years in a row; null when nobody counted that. */
	best: Pace | null;
	/** The working area of its woonmaatschappij; null when it is not known. */
	area: string | null;
}

/** What a key gives, for who holds a proposal against it. */
export interface KeyAtTable {
	key: DivisionKey;
	reason: Undivided | Reason | null;
	/** Whole dwellings in the order of the towns; null when it divides nothing. */
	parts: number[] | null;
	/** What it leaves. */
	spread: SpreadThen;
}

/** Everything that a region needs to negotiate over what it is short of; plain data, so that a browser can have it too. */
export interface Negotiation {
	region: { slug: string; name: string };
	/** In basis points. */
	goal: number;
	/** The day of the stock, and the 31 December by which the goal is to be reached, and the years between them. */
	on: Day;
	by: Day;
	years: number;
	towns: NegotiationTown[];
	/** Of all towns together. */
	stock: Figure;
	households: Figure;
	shareNow: Figure;
	shortfall: Figure;
	/** The spread on that day if nothing is built. */
	before: SpreadThen;
	keys: KeyAtTable[];
}

/** The members as they sit at the table. */
export const seatsOf = ({ towns }: Pick<Negotiation, 'towns'>): Seat[] =>
	towns.map(({ municipality, households, bounds }) => ({
		nis: municipality.nis,
		households: households.value ?? 0,
		...bounds
	}));

/** What a key gives each member; nothing when it divides nothing. */
export function partsByKey(
	{ towns, keys }: Negotiation,
	asked: DivisionKey
): ReadonlyMap<string, number> {
	const parts = keys.find(({ key }) => key === asked)?.parts ?? [];
	return new Map(towns.map(({ municipality }, at) => [municipality.nis, parts[at] ?? 0]));
}

/** The first key that gives each member just what a proposal gives it; null when none does, or what it gives was exchanged. */
export const keyOf = (
	negotiation: Negotiation,
	{ parts, exchanges }: Proposal
): DivisionKey | null =>
	negotiation.keys.find(
		({ key, parts: given }) =>
			given !== null &&
			exchanges.length === 0 &&
			[...partsByKey(negotiation, key)].every(([nis, part]) => (parts.get(nis) ?? 0) === part)
	)?.key ?? null;

/** Something that is done at the table. */
export interface Deed {
	/** The parts that are filled in, by NIS code. */
	parts: ReadonlyMap<string, number>;
	does: 'move' | 'exchange' | 'takeBack' | 'close' | null;
	/** Between whom, and how many; for all but `close`. */
	exchange: Exchange | null;
}

/** The proposal once that is done, as far as the bounds of the members allow. */
export function afterDeed(negotiation: Negotiation, before: Proposal, deed: Deed): Proposal {
	const seats = seatsOf(negotiation);
	const filled = [...deed.parts].reduce(
		(proposal, [nis, part]) => withPart(proposal, seats, { nis, part }),
		before
	);
	if (deed.does === 'close') return closed(filled, seats, negotiation.shortfall.value ?? 0);
	if (!deed.exchange) return filled;
	if (deed.does === 'move') return moved(filled, seats, deed.exchange);
	if (deed.does === 'exchange') return exchanged(filled, seats, deed.exchange);
	return deed.does === 'takeBack' ? takenBack(filled, deed.exchange) : filled;
}

/** What a proposal asks of one member and brings it. */
export interface ProposalRow extends NegotiationTown, Gain {
	/** Its part as a figure; `dwellings` is what rises there once others build of it and it builds for them. */
	part: Figure;
	/** How many times as fast as it ever built; infinite when it never built any, null when it is no faster or nobody knows. */
	fasterThanBest: number | null;
	/** Whether it builds fewer than its minimum or more than its maximum. */
	beyond: 'min' | 'max' | null;
	/** Signed dwellings to the goal that are still wanting then; negative is above. */
	gap: Figure;
}

/** What comes of a proposal. */
export interface ProposalOutcome extends Omit<Outcome<NegotiationTown>, 'parts'> {
	/** In the order of the towns. */
	rows: ProposalRow[];
	/** Signed: of the shortfall to nobody; negative is more than it. */
	left: Figure;
}

/** What comes of a proposal: numbers that were chosen are sure, what rests on figures is as sure as these. */
export function outcomeOfProposal(negotiation: Negotiation, proposal: Proposal): ProposalOutcome {
	const { towns, by, shortfall } = negotiation;
	const chosen = (dwellings: number): Figure => derived(dwellings, by, []);
	const built = ({ municipality }: NegotiationTown) => builtIn(proposal, municipality.nis);
	const { parts, ...outcome } = outcomeOf(towns, built, chosen(0), negotiation);
	return {
		...outcome,
		left: derived((shortfall.value ?? 0) - assigned(proposal), by, [shortfall]),
		rows: parts.map((row) => ({
			...row,
			part: chosen(partOf(proposal, row.municipality.nis)),
			fasterThanBest: timesAsFast(row.perYear, row.best),
			beyond: beyond(proposal, { nis: row.municipality.nis, households: 1, ...row.bounds }),
			gap: gapThen(row, negotiation)
		}))
	};
}

function timesAsFast({ value }: Figure, best: Pace | null): number | null {
	const most = Math.max(0, best?.perYear.value ?? 0);
	return value === null || best === null || value <= most ? null : value / most;
}

function gapThen(
	{ stock, dwellings, households }: NegotiationTown & Gain,
	{ goal, by }: Negotiation
) {
	const then = (stock.value ?? 0) + (dwellings.value ?? 0);
	return gapFigure(derived(then, by, [stock, dwellings]), households, goal);
}
