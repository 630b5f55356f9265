/** What a region negotiates: who takes how many of the dwellings that it is short of, and who builds them for whom. */
import { apportion, reachOf, type Claim } from './apportion.ts';

/** Dwellings of the part of one member (`giver`) that another (`taker`) builds; a whole number above zero. */
export interface Exchange {
	taker: string;
	giver: string;
	dwellings: number;
}

/** A proposal; nobody gives away more than its part. */
export interface Proposal {
	/** Whole dwellings, above zero, by NIS code; a member without an entry takes none. */
	parts: ReadonlyMap<string, number>;
	/** At most one between two members. */
	exchanges: readonly Exchange[];
}

/** A member at the table. */
export interface Seat {
	nis: string;
	/** What others give weighs by it; above zero. */
	households: number;
	/** The fewest and the most dwellings that it builds; null is no limit. */
	min: number | null;
	max: number | null;
}

const NOTHING: Proposal = { parts: new Map(), exchanges: [] };

export const partOf = ({ parts }: Proposal, nis: string): number => parts.get(nis) ?? 0;

/** All parts together. */
export const assigned = ({ parts }: Proposal): number => sum([...parts.values()]);

/** What a member builds for others, and what others build for it. */
const takenBy = ({ exchanges }: Proposal, nis: string): number =>
	sum(exchanges.filter(({ taker }) => taker === nis).map(({ dwellings }) => dwellings));
export const givenBy = ({ exchanges }: Proposal, nis: string): number =>
	sum(exchanges.filter(({ giver }) => giver === nis).map(({ dwellings }) => dwellings));

/** The dwellings that rise in a member: its part, less what others build of it, and what it builds for them. */
export const builtIn = (proposal: Proposal, nis: string): number =>
	partOf(proposal, nis) - givenBy(proposal, nis) + takenBy(proposal, nis);

/** Whether a member builds fewer than its minimum or more than its maximum; null when neither. */
export function beyond(proposal: Proposal, { nis, min, max }: Seat): 'min' | 'max' | null {
	const built = builtIn(proposal, nis);
	if (built < (min ?? 0)) return 'min';
	return built > (max ?? Infinity) ? 'max' : null;
}

/** Between which whole numbers the part of a member can be, with the exchanges as they are. */
export function rangeOf(proposal: Proposal, { nis, min, max }: Seat) {
	const given = givenBy(proposal, nis);
	const shift = given - takenBy(proposal, nis);
	const least = Math.max(given, (min ?? 0) + shift);
	return { least, most: Math.max(least, (max ?? Infinity) + shift) };
}

/**
 * Gives a member another part, as near to the one asked as its bounds allow. What it takes more or less comes from or goes to
 * the members of `against`, as far as theirs allow, so that the sum stays; without any it comes from or goes to nobody.
 */
export function withPart(
	proposal: Proposal,
	seats: readonly Seat[],
	{ nis, part, against = [] }: { nis: string; part: number; against?: readonly string[] }
): Proposal {
	const seat = seats.find((one) => one.nis === nis);
	if (!seat) return proposal;
	const { least, most } = rangeOf(proposal, seat);
	const more = Math.min(most, Math.max(least, part)) - partOf(proposal, nis);
	if (against.length === 0) return changed(proposal, new Map([[nis, more]]));
	const others = seats.filter((one) => one.nis !== nis && against.includes(one.nis));
	const answer = shareOut(proposal, others, -more);
	return changed(proposal, new Map([...answer, [nis, -sum([...answer.values()])]]));
}

/** A member whose part is moved against some others, from how all stood when that began. */
export interface Movement {
	nis: string;
	against: readonly string[];
	from: Proposal;
}

/** The same movement while the same member is moved against the same others, so that many small steps come to one large one. */
export const movementOf = (last: Movement | null, next: Movement): Movement =>
	last?.nis === next.nis && last.against.join() === next.against.join() ? last : next;

