import type { Day } from '#lib/domain/dates.ts';
import { measuredRegimes, type Regime } from '#lib/domain/regime.ts';
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import type { Review } from '../write/import-file.ts';
import type { ImportJob } from '../write/import-job.ts';
import { tellDeviations, tellHigh } from '../check/objective-findings.ts';
import { readReference, reference } from '../../reference/reference.ts';
import type { WriteTransaction } from '../../database/schema.ts';
import { latestStockDate } from '../../standing/moment.ts';
import { roundsBy, roundStandings } from '../../standing/tests.ts';
import { today } from '../../today.ts';
import { areaTotalOff } from './area-totals.ts';
import { asReleased } from './as-released.ts';
import { differenceOf, type Difference } from './difference.ts';
import { effectsOf, pictureOf, type Effects } from './effects.ts';
import { inside } from './facade.ts';
import { tellMisfits } from './misfits.ts';
import {
	definitionChanged,
	incompleteList,
	sameAsLastYear,
	yearOff,
	yearOfSheet
} from './rules-of-many.ts';
import {
	percentageAsCount,
	stockHalved,
	plannedBelowRealised,
	realisedFell,
	stockBelowBaseline,
	totalNotParts
} from './rules-of-one.ts';
import { situationOn, watchedOf } from './situation.ts';

/** What a publication would change of what is known today. */
export interface Reviewed {
	difference: Difference;
	effects: Effects;
}

type Keeps<Whole, Later extends keyof Whole> = Omit<Whole, Later> & Partial<Pick<Whole, Later>>;

/** The same as it is kept with a file, maybe from before some of it was told. */
export interface KeptReview {
	difference: Keeps<Difference, 'fresh'>;
	effects: Keeps<Effects, 'goals' | 'rounds' | 'lost'>;
}

const RULES = [
	incompleteList,
	totalNotParts,
	yearOff,
	yearOfSheet,
	realisedFell,
	plannedBelowRealised,
	stockBelowBaseline,
	definitionChanged,
	percentageAsCount,
	stockHalved,
	sameAsLastYear
];

/** Holds a draft against everything that is known today: the rules of policy, what it changes, and what that does. */
export const review: Review<Reviewed> = async (transaction, publication, job) => {
	const { findings, request } = job;
	const known = today();
	const { read } = inside(transaction);
	const laws = await asReleased(transaction, publication, known, async () => {
		const { schemes } = await readReference(read);
		return schemes;
	});
	const dates = await datesOf(transaction, publication, laws);
	await holdAgainstRules(transaction, publication, dates, findings);
	const difference = await differenceOf(transaction, publication, known, request.publishedOn);
	tellRetired(difference, findings);
	await tellHigh(transaction, publication, known, findings);
	const touched = await objectiveDates(transaction, publication, laws, dates, known);
	const ofRules = await ruleDates(transaction, publication, known);
	const shown = [...new Set([...dates, ...touched, ...ofRules])];
	const before = await pictureOf(inside(transaction), shown, known);
	const after = await asReleased(transaction, publication, known, async () => {
		await tellDeviations(known)(transaction, publication, findings);
		await tellContradictions(transaction, publication, known, job);
		return pictureOf(inside(transaction), shown, known);
	});
	tellMisfits(before, after, findings);
	return { difference, effects: effectsOf(before, after) };
};

/** The reference dates of a publication for which the rules have something to look at. */
async function datesOf(
	transaction: WriteTransaction,
	publication: number,
	laws: readonly Regime[]
): Promise<Day[]> {
	const of = (table: 'observation' | 'region_observation') =>
		transaction
			.selectFrom(table)
			.select('reference_date')
			.distinct()
			.where('publication_id', '=', publication)
			.where('indicator', 'in', watchedOf(laws))
			.execute();
	const isYearEnd = (date: Day) => date.endsWith('-12-31');
	const own = (await of('observation')).map((row) => row.reference_date);
	const ofRegions = (await of('region_observation')).map((row) => row.reference_date);
	return [...new Set([...own, ...ofRegions.filter(isYearEnd)])]
		.sort()
		.filter((date) => isYearEnd(date) || date.endsWith('-01-01'));
}

