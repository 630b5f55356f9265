import type { Day } from '#lib/domain/dates.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { highestFirst } from '#lib/text/ranked.ts';
import type { Database } from '../database/database.ts';
import type { Region } from '../queries/regions.ts';
import { reference } from '../reference/reference.ts';
import { calendarOn, type SeriesDue } from './calendar.ts';
import { regionChange, type RegionChange } from './changes.ts';
import type { Moment } from './moment.ts';
import { periodOf } from './period.ts';
import { roundsBy, testsOfAll, type Round, type TestStanding } from './tests.ts';

/** The last round of the progress test of which the thresholds are known, for the members of a region. */
export interface PathOnAgenda {
	round: Round;
	/** Every member as it was tested; before a merger the municipalities of then. In order of the members. */
	tested: readonly TestStanding[];
	/** Those short of both thresholds, the most dwellings first. */
	behind: readonly TestStanding[];
}

/** What the figures put on the agenda of a meeting. */
export interface Agenda {
	/** Null when no round has thresholds. */
	path: PathOnAgenda | null;
	/** What changed since the previous meeting; null when nobody says when that was. */
	since: RegionChange | null;
	/** Late and expected publications, by series. */
	calendar: readonly SeriesDue[];
}

/** What the figures put on the agenda of a meeting of a region; `since` is the day of the previous one. */
export async function agendaOf(
	database: Database,
	moment: Moment,
	region: Region,
	members: readonly Municipality[],
	since: Day | null
): Promise<Agenda> {
	const facts = await reference(database, moment.known);
	const [path, change, calendar] = await Promise.all([
		pathOnAgenda(database, moment, members),
		since && regionChange(database, periodOf(facts, since, moment.known), region),
		calendarOn(database, moment.known)
	]);
	return { path, since: change || null, calendar };
}

async function pathOnAgenda(
	database: Database,
	moment: Moment,
	members: readonly Municipality[]
): Promise<PathOnAgenda | null> {
	const facts = await reference(database, moment.known);
	const round = roundsBy(facts, moment).findLast((one) => one.thresholds !== null);
	if (!round) return null;
	const tests = await testsOfAll(database, moment, members, [round]);
	const tested = tests.flat().flatMap(({ own, predecessors }) => (own ? [own] : predecessors));
	const behind = tested
		.filter((one) => one.computed === 2)
		.sort(
			highestFirst(
				(row) => (row.estimated ? null : row.shortRealised),
				(row) => row.municipality.name
			)
		);
	return { round, tested, behind };
}
