import { error, redirect } from '@sveltejs/kit';
import type { DivisionKey } from '#lib/domain/division.ts';
import type { Database } from '#lib/server/database/database.ts';
import type { Reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import type { Region } from '#lib/server/queries/regions.ts';
import { OWN_SLUG, PAGE_REGION, readRegion } from '#lib/server/standing/asked-region.ts';
import { asKnown } from '#lib/server/standing/as-known.ts';
import { PAGE_COMPARISON, readComparison } from '#lib/server/standing/compare.ts';
import { meetingPack, type MeetingPack } from '#lib/server/standing/meeting.ts';
import { readPack } from '#lib/server/standing/meeting-asked.ts';
import { divisionStanding } from '#lib/server/standing/division.ts';
import { PAGE_DIVISION, readDivision } from '#lib/server/standing/division-asked.ts';
import { readListFilter } from '#lib/server/standing/list-filter.ts';
import {
	MalformedParameterError,
	PAGE_NAMES,
	readKnowledge,
	readMoment,
	type Moment
} from '#lib/server/standing/moment.ts';
import { readBeside, readDeed, readProposal } from '#lib/server/standing/proposal-asked.ts';
import { PAGE_PERIOD, readPeriod } from '#lib/server/standing/period.ts';
import { readProjectSize } from '#lib/server/standing/project-size.ts';
import { PAGE_ROAD, readRoad } from '#lib/server/standing/road-asked.ts';
import { roadStanding, type RoadStanding } from '#lib/server/standing/road.ts';
import { readTraceAsked, type TraceAsked } from '#lib/server/standing/trace.ts';
import { today } from '#lib/server/today.ts';
import { byName } from '#lib/text/format.ts';
import { changesTo, linksFrom } from './links.ts';

/** What a page is about: the database and the reference tables as its address asks to know them, and its moment. */
export async function question(url: URL, names = PAGE_NAMES) {
	const asked = orRefused(() => readKnowledge(url.searchParams, names));
	const known = await asKnown(runtime().database, asked, today(), names.version).catch(refuse);
	const moment = orRefused(() => readMoment(url.searchParams, names, known.facts, today()));
	return { ...known, moment };
}

/** The same for a page that compares two days: as known on the later one. */
export const questionOfPeriod = (url: URL) =>
	question(url, { ...PAGE_NAMES, known: PAGE_PERIOD.to });

/** The two days that a page compares. */
export const periodIn = (url: URL, facts: Reference) =>
	orRefused(() => readPeriod(url.searchParams, PAGE_PERIOD, facts, today()));

/** Which municipalities a list shows. */
export const listFilterIn = ({ searchParams }: URL) =>
	orRefused(() => readListFilter(searchParams));

/** The size of a typical project that a page reckons with. */
export const projectIn = ({ searchParams }: URL): number =>
	orRefused(() => readProjectSize(searchParams));

/**
 * The region that a page is about. A list of municipalities in another order, or with doubles, goes to its one address;
 * none at all to the form that makes one.
 */
export function regionIn(url: URL, facts: Reference, slug: string): Region {
	const { codes } = PAGE_REGION;
	if (slug === OWN_SLUG && !url.searchParams.get(codes)) {
		redirect(307, linksFrom(url)('/regios/samenstellen'));
	}
	const region = orRefused(() => readRegion(facts, slug, url.searchParams, PAGE_REGION));
	if (!region) error(404, 'Onbekende regio');
	const one = region.own?.codes.join();
	if (one !== undefined && url.searchParams.getAll(codes).join() !== one) {
		redirect(307, changesTo(url)({ [codes]: one }));
	}
	return region;
}

/** The names of the municipalities that a visitor put together in the address; empty when it has no such list. */
export const ownListIn = ({ searchParams }: URL, { places }: Reference): string[] =>
	(searchParams.get(PAGE_REGION.codes) ?? '')
		.split(',')
		.flatMap((nis) => places.byCode.get(nis)?.name ?? [])
		.sort(byName);

/** The road of a region that the address of a page asks for. */
export async function roadIn(
	url: URL,
	{ database, moment }: Pick<Awaited<ReturnType<typeof question>>, 'database' | 'moment'>,
	region: Region
): Promise<RoadStanding> {
	const asked = orRefused(() => readRoad(url.searchParams, PAGE_ROAD));
	return roadStanding(database, moment, region, asked, PAGE_ROAD).catch(refuse);
}

/** Which regions a page compares. */
export const comparisonIn = (url: URL, facts: Reference) =>
	orRefused(() => readComparison(facts, url.searchParams, PAGE_COMPARISON));

/** What an address asks to trace. */
export function traceIn(url: URL, facts: Reference): TraceAsked {
	const asked = orRefused(() => readTraceAsked(facts, url.searchParams));
	return asked ?? error(404, 'Onbekend gebied');
}

/** Everything of the meeting pack of a region that a page asks. */
export function packIn(
	url: URL,
	database: Database,
	facts: Reference,
	moment: Moment,
	region: Region
): Promise<MeetingPack> {
	const asked = orRefused(() => readPack(facts, url.searchParams, moment));
	return meetingPack(database, moment, region, asked).catch(refuse);
}

/** The division of a region's shortfall that a page asks, and what it gives; null without a share to reach. */
export function divisionIn(url: URL, database: Database, moment: Moment, region: Region) {
	const asked = orRefused(() => readDivision(url.searchParams, PAGE_DIVISION));
	const standing = divisionStanding(database, moment, region, asked, PAGE_DIVISION);
	return { asked, standing: standing.catch(refuse) };
}

/** The proposal that the address of a page says, and the one that it puts beside it. */
export const proposalsIn = ({ searchParams }: URL, beginning: DivisionKey) =>
	orRefused(() => ({
		now: readProposal(searchParams, beginning),
		beside: readBeside(searchParams)
	}));

/** What a form asks to do with the proposal of its page; null when it asks nothing. */
export const deedIn = ({ searchParams }: URL) => orRefused(() => readDeed(searchParams));

/** What reading an address gives; one that cannot be read is refused in plain words. */
function orRefused<Read>(read: () => Read): Read {
	try {
		return read();
	} catch (problem) {
		return refuse(problem);
	}
}

function refuse(problem: unknown): never {
	if (problem instanceof MalformedParameterError) {
		error(400, `Het adres bevat een waarde die niet kan: ${problem.message}.`);
	}
	throw problem;
}
