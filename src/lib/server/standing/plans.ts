import type { Day } from '#lib/domain/dates.ts';
import { withoutParts } from '#lib/domain/figure.ts';
import type { Counted } from '#lib/domain/objective.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { becameOf, becameTogether, mapBecame, type Became } from '#lib/domain/plans.ts';
import { PLANNED_COUNTED_FROM } from '#lib/domain/progress-test.ts';
import type { Database } from '../database/database.ts';
import { regionObservations, type Region } from '../queries/regions.ts';
import { flandersOf, reference, type Reference } from '../reference/reference.ts';
import { addressing } from './addressed.ts';
import { fittingCounts } from './fitting.ts';
import { readLookup } from './lookup.ts';
import type { Moment } from './moment.ts';
import { mainScheme } from './municipalities.ts';
import { doneIn, progressSeries } from './objectives.ts';
import { perMoment } from './per-moment.ts';
import { membersOf } from './regions.ts';
import { yearEnds } from './trends.ts';

/** What became of the homes that an area had in execution or planned at each measurement. */
export interface Plans {
	/** The last measurement that tells enough; null when none does. */
	last: Day | null;
	/** What became of those of each earlier one by the last, oldest first. */
	since: readonly Became[];
}

/** Measurements that the last one is set against: the longer ago, the less the bounds say. */
const MOST = 5;

/** What the municipalities of an area had at a measurement, in their order. */
interface Measurement {
	date: Day;
	held: readonly Counted[];
}

/** What became of the plans of one municipality, up to the moment and in its structure. */
export async function municipalPlans(
	database: Database,
	moment: Moment,
	municipality: Municipality
): Promise<Plans> {
	const { nis } = municipality;
	const measurements = await readMeasurements(database, moment, [nis]);
	return plansOf(
		[nis],
		measurements.map(({ date, held }) => {
			const at = addressing(nis, { ...moment, on: date });
			const addressed = ({ realised, inExecution, planned }: Counted): Counted => ({
				realised: at('realised', realised),
				inExecution: at('in_execution', inExecution),
				planned: at('planned', planned)
			});
			return { date, held: held.map(addressed) };
		})
	);
}

/**
 * The same of the members of a region together: those of the moment, whoever belonged to it before.
 * @param totals what was published for the region, where it is read already
 */
export const regionPlans = async (
	database: Database,
	moment: Moment,
	region: Region,
	totals = regionObservations(database.read, region.slug, moment.known)
): Promise<Plans> =>
	region.kind === 'gewest'
		? flemishPlans(database, moment)
		: plansOfMembers(database, moment, region, totals);

/** The same of Flanders as a whole; how each figure was made is not held on to, for it names every municipality. */
export const flemishPlans = perMoment(async (database, moment): Promise<Plans> => {
	const flanders = flandersOf(await reference(database, moment.known));
	const totals = regionObservations(database.read, flanders.slug, moment.known);
	const { last, since } = await plansOfMembers(database, moment, flanders, totals);
	return { last, since: since.map((one) => mapBecame(one, withoutParts)) };
});

async function plansOfMembers(
	database: Database,
	moment: Moment,
	region: Region,
	reading: ReturnType<typeof regionObservations>
): Promise<Plans> {
	const facts = await reference(database, moment.known);
	const codes = membersOf(facts, region, moment.structureOn).municipalities.map((one) => one.nis);
	const [measurements, totals] = await Promise.all([
		readMeasurements(database, moment, codes, region.kind === 'gewest' ? 'all' : codes),
		reading
	]);
	return plansOf(
		codes,
		measurements.map(({ date, held }) => ({ date, held: fittingCounts(held, date, totals) }))
	);
}

async function readMeasurements(
	database: Database,
	moment: Moment,
	codes: readonly string[],
	read: readonly string[] | 'all' = codes
): Promise<Measurement[]> {
	const facts = await reference(database, moment.known);
	const dates = measurementDates(facts, moment);
	const [last = moment.on] = dates.slice(-1);
	const regime = mainScheme(facts, last);
	const lookup = await readLookup(database.read, facts.places, {
		codes: read,
		indicators: progressSeries([regime]),
		dates: [...dates, regime.baselineOn],
		known: moment.known
	});
	const done = doneIn(facts.places, lookup, regime);
	return dates.map((date) => ({
		date,
		held: codes.map((nis) => done(nis, moment.structureOn, date))
	}));
}

/** The last measurements up to the moment that count for one regime, and count plans as today's do; oldest first. */
function measurementDates(facts: Reference, moment: Moment): Day[] {
	const dates = yearEnds(facts, moment).filter((date) => date <= moment.on);
	const regimeOf = (date: Day) => mainScheme(facts, date).code;
	return dates
		.filter(
			(date) => date >= PLANNED_COUNTED_FROM && regimeOf(date) === regimeOf(dates.at(-1) ?? date)
		)
		.slice(-MOST - 1);
}

/** Measurements of which fewer than half of the municipalities are known whole are passed over. */
function plansOf(codes: readonly string[], measurements: readonly Measurement[]): Plans {
	const enough = measurements.filter(
		({ held }) => held.length > 0 && held.filter(isWhole).length * 2 >= held.length
	);
	const last = enough.at(-1);
	if (!last) return { last: null, since: [] };
	const since = enough.slice(0, -1).map(({ held }) =>
		becameTogether(
			codes.flatMap((nis, at) => {
				const [then, now] = [held[at], last.held[at]];
				return then && now ? [{ nis, became: becameOf(then, now) }] : [];
			})
		)
	);
	return { last: last.date, since: since.filter(({ gone }) => gone.value !== null) };
}

const isWhole = ({ realised, inExecution, planned }: Counted): boolean =>
	[realised, inExecution, planned].every(({ value }) => value !== null);
