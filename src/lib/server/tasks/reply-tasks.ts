import { addDays, type Day } from '#lib/domain/dates.ts';
import { fromObservation, type Figure } from '#lib/domain/figure.ts';
import { isIndicator, type Indicator } from '#lib/domain/indicators.ts';
import type { Municipality } from '#lib/domain/places.ts';
import {
	isReplyFigure,
	knownReplies,
	REPLY_FIGURES,
	repliesTo,
	type Reply,
	type ReplyFigure
} from '#lib/domain/reply.ts';
import { STOCK_DEFINITIONS } from '#lib/domain/region.ts';
import type { Database } from '../database/database.ts';
import type { ExportTable } from '#lib/tables/column.ts';
import { done, refused, type Change } from '../desk/release/release.ts';
import { writeReply, type ReplyGiven } from '../desk/release/reply.ts';
import { newestObservations } from '../queries/observations.ts';
import { reference, type Reference } from '../reference/reference.ts';
import { addressesIn } from '../standing/addressed.ts';
import { momentOf, type Moment } from '../standing/moment.ts';
import { standingsOf } from '../standing/municipalities.ts';

/** A reply as it was asked to be entered: its municipality and figure are still to be found. */
export type ReplyAsked = Omit<ReplyGiven, 'figure'> & { figure: string; write: boolean };

/**
 * Enters a reply, or refuses it with what to do. A figure without a value can be replied to: that it is missing may be what the
 * municipality speaks of.
 */
export async function enterReply(
	database: Database,
	{ write, ...asked }: ReplyAsked,
	today: Day
): Promise<Change> {
	const facts = await reference(database);
	const { figure } = asked;
	const town = facts.places.byCode.get(asked.nis);
	if (!town) return refused(unknownTown(facts, asked.nis));
	if (!isReplyFigure(figure)) return refused(unknownFigure(figure));
	if (asked.givenOn > today)
		return refused(
			`--given ${asked.givenOn} is still to come: give the day of the note itself, today (${today}) at the latest.`
		);
	const given: ReplyGiven = { ...asked, figure };
	const shown = await figureFor(database, given, town, today);
	if (!shown && given.date > today)
		return refused(
			`${given.date} is still to come, and no ${figure} of ${town.name} is known for it: give the date of the figure.`
		);
	const what = `${figure} of ${town.name} (${town.nis}) on ${given.date}`;
	const line = shown
		? `It stands with ${what}: ${shown.value}${shown.status === 'estimated' ? ', an estimate' : ''}.`
		: `No value is known of ${what}: the reply stands where the figure is missing.${await otherDates(database, given, today)}`;
	if (!write) return done(line, 'Sound. Nothing was written.');
	const change = await writeReply(database, given, today);
	return { ...change, lines: [line, ...change.lines] };
}

function unknownTown({ places }: Reference, asked: string): string {
	const named = [...places.byCode.values()].filter(
		({ name }) => name.toLowerCase() === asked.toLowerCase()
	);
	const codes = named.map(({ nis, name }) => `${name} is ${nis}`).join(', ');
	return codes
		? `"${asked}" is no NIS code: ${codes}.`
		: `No Flemish municipality has NIS code "${asked}"; the address of its page, /gemeenten/…, ends with its code.`;
}

const unknownFigure = (asked: string): string =>
	`There is no figure "${asked}". Known: ${REPLY_FIGURES.join(', ')}.`;

/** The number with which the site would show a reply; null when none is known. */
async function figureFor(
	database: Database,
	given: ReplyGiven,
	town: Municipality,
	today: Day
): Promise<Figure | null> {
	const candidate: Reply = {
		...given,
		id: 0,
		name: town.name,
		knownFrom: today,
		withdrawnOn: null,
		withdrawnWhy: null
	};
	const isMeant = repliesTo([candidate]);
	const observed = await observedFigures(database, given, [given.date], today);
	const computed = await Promise.all(
		[given.date, addDays(given.date, -1)].map((on) => computedFigures(database, town, on, today))
	);
	const known = [...observed, ...computed.flat()].filter((one) => one.value !== null);
	return known.find((one) => one.date === given.date && isMeant(one).length > 0) ?? null;
}

/** The indicators that a figure is, or is shown by. */
const INDICATORS_OF: Partial<Record<ReplyFigure, readonly Indicator[]>> = {
	stock: STOCK_DEFINITIONS,
	baseline: ['stock_a']
};

async function observedFigures(
	database: Database,
	{ nis, figure }: Pick<ReplyGiven, 'nis' | 'figure'>,
	dates: readonly Day[] | 'all',
	today: Day
): Promise<Figure[]> {
	const { places } = await reference(database);
	const indicators = INDICATORS_OF[figure] ?? (isIndicator(figure) ? [figure] : []);
	const rows = await newestObservations(database.read, {
		codes: places.withPredecessors(nis),
		indicators,
		dates,
		known: today
	});
	return rows.map(fromObservation);
}

/** What the pages compute of a municipality on a day. */
async function computedFigures(
	database: Database,
	town: Municipality,
	on: Day,
	today: Day
): Promise<Figure[]> {
	const moment: Moment = {
		on,
		known: today,
		structure: 'then',
		structureOn: on,
		today,
		knownAsked: false,
		version: null
	};
	const { rows } = await standingsOf(database, momentOf(moment, town), [town]);
	return [...addressesIn(rows[0] ?? {}).values()];
}

/** How many other dates are named. */
const NAMED = 5;

async function otherDates(database: Database, given: ReplyGiven, today: Day): Promise<string> {
	const figures = await observedFigures(database, given, 'all', today);
	const dates = figures.filter((one) => one.value !== null).map((one) => one.date);
	const last = [...new Set(dates)].sort().reverse().slice(0, NAMED);
	return last.length > 0 ? ` The last dates with one: ${last.join(', ')}.` : '';
}

/** Every reply with its state, or those of one municipality; says so when there are none. */
export async function listReplies(
	database: Database,
	nis: string | null,
	today: Day
): Promise<ExportTable | Change> {
	const facts = await reference(database);
	if (nis !== null && !facts.places.byCode.has(nis)) return refused(unknownTown(facts, nis));
	const asked = knownReplies(facts.replies, today).filter(
		({ reply }) => nis === null || reply.nis === nis
	);
	if (asked.length === 0) return done('There are no replies.');
	return {
		columns: [
			'id',
			'nis',
			'municipality',
			'figure',
			'date',
			'given',
			'shown from',
			'by',
			'reference',
			'state',
			'words'
		],
		rows: asked.map(({ reply, state }) => [
			reply.id,
			reply.nis,
			reply.name,
			reply.figure,
			reply.date,
			reply.givenOn,
			reply.knownFrom,
			reply.by,
			reply.reference,
			state === 'withdrawn' ? `withdrawn ${reply.withdrawnOn}: ${reply.withdrawnWhy}` : state,
			reply.words
		])
	};
}
