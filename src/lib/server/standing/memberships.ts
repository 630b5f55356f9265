import { addDays, endOfYear, yearOf, type Day } from '#lib/domain/dates.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { membersOn, type Membership } from '#lib/domain/region.ts';
import { byName } from '#lib/text/format.ts';
import type { Region } from '../queries/regions.ts';
import type { Reference } from '../reference/reference.ts';
import type { Moment } from './moment.ts';
import { membersOf } from './regions.ts';

/** The tables that memberships and mergers are read from. */
type Facts = Pick<Reference, 'places' | 'regions' | 'memberships' | 'regionsOf'>;

/** A region of a municipality, and since and until when, where that is known and says something. */
export interface OwnRegion {
	region: Region;
	since: Day | null;
	until: Day | null;
}

/** The regions to which a municipality belongs or belonged, each once. */
export const regionsOf = (facts: Facts, { nis, validFrom }: Municipality): OwnRegion[] =>
	[...new Set(facts.regionsOf.get(nis))].flatMap((slug) => {
		const region = facts.regions.get(slug);
		if (!region) return [];
		const own = (facts.memberships.get(slug) ?? []).filter((one) => one.nis === nis);
		const [first, last] = [own[0], own.at(-1)];
		const began = first && isBeginning(region, first) && first.from > validFrom;
		return [{ region, since: began ? first.from : null, until: last?.to ?? null }];
	});

/** A region to which a municipality belongs on a day; the first attested day of the membership when that is later. */
export interface RegionOnDay {
	region: Region;
	attestedFrom: Day | null;
}

const MOST_HELD = 20;
const held = new WeakMap<Facts, Map<Day, Map<string, RegionOnDay[]>>>();

/**
 * The regions to which a municipality belongs in the structure of a day, with the same rule as the members of a region: a
 * membership that was attested later counts for earlier days too, and says so.
 */
export function regionsOn(facts: Facts, nis: string, day: Day): readonly RegionOnDay[] {
	const days = held.get(facts) ?? new Map<Day, Map<string, RegionOnDay[]>>();
	held.set(facts, days);
	if (!days.has(day) && days.size >= MOST_HELD) days.clear();
	const byMember = days.get(day) ?? regionsByMember(facts, day);
	days.set(day, byMember);
	return byMember.get(nis) ?? [];
}

function regionsByMember(facts: Facts, day: Day): Map<string, RegionOnDay[]> {
	const found = new Map<string, RegionOnDay[]>();
	for (const region of facts.regions.values()) {
		const own = facts.memberships.get(region.slug) ?? [];
		const { municipalities, attestedFrom } = membersOn(facts.places, own, region.attestedFrom, day);
		for (const { nis } of municipalities) {
			found.set(nis, [...(found.get(nis) ?? []), { region, attestedFrom }]);
		}
	}
	return found;
}

/** The memberships of a region that began or ended on a day that is known, by the name of the municipality. */
export function datedMemberships(facts: Facts, region: Region): (Membership & { name: string })[] {
	const own = facts.memberships.get(region.slug) ?? [];
	const dated = own.flatMap((one) => {
		const town = facts.places.byCode.get(one.nis);
		const rejoins = own.some((other) => other.nis === one.nis && other.from !== one.from);
		const began = town && isBeginning(region, one) && !isOld(facts, town, one.from);
		return town && !rejoins && (began || one.to !== null) ? [{ ...one, name: town.name }] : [];
	});
	return dated.sort((a, b) => byName(a.name, b.name));
}

/** How the members of a region differ between a reference date and today, by name. */
export interface MembershipChange {
	/** Members of today of whom not all ground belonged to the region then. */
	joined: readonly Municipality[];
	/** Members then of whom not all ground belongs to it today. */
	left: readonly Municipality[];
}

/**
 * Who joined or left a region between the reference date and today; null when it is the same ground. A merger of members
 * changes nothing: only ground counts.
 */
export function membershipChange(
	facts: Facts,
	region: Region,
	{ on, today }: Pick<Moment, 'on' | 'today'>
): MembershipChange | null {
	const side = (day: Day) => {
		const { municipalities } = membersOf(facts, region, day);
		const codes = municipalities.map((one) => one.nis);
		return { municipalities, day, ground: facts.places.groundOf(codes, day) };
	};
	const [then, now] = [side(on), side(today)];
	const beyond = (one: typeof then, other: typeof then) =>
		one.municipalities
			.filter(({ nis }) => !facts.places.groundOf([nis], one.day).isSubsetOf(other.ground))
			.sort((a, b) => byName(a.name, b.name));
	const [joined, left] = [beyond(now, then), beyond(then, now)];
	return joined.length + left.length > 0 ? { joined, left } : null;
}

/** The first day for which a list of members is attested says nothing about when they joined. */
const isBeginning = (region: Region, { from }: Membership): boolean => from !== region.attestedFrom;

/** Whether a municipality came from no merger and was a member from its own beginning on: always, as far as we know. */
const isOld = ({ places }: Facts, { nis, validFrom }: Municipality, from: Day): boolean =>
	from === validFrom && places.mergerInto(nis, from) === null;

/** What a municipality came from, and what it went into. */
export interface Family {
	/** The latest merger that made it, up to today, and the last year-end with figures of the municipalities before it. */
	merger: { on: Day; predecessors: Municipality[]; lastFigures: Day } | null;
	/** What it went into, and when. */
	successor: { on: Day; municipality: Municipality } | null;
}

/** A municipality that went into another one: the day of the merger, and the last year-end with figures of its own. */
export interface Former {
	on: Day;
	municipality: Municipality;
	lastFigures: Day;
}

/** Predecessors and successor of a municipality. */
export function familyOf({ places }: Facts, nis: string, today: Day): Family {
	const merger = places.mergerInto(nis, today);
	const next = places.wentInto(nis);
	const successor = places.byCode.get(next?.successor ?? '');
	return {
		merger: merger && {
			on: merger.on,
			predecessors: merger.predecessors.flatMap((code) => places.byCode.get(code) ?? []),
			lastFigures: lastYearEndApart(merger.on)
		},
		successor: next && successor ? { on: next.on, municipality: successor } : null
	};
}

/** The municipality with this code, when it went into the other one, at any depth; else null. */
export function formerOf({ places }: Facts, nis: string, code: string): Former | null {
	const municipality = places.byCode.get(code);
	const end = places.wentInto(code);
	const isFormer = code !== nis && places.withPredecessors(nis).includes(code);
	return municipality && end && isFormer
		? { on: end.on, municipality, lastFigures: lastYearEndApart(end.on) }
		: null;
}

/**
 * The last year-end with figures of the municipality before a merger: its stock goes with the households of the next day,
 * and those were still counted for it.
 */
export const lastYearEndApart = (mergedOn: Day): Day =>
	endOfYear(yearOf(addDays(mergedOn, -1)) - 1);
