import { besideNow } from '#lib/domain/change.ts';
import type { ObjectiveProgress } from '#lib/domain/objective.ts';
import type { Database } from '../database.ts';
import type { MemberStanding } from './goals.ts';
import type { Moment } from './moment.ts';
import { standingsOf, type MunicipalityStanding } from './municipalities.ts';
import { regionStanding, type RegionStanding } from './regions.ts';

const AREA = ['stock', 'households', 'share'] as const;
const OBJECTIVE = [
	'target',
	'baseline',
	'realised',
	'inExecution',
	'planned',
	'realisedShare',
	'toRealise'
] as const;
const GOAL = ['value', 'gap', 'sumOfPositiveGaps', 'surplusOfMembers'] as const;

/** The same question with today's knowledge; null when the page shows that already. */
const nowOf = (moment: Moment): Moment | null =>
	moment.known < moment.today ? { ...moment, known: moment.today } : null;

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
	const [now] = (await standingsOf(database, later, [then.municipality])).rows;
	return now ? rowBesideNow(then, now) : then;
}

/** The same for a region: its own figures, its goal and its members. */
export async function regionBesideNow(
	database: Database,
	moment: Moment,
	then: RegionStanding
): Promise<RegionStanding> {
	const later = nowOf(moment);
	const now = later && (await regionStanding(database, later, then.region.slug));
	if (!now) return then;
	const members = new Map(now.members.map((row) => [row.municipality.nis, row]));
	return {
		...rowBesideNow(then, now),
		goal: then.goal && now.goal ? besideNow(then.goal, now.goal, GOAL) : then.goal,
		members: then.members.map((row) => memberBesideNow(row, members.get(row.municipality.nis)))
	};
}

const memberBesideNow = (then: MemberStanding, now: MemberStanding | undefined): MemberStanding =>
	now ? rowBesideNow(besideNow(then, now, ['gap']), now) : then;

/** Stock, households, share and objective of an area. */
type Row = Pick<MunicipalityStanding, 'stock' | 'households' | 'share' | 'objective'>;

const rowBesideNow = <One extends Row>(then: One, now: Row): One => ({
	...besideNow(then, now, AREA),
	objective: besideNow<(typeof OBJECTIVE)[number], ObjectiveProgress>(
		then.objective,
		now.objective,
		OBJECTIVE
	)
});
