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
	const now = byCode((await allStandings(presentOf(database), later)).rows);
	return then.map((row) => {
		const found = now.get(row.municipality.nis);
		return found ? rowBesideNow(row, found) : row;
	});
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
	const now = new Map(rows.map((one) => [one.region.slug, one]));
	return then.map((one) => {
		const found = now.get(one.region.slug);
		return found ? areaBesideNow(one, found) : one;
	});
}

function areaBesideNow(then: RegionStanding, now: RegionStanding): RegionStanding {
	const members = byCode(now.members);
	return {
		...rowBesideNow(then, now),
		goal: then.goal && now.goal ? besideNow(then.goal, now.goal, GOAL) : then.goal,
		members: then.members.map((row) => memberBesideNow(row, members.get(row.municipality.nis))),
		tally: tallyBesideNow(then.tally, now.tally)
	};
}

const byCode = <Row extends MunicipalityStanding>(rows: readonly Row[]) =>
	new Map(rows.map((row) => [row.municipality.nis, row]));

const memberBesideNow = (then: MemberStanding, now: MemberStanding | undefined): MemberStanding =>
	now ? rowBesideNow(besideNow(then, now, ['gap']), now) : then;

/** A count of who reaches the objective, with today's beside it when any number in it differs. */
export function tallyBesideNow(then: Tally, now: Tally): Tally {
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
