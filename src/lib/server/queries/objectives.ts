import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { ObjectiveTable, Reader } from '../database/schema.ts';
import { knownOn, newestFirst, PUBLISHED } from './known.ts';

/** One component of an objective as published (or estimated). */
export interface ObjectiveComponent {
	scheme: string;
	nis: string;
	component: ObjectiveTable['component'];
	value: number | null;
	status: ObjectiveTable['status'];
	attestedOn: Day | null;
	note: string | null;
	publication: number;
	practice: boolean;
}

/** The legal regimes, oldest first. */
export async function schemes(db: Reader) {
	return db
		.selectFrom('objective_scheme')
		.select([
			'code',
			'name',
			'tenure',
			'status',
			'starts_on as startsOn',
			'deadline',
			'baseline_on as baselineOn',
			'households_on as householdsOn',
			'figures',
			'cap_basis_points as capBasisPoints',
			'catch_up_basis_points as catchUpBasisPoints',
			'legal_reference as legalReference',
			'note',
			'publication_id as publication'
		])
		.orderBy('starts_on')
		.orderBy('code')
		.execute();
}

/** The rules of the regimes, in the order in which each applies them. */
export async function schemeRules(db: Reader) {
	return db
		.selectFrom('scheme_rule')
		.select([
			'scheme',
			'code',
			'kind',
			'name',
			'about',
			'basis_points as basisPoints',
			'legal_reference as legalReference',
			'holds_until as holdsUntil',
			'afterwards',
			'publication_id as publication'
		])
		.orderBy('scheme')
		.orderBy('position')
		.execute();
}

/** What is said of the regimes beside their rules and dates, in reading order. */
export async function lawStatements(db: Reader) {
	return db
		.selectFrom('law_statement')
		.select([
			'scheme',
			'code',
			'says',
			'holds_until as holdsUntil',
			'afterwards',
			'verified',
			'certainty',
			'publication_id as publication'
		])
		.orderBy('scheme')
		.orderBy('position')
		.execute();
}

/** The dates that the regimes set, oldest first. */
export async function schemeDates(db: Reader) {
	return db
		.selectFrom('scheme_date')
		.select([
			'scheme',
			'day',
			'about',
			'afterwards',
			'legal_reference as legalReference',
			'publication_id as publication'
		])
		.orderBy('scheme')
		.orderBy('day')
		.execute();
}

const OBJECTIVE_COLUMNS = [
	'o.scheme',
	'o.nis_code as nis',
	'o.component',
	'o.value',
	'o.status',
	'o.attested_on as attestedOn',
	'o.note',
	'o.publication_id as publication',
	sql<boolean>`p.kind = 'practice'`.as('practice')
] as const;

/** The newest component of each objective known on a day, of some municipalities or all. */
export const newestObjectives = (...of: Asked): Promise<ObjectiveComponent[]> =>
	knownObjectives(...of)
		.distinctOn(['o.nis_code', 'o.scheme', 'o.component'])
		.execute();

/** Every component that anybody published by a day for some municipalities or all, the last word first. */
export const publishedObjectives = (...of: Asked): Promise<ObjectiveComponent[]> =>
	knownObjectives(...of)
		.where('p.kind', '<>', 'practice')
		.execute();

type Asked = [db: Reader, codes: readonly string[] | 'all', known: Day];

const knownObjectives = (...[db, codes, known]: Asked) =>
	db
		.selectFrom('objective as o')
		.innerJoin('publication as p', 'p.id', 'o.publication_id')
		.select(OBJECTIVE_COLUMNS)
		.$if(codes !== 'all', (query) => query.where(sql<boolean>`o.nis_code = any(${codes}::text[])`))
		.where(knownOn(known))
		.orderBy('o.nis_code')
		.orderBy('o.scheme')
		.orderBy('o.component')
		.$call(newestFirst);

/** The rounds of the progress test, oldest first. */
export async function testRounds(db: Reader) {
	return db
		.selectFrom('test_round')
		.select([
			'year',
			'measured_on as measuredOn',
			'threshold_realised as realised',
			'threshold_with_planned as withPlanned',
			'legal_reference as legalReference',
			'note',
			'publication_id as publication'
		])
		.orderBy('year')
		.execute();
}

/** How many municipalities each source known on a day puts in each category of a round; by round, oldest source first. */
export async function testCounts(db: Reader, known: Day) {
	return db
		.selectFrom('test_count as c')
		.innerJoin('publication as p', 'p.id', 'c.publication_id')
		.select([
			'c.year',
			'c.category',
			'c.municipalities',
			'c.tested',
			'c.provisional',
			'c.note',
			'c.publication_id as publication'
		])
		.where(knownOn(known))
		.orderBy('c.year')
		.orderBy(PUBLISHED)
		.orderBy('c.publication_id')
		.orderBy('c.category')
		.execute();
}

/** The newest category entered for each municipality and round, known on a day. */
export async function testResults(db: Reader, codes: readonly string[] | 'all', known: Day) {
	return db
		.selectFrom('test_result as r')
		.innerJoin('publication as p', 'p.id', 'r.publication_id')
		.distinctOn(['r.nis_code', 'r.year'])
		.select([
			'r.year',
			'r.nis_code as nis',
			'r.category',
			'r.provisional',
			'r.note',
			'r.publication_id as publication'
		])
		.$if(codes !== 'all', (query) => query.where(sql<boolean>`r.nis_code = any(${codes}::text[])`))
		.where(knownOn(known))
		.orderBy('r.nis_code')
		.orderBy('r.year')
		.$call(newestFirst)
		.execute();
}
