import { besideNow, knownNow } from '#lib/domain/change.ts';
import type { ObjectiveProgress, Tally } from '#lib/domain/objective.ts';
import { presentOf } from '../reference/at-version.ts';
import type { Database } from '../database/database.ts';
import type { Region } from '../queries/regions.ts';
import type { MemberStanding } from './standing.ts';
import type { Moment } from './moment.ts';
import { allStandings, standingsOf } from './municipalities.ts';
import type { MunicipalityStanding } from './standing.ts';
import { flandersStanding, regionStanding, regionStandings } from './regions.ts';
import type { RegionStanding } from './standing.ts';

const AREA = ['stock', 'households', 'share'] as const;
const OBJECTIVE = [
	'target',
	'baseline',
	'realised',
	'realisedLastYear',
	'inExecution',
	'planned',
	'realisedShare',
	'toRealise'
] as const;
const COUNTED = ['realised', 'inExecution', 'planned'] as const;
const GOAL = ['value', 'gap', 'sumOfPositiveGaps', 'surplusOfMembers'] as const;

/**
 * The same question with today's knowledge, for `presentOf` of the database; null when the page shows that already, and
 * nothing needs to be read.
 */
export const nowOf = (moment: Moment): Moment | null =>
	moment.known < moment.today || moment.version?.isNewest === false
		? { ...moment, known: moment.today, version: null }
		: null;

/**
 * A municipality as known on the day asked, with today's figure beside each that became something else. Reads nothing when
 * the day asked is today.
 */
export async function municipalityBesideNow(
	database: Database,
	moment: Moment,
	then: MunicipalityStanding
): Promise<MunicipalityStanding> {
	const later = nowOf(moment);
	if (!later) return then;
	const [now] = (await standingsOf(presentOf(database), later, [then.municipality])).rows;
	return now ? rowBesideNow(then, now) : then;
}

/** The same for every municipality of the moment, from one reading. */
export async function allBesideNow(
	database: Database,
	moment: Moment,
	then: readonly MunicipalityStanding[]
): Promise<readonly MunicipalityStanding[]> {
	const later = nowOf(moment);
	if (!later) return then;
	const now = (await allStandings(presentOf(database), later)).rows;
	return eachBeside(then, now, nisOf, rowBesideNow);
}

/** The same for a region: its own figures, its goal and its members. */
export async function regionBesideNow(
	database: Database,
	moment: Moment,
	then: RegionStanding
): Promise<RegionStanding> {
	const later = nowOf(moment);
	const now = later && (await regionStanding(presentOf(database), later, then.region));
	return now ? areaBesideNow(then, now) : then;
}

/** The same for Flanders as a whole. */
export async function flandersBesideNow(
	database: Database,
	moment: Moment,
	then: RegionStanding
): Promise<RegionStanding> {
	const later = nowOf(moment);
	return later ? areaBesideNow(then, await flandersStanding(presentOf(database), later)) : then;
}

/** The same for several regions, from one reading. */
export async function regionsBesideNow(
	database: Database,
	moment: Moment,
	then: readonly RegionStanding[]
): Promise<readonly RegionStanding[]> {
	const later = nowOf(moment);
	if (!later) return then;
	const slugs = new Set(then.map((one) => one.region.slug));
	const isAsked = ({ slug }: Region) => slugs.has(slug);
	const rows = await regionStandings(presentOf(database), later, isAsked);
	return eachBeside(then, rows, ({ region }) => region.slug, areaBesideNow);
}

function areaBesideNow(then: RegionStanding, now: RegionStanding): RegionStanding {
	return {
		...rowBesideNow(then, now),
		goal: then.goal && now.goal ? besideNow(then.goal, now.goal, GOAL) : then.goal,
		members: eachBeside(then.members, now.members, nisOf, memberBesideNow),
		tally: tallyBesideNow(then.tally, now.tally)
	};
}

const nisOf = ({ municipality }: MunicipalityStanding): string => municipality.nis;

const memberBesideNow = (then: MemberStanding, now: MemberStanding): MemberStanding =>
	rowBesideNow(besideNow(then, now, ['gap']), now);

/** Each with the same of now beside it, where there is any. */
function eachBeside<One>(
	then: readonly One[],
	now: readonly One[],
	keyOf: (one: One) => string,
	beside: (then: One, now: One) => One
): One[] {
	const byKey = new Map(now.map((one) => [keyOf(one), one]));
	return then.map((one) => {
		const found = byKey.get(keyOf(one));
		return found ? beside(one, found) : one;
	});
}

/** A count of who reaches the objective, with today's beside it when any number in it differs. */
function tallyBesideNow(then: Tally, now: Tally): Tally {
	const numbers = ['bound', 'boundStatus', 'reached', 'reachedStatus', 'free'] as const;
	const same = numbers.every((key) => then[key] === now[key]);
	return same && !knownNow(then.short, now.short) ? then : { ...then, now };
}

/** Stock, households, share and objective of an area. */
type Row = Pick<MunicipalityStanding, 'stock' | 'households' | 'share' | 'objective'>;

const rowBesideNow = <One extends Row>(then: One, now: Row): One => ({
	...besideNow(then, now, AREA),
	objective: {
		...besideNow<(typeof OBJECTIVE)[number], ObjectiveProgress>(
			then.objective,
			now.objective,
			OBJECTIVE
		),
		counted: besideNow(then.objective.counted, now.objective.counted, COUNTED)
	}
});