/** Moves dwellings from one member to another, as many of them as the bounds of both allow. */
export const moved = (
	proposal: Proposal,
	seats: readonly Seat[],
	{ giver, taker, dwellings }: Exchange
): Proposal =>
	withPart(proposal, seats, {
		nis: taker,
		part: partOf(proposal, taker) + dwellings,
		against: [giver]
	});

/**
 * Lets one member build dwellings of another, as many of them as this one has left of its part and as the bounds of both
 * allow. What goes back to who built it for the other the day before is no exchange any more.
 */
export function exchanged(
	proposal: Proposal,
	seats: readonly Seat[],
	{ giver, taker, dwellings }: Exchange
): Proposal {
	const [from, to] = [giver, taker].map((nis) => seats.find((one) => one.nis === nis));
	if (!from || !to || from === to) return proposal;
	const back = between(proposal, giver, taker);
	const possible = Math.min(
		dwellings,
		back + partOf(proposal, giver) - givenBy(proposal, giver),
		builtIn(proposal, giver) - (from.min ?? 0),
		(to.max ?? Infinity) - builtIn(proposal, taker)
	);
	if (possible <= 0) return proposal;
	return withExchange(proposal, taker, giver, between(proposal, taker, giver) - back + possible);
}

/** The proposal without what two members exchanged. */
export const takenBack = (proposal: Proposal, { taker, giver }: Exchange): Proposal =>
	withExchange(proposal, taker, giver, 0);

/** What is left of a total to nobody, or what is too much, shared out over all, as far as their bounds allow. */
export const closed = (proposal: Proposal, seats: readonly Seat[], total: number): Proposal =>
	changed(proposal, shareOut(proposal, seats, total - assigned(proposal)));

/** A proposal of these parts alone. */
export const proposalOf = (parts: Iterable<readonly [string, number]>): Proposal =>
	changed(NOTHING, new Map(parts));

/** Dwellings of `giver` that `taker` builds. */
const between = ({ exchanges }: Proposal, taker: string, giver: string): number =>
	exchanges.find((one) => one.taker === taker && one.giver === giver)?.dwellings ?? 0;

/** A signed number between two members; below zero the giver builds for the taker. */
function withExchange(
	{ parts, exchanges }: Proposal,
	taker: string,
	giver: string,
	dwellings: number
): Proposal {
	const pair = [taker, giver];
	const others = exchanges.filter((one) => !pair.includes(one.taker) || !pair.includes(one.giver));
	const own =
		dwellings > 0
			? { taker, giver, dwellings }
			: { taker: giver, giver: taker, dwellings: -dwellings };
	return {
		parts,
		exchanges: [...others, ...(dwellings === 0 ? [] : [own])].sort((a, b) =>
			a.taker + a.giver < b.taker + b.giver ? -1 : 1
		)
	};
}

/** How much more or less each takes of a signed number: more by households, less by what it has. */
function shareOut(proposal: Proposal, seats: readonly Seat[], dwellings: number) {
	const direction = Math.sign(dwellings);
	const claims = seats.map((seat): Claim => {
		const { least, most } = rangeOf(proposal, seat);
		const part = partOf(proposal, seat.nis);
		return direction > 0
			? { key: seat.nis, weight: seat.households, cap: Math.max(0, most - part) }
			: { key: seat.nis, weight: part, cap: Math.max(0, part - least) };
	});
	const possible = Math.min(Math.abs(dwellings), reachOf(claims).most);
	return new Map([...apportion(possible, claims)].map(([nis, part]) => [nis, direction * part]));
}

/** The proposal with so many dwellings more or less for some members. */
function changed({ parts, exchanges }: Proposal, more: ReadonlyMap<string, number>): Proposal {
	const codes = [...new Set([...parts.keys(), ...more.keys()])].sort();
	const all = codes.map((nis): [string, number] => [
		nis,
		(parts.get(nis) ?? 0) + (more.get(nis) ?? 0)
	]);
	return { parts: new Map(all.filter(([, part]) => part > 0)), exchanges };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