/** The days on which objectives and baselines of a publication are told: the latest of each regime with figures, and its tests. */
async function objectiveDates(
	transaction: WriteTransaction,
	publication: number,
	laws: readonly Regime[],
	dates: readonly Day[],
	known: Day
): Promise<Day[]> {
	const of = (table: 'objective' | 'region_objective') =>
		transaction
			.selectFrom(table)
			.select('scheme')
			.distinct()
			.where('publication_id', '=', publication)
			.execute();
	const schemes = new Set(
		[...(await of('objective')), ...(await of('region_objective'))].map(({ scheme }) => scheme)
	);
	const regimes = measuredRegimes(laws).filter(
		({ code, baselineOn }) => schemes.has(code) || dates.includes(baselineOn)
	);
	if (regimes.length === 0) return [];
	const facts = await reference(inside(transaction));
	return regimes.flatMap(({ deadline, baselineOn }) => [
		latestStockDate(facts, known, deadline < known ? deadline : known),
		...facts.testRounds
			.filter(({ realised, measuredOn }) => realised !== null && measuredOn <= known)
			.map(({ measuredOn }) => measuredOn)
			.filter((day) => baselineOn < day && day <= deadline)
	]);
}

/** The days on which rounds and goals of a publication are told: of which a round takes its figures, and the latest with homes. */
async function ruleDates(
	transaction: WriteTransaction,
	publication: number,
	known: Day
): Promise<Day[]> {
	const rounds = await transaction
		.selectFrom('test_round')
		.select('measured_on')
		.where('publication_id', '=', publication)
		.execute();
	const goal = await transaction
		.selectFrom('regional_goal')
		.select('region')
		.where('publication_id', '=', publication)
		.limit(1)
		.executeTakeFirst();
	const facts = goal && (await reference(inside(transaction)));
	return [
		...rounds.map(({ measured_on }) => measured_on),
		...(facts ? [latestStockDate(facts, known, known)] : [])
	];
}

async function holdAgainstRules(
	transaction: WriteTransaction,
	publication: number,
	dates: readonly Day[],
	findings: Findings
): Promise<void> {
	const { read, ...database } = inside(transaction);
	const facts = await reference({ ...database, read });
	const known = today();
	for (const date of dates) {
		const at = { places: facts.places, laws: facts.schemes };
		const situation = await situationOn(read, at, publication, date, known);
		for (const rule of RULES) rule(situation, findings);
		await areaTotalOff(read, facts, situation, publication, known, findings);
	}
}

function tellRetired({ retired }: Difference, findings: Findings): void {
	if (retired === 0) return;
	findings.info('practice_retired', WHOLE_FILE, {
		value: retired,
		message:
			retired === 1
				? '1 practice figure makes place for a published one.'
				: `${retired} practice figures make place for published ones.`
	});
}

/** Categories of the file that contradict the replay of the test. */
async function tellContradictions(
	transaction: WriteTransaction,
	publication: number,
	known: Day,
	{ findings }: ImportJob
): Promise<void> {
	const rows = await transaction
		.selectFrom('test_result')
		.select('year')
		.distinct()
		.where('publication_id', '=', publication)
		.execute();
	if (rows.length === 0) return;
	const database = inside(transaction);
	const facts = await reference(database);
	const years = new Set(rows.map((row) => row.year));
	const moment = {
		on: known,
		known,
		structure: 'then' as const,
		structureOn: known,
		today: known,
		knownAsked: false,
		version: null
	};
	for (const round of roundsBy(facts, moment).filter(({ year }) => years.has(year))) {
		for (const one of await roundStandings(database, moment, round)) {
			if (!one.differs || one.estimated || one.entered?.publication !== publication) continue;
			const { nis, name } = one.municipality;
			findings.ask('category_contradicts', WHOLE_FILE, {
				value: one.entered.category,
				expected: `category ${one.computed}`,
				message: `${name} (${nis}), test of ${round.year}: category ${one.entered.category} was given, and the figures make it ${one.computed}.`
			});
		}
	}
}
