import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { PublicationTable, Reader } from '../database/schema.ts';
import { readRows } from './known.ts';

/** One batch of figures as its publisher issued it. */
export interface Publication {
	id: number;
	publisher: string;
	title: string;
	url: string | null;
	licence: string | null;
	kind: PublicationTable['kind'];
	structureOn: Day | null;
	referenceDate: Day | null;
	publishedOn: Day | null;
	knownFrom: Day;
	dateNote: string | null;
	supersedes: number | null;
	fileName: string | null;
	sha256: string | null;
	withdrawnOn: Day | null;
	withdrawnWhy: string | null;
	note: string | null;
	/** Why it revises or corrects what was published before. */
	reason: string | null;
}

/** Every released publication, by id; a draft is nobody's business yet. */
export const publications = (db: Reader): Promise<Publication[]> =>
	publicationRows(db).where('known_from', '<', NEVER).execute();

/** A publication as the data desk sees it, drafts too. */
export interface KeptPublication extends Publication {
	/** Whether it was never released. */
	draft: boolean;
	/** Moment of a planned release. */
	releaseAt: string | null;
}

/** Every publication, drafts too, by id. */
export const keptPublications = (db: Reader): Promise<KeptPublication[]> =>
	publicationRows(db)
		.select((eb) => ['release_at as releaseAt', eb('known_from', '=', NEVER).as('draft')])
		.$narrowType<{ draft: boolean }>()
		.execute();

/** A kind of finding that somebody said yes to when a publication was imported. */
export interface AcceptedFinding {
	code: string;
	/** How many the file had. */
	findings: number;
	/** Why they are right. */
	because: string;
	/** The first of them. */
	examples: AcceptedExample[];
}

/** Where an accepted finding stands in the file. */
export interface AcceptedExample {
	sheet: string | null;
	row: number | null;
	column: string | null;
	value: string | null;
	expected: string | null;
}

/** What was accepted with a publication, by code. */
export async function acceptedFindings(db: Reader, id: number): Promise<AcceptedFinding[]> {
	const rows = await db
		.selectFrom('accepted_finding')
		.select(['code', 'findings', 'because', 'examples'])
		.where('publication_id', '=', id)
		.orderBy('code')
		.execute();
	return rows.map((row) => ({ ...row, examples: row.examples as unknown as AcceptedExample[] }));
}

/** The publication that a file brought, by its checksum, drafts too; none where it was withdrawn. */
export const publicationOfFile = (
	db: Reader,
	sha256: string
): Promise<{ id: number; title: string } | undefined> =>
	db
		.selectFrom('publication')
		.select(['id', 'title'])
		.where('sha256', '=', sha256)
		.where('withdrawn_on', 'is', null)
		.executeTakeFirst();

/** Known from this day: never. It is what a draft has. */
const NEVER: Day = 'infinity';

function publicationRows(db: Reader) {
	return db
		.selectFrom('publication')
		.select([
			'id',
			'publisher',
			'title',
			'url',
			'licence',
			'kind',
			'structure_on as structureOn',
			'reference_date as referenceDate',
			'published_on as publishedOn',
			'known_from as knownFrom',
			'date_note as dateNote',
			'supersedes',
			'file_name as fileName',
			'sha256',
			'withdrawn_on as withdrawnOn',
			'withdrawn_why as withdrawnWhy',
			'note',
			'reason'
		])
		.orderBy('id');
}

/** How many numbers publications brought, and for how many areas: those with some ids, or all. */
export async function publicationCounts(db: Reader, ids?: readonly number[]) {
	const own = ids ? sql`where publication_id = any(${ids}::int[])` : sql``;
	const rows = await readRows<{ id: number; figures: number; areas: number }>(
		db,
		sql`
			select publication_id as id, sum(n) as figures, sum(areas) as areas from (
				select publication_id, count(*) as n, count(distinct nis_code) as areas from observation ${own} group by 1
				union all
				select publication_id, count(*), count(distinct region) from region_observation ${own} group by 1
				union all
				select publication_id, count(*), count(distinct nis_code) from objective ${own} group by 1
				union all
				select publication_id, count(*), count(distinct region) from region_objective ${own} group by 1
				union all
				select publication_id, count(*), count(distinct nis_code) from test_result ${own} group by 1
				union all
				select publication_id, count(*), 1 from test_count ${own} group by 1
				union all
				select publication_id, count(*), count(distinct places) from mention ${own} group by 1
			) as parts group by publication_id`
	);
	return new Map(rows.map((row) => [row.id, row]));
}

/** Version of the data: goes up by one with every committed change. */
export async function dataVersion(db: Reader): Promise<{ version: number; changedAt: string }> {
	return db
		.selectFrom('data_state')
		.select(['version', 'changed_at as changedAt'])
		.executeTakeFirstOrThrow();
}
