import type { Day } from '#lib/domain/dates.ts';
import { remainingOf, type Remaining } from '#lib/domain/levers.ts';
import { figureOf, formsBefore, type Municipality } from '#lib/domain/places.ts';
import { countOf, measuredRegimes, phaseOn } from '#lib/domain/regime.ts';
import type { Database } from '../database/database.ts';
import { isOut, reference, type Reference } from '../reference/reference.ts';
import { regimesOf, type OwnRegime, type Scheme } from './build-up.ts';
import { newestObservations } from '../queries/observations.ts';
import { indexObservations } from './lookup.ts';
import type { Moment } from './moment.ts';
import { mainScheme, standingsOf } from './municipalities.ts';
import type { BesideProgress, MeasuredScheme, MunicipalityStanding } from './standing.ts';

/** The closing balance of the regime that is measured, and what it carries to the next. */
export interface Ledger {
	scheme: MeasuredScheme;
	/** The day on which the balance is to close: that which was asked, or the deadline. */
	closing: Day;
	/** The day of the balance: that one, or the latest day before it on which the realised dwellings are known. */
	on: Day;
	standing: MunicipalityStanding;
	remaining: Remaining;
	/** The same for each municipality before a merger; empty when there was none. */
	parts: { standing: MunicipalityStanding; remaining: Remaining }[];
	regimes: OwnRegime[];
	/** The regime that the balance is carried to. */
	next: Scheme | null;
	/** Where the municipality stands in that regime; null while nothing of it was published. */
	nextProgress: BesideProgress | null;
}

/**
 * The balance of a municipality at the end of the regime.
 * @param upTo an earlier day to close the balance on; null for the deadline
 */
export async function ledgerOf(
	database: Database,
	moment: Moment,
	municipality: Municipality,
	upTo: Day | null
): Promise<Ledger | null> {
	const facts = await reference(database, moment.known);
	const scheme = closingScheme(facts, moment.on);
	const closing = upTo !== null && upTo < scheme.deadline ? upTo : scheme.deadline;
	const on = (await lastRealised(database, moment, municipality.nis, scheme, closing)) ?? closing;
	const at = { ...moment, on };
	const forms = formsBefore(facts.places, municipality.nis, moment.structureOn);
	const [{ rows }, regimes, parts] = await Promise.all([
		standingsOf(database, at, [municipality]),
		regimesOf(database, at, municipality),
		Promise.all(
			(forms.length > 1 ? forms : []).map(async ({ nis, structureOn }) => {
				const town = facts.places.byCode.get(nis);
				const { rows } = await standingsOf(database, { ...at, structureOn }, town ? [town] : []);
				return rows.map((standing) => ({ standing, remaining: remainingOf(standing.objective) }));
			})
		)
	]);
	const [standing] = rows;
	if (!standing) return null;
	const next = nextScheme(facts, moment, scheme);
	return {
		scheme,
		closing,
		on,
		standing,
		remaining: remainingOf(standing.objective),
		parts: parts.flat(),
		regimes,
		next,
		nextProgress: await nextProgressOf(database, moment, municipality, next)
	};
}

/** The regime whose balance is made: the one that ended last, else the one that runs. */
const closingScheme = ({ schemes }: Reference, on: Day): MeasuredScheme =>
	measuredRegimes(schemes).findLast((one) => phaseOn(one, on) === 'ended') ??
	mainScheme({ schemes }, on);

/** The first regime after another that was known. */
const nextScheme = (facts: Reference, { known }: Moment, { deadline }: MeasuredScheme) =>
	measuredRegimes(facts.schemes).find(
		(one) => (one.startsOn ?? '') > deadline && isOut(facts, one, known)
	) ?? null;

/** Progress in the next regime at the moment asked. */
async function nextProgressOf(
	database: Database,
	moment: Moment,
	municipality: Municipality,
	next: MeasuredScheme | null
): Promise<BesideProgress | null> {
	const [row] = (await standingsOf(database, moment, [municipality])).rows;
	if (!row || !next) return null;
	const runs = mainScheme(await reference(database, moment.known), moment.on).code === next.code;
	return runs
		? { scheme: next, progress: row.objective }
		: (row.beside.find(({ scheme }) => scheme.code === next.code) ?? null);
}

/** The latest day up to `last` on which the realised dwellings of a municipality are known. */
async function lastRealised(
	database: Database,
	{ known, structureOn }: Moment,
	nis: string,
	scheme: MeasuredScheme,
	last: Day
): Promise<Day | null> {
	const { places } = await reference(database);
	const indicator = countOf(scheme, 'realised');
	const observations = await newestObservations(database.read, {
		codes: places.withPredecessors(nis, structureOn),
		indicators: [indicator],
		dates: 'all',
		known
	});
	const lookup = indexObservations(observations);
	const usable = observations
		.map(({ date }) => date)
		.filter((date) => date <= last)
		.filter(
			(date) => figureOf(places, lookup, { nis, structureOn, indicator, date }).value !== null
		);
	return usable.sort().at(-1) ?? null;
}
