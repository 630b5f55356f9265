import { error, redirect } from '@sveltejs/kit';
import type { DivisionKey } from '#lib/domain/division.ts';
import type { ListFilter } from '#lib/domain/list-filter.ts';
import type { Municipality } from '#lib/domain/places.ts';
import type { Database } from '#lib/server/database/database.ts';
import type { Reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import type { Region } from '#lib/server/queries/regions.ts';
import { LIST } from '#lib/server/asked/page-questions.ts';
import {
	ask,
	MalformedParameterError,
	namesIn,
	type Parameters
} from '#lib/server/asked/parameter.ts';
import {
	COMPARISON,
	DIVISION,
	MOMENT,
	OWN_REGION,
	OWN_SLUG,
	PERIOD,
	PROJECT,
	ROAD
} from '#lib/server/asked/questions.ts';
import { regionAsked } from '#lib/server/standing/asked-region.ts';
import { asKnown } from '#lib/server/standing/as-known.ts';
import { comparisonAsked } from '#lib/server/standing/compare.ts';
import { meetingPack, type MeetingPack } from '#lib/server/standing/meeting.ts';
import { readPack } from '#lib/server/standing/meeting-asked.ts';
import { divisionStanding } from '#lib/server/standing/division.ts';
import { inForceAt, momentAt, momentOf, type Moment } from '#lib/server/standing/moment.ts';
import { readDeed, readProposals } from '#lib/server/standing/proposal-asked.ts';
import { periodAsked } from '#lib/server/standing/period.ts';
import { roadStanding, type RoadStanding } from '#lib/server/standing/road.ts';
import { readTraceAsked, type TraceAsked } from '#lib/server/standing/trace.ts';
import { today } from '#lib/server/today.ts';
import { byName } from '#lib/text/format.ts';
import { changesTo, linksFrom } from './links.ts';

/** What a page is about: the database and the reference tables as its address asks to know them, and its moment. */
export async function question(url: URL, declared = MOMENT) {
	const asked = askedIn(declared, url);
	const known = await asKnown(runtime().database, asked, today(), 'page').catch(refuse);
	return { ...known, moment: momentAt(asked, known.facts, today()) };
}

/** The same for a page that compares two days: as known on the later one. */
export const questionOfPeriod = (url: URL) => question(url, { ...MOMENT, known: PERIOD.to });

/** The two days that a page compares. */
export const periodIn = (url: URL, facts: Reference) =>
	orRefused(() => periodAsked(ask(PERIOD, 'page', url.searchParams), 'page', facts, today()));

/** Which municipalities a list shows. */
export const listFilterIn = (url: URL): ListFilter => askedIn(LIST, url);

/** The size of a typical project that a page reckons with. */
export const projectIn = (url: URL): number => askedIn(PROJECT, url).project;

/**
 * The region that a page is about. A list of municipalities in another order, or with doubles, goes to its one address;
 * none at all to the form that makes one.
 */
export function regionIn(url: URL, facts: Reference, slug: string): Region {
	const codes = namesIn('page', OWN_REGION).municipalities;
	if (slug === OWN_SLUG && !url.searchParams.get(codes)) {
		redirect(307, linksFrom(url)('/regios/samenstellen'));
	}
	const region = orRefused(() =>
		regionAsked(facts, slug, ask(OWN_REGION, 'page', url.searchParams), 'page')
	);
	if (!region) error(404, 'Onbekende regio');
	const one = region.own?.codes.join();
	if (one !== undefined && url.searchParams.getAll(codes).join() !== one) {
		redirect(307, changesTo(url)({ [codes]: one }));
	}
	return region;
}

/**
 * The municipality that a page is about, and the moment at which it is shown. One that ended leads to what it went into.
 * @param there the address of the same page for another
 */
export function municipalityIn(
	facts: Reference,
	moment: Moment,
	nis: string,
	there: (nis: string) => string
): { municipality: Municipality; at: Moment } {
	const municipality = facts.places.byCode.get(nis) ?? error(404, 'Onbekende gemeente');
	const shown = inForceAt(facts.places, moment, municipality);
	if (shown.nis !== nis) redirect(307, there(shown.nis));
	return { municipality, at: momentOf(moment, municipality) };
}

/** The names of the municipalities that a visitor put together in the address; empty when it has no such list. */
export const ownListIn = (url: URL, { places }: Reference): string[] =>
	(askedIn(OWN_REGION, url).municipalities ?? [])
		.flatMap((nis) => places.byCode.get(nis)?.name ?? [])
		.sort(byName);

/** The road of a region that the address of a page asks for. */
export async function roadIn(
	url: URL,
	{ database, moment }: Pick<Awaited<ReturnType<typeof question>>, 'database' | 'moment'>,
	region: Region
): Promise<RoadStanding> {
	return roadStanding(database, moment, region, askedIn(ROAD, url), 'page').catch(refuse);
}

/** Which regions a page compares. */
export const comparisonIn = (url: URL, facts: Reference) =>
	orRefused(() =>
		comparisonAsked(facts, ask({ ...COMPARISON, ...OWN_REGION }, 'page', url.searchParams), 'page')
	);

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
	const asked = askedIn(DIVISION, url);
	const standing = divisionStanding(database, moment, region, asked, 'page');
	return { asked, standing: standing.catch(refuse) };
}

/** The proposal that the address of a page says, and the one that it puts beside it. */
export const proposalsIn = ({ searchParams }: URL, beginning: DivisionKey) =>
	orRefused(() => readProposals(searchParams, beginning));

/** What a form asks to do with the proposal of its page; null when it asks nothing. */
export const deedIn = ({ searchParams }: URL) => orRefused(() => readDeed(searchParams));

/** What an address asks. */
export const askedIn = <Of extends Parameters>(declared: Of, { searchParams }: URL) =>
	orRefused(() => ask(declared, 'page', searchParams));

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
