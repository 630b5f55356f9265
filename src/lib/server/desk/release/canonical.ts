import { sql, type RawBuilder } from 'kysely';
import type { WriteTransaction } from '../../database/schema.ts';

/**
 * What a publication holds, as one text that is the same on both engines and for ever: a fixed list of columns in a fixed
 * order, every row as `(…)` by the rules of the database, days as YYYY-MM-DD. A column that a later schema step adds is
 * no part of it. A publication says in `sealed_as` of which edition its text is: what was sealed by the first one stays so.
 */
interface Part {
	table: string;
	/** Rows are digested by groups, so that a million of them need no text of a million lines. */
	group: RawBuilder<unknown>;
	order: RawBuilder<unknown>;
	columns: RawBuilder<unknown>;
	/** The editions that have it, the first and the last; left out: each. */
	editions?: readonly [first: number, last: number];
}

/** The edition of what is sealed today. */
const NEWEST = 3;

const day = (column: string) => sql`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`;

const PARTS: readonly Part[] = [
	{
		table: 'observation',
		group: sql`indicator || ' ' || ${day('reference_date')}`,
		order: sql`nis_code collate "C"`,
		columns: sql`nis_code, value, status, note, place_sheet, place_row, place_column`
	},
	{
		table: 'region_observation',
		group: sql`indicator || ' ' || ${day('reference_date')}`,
		order: sql`region collate "C"`,
		columns: sql`region, value, status, note`
	},
	{
		table: 'objective',
		group: sql`scheme || ' ' || component`,
		order: sql`nis_code collate "C"`,
		columns: sql`nis_code, value, status, ${day('attested_on')}, note`
	},
	{
		table: 'region_objective',
		group: sql`scheme || ' ' || component`,
		order: sql`region collate "C"`,
		columns: sql`region, value, value_up_to, note`
	},
	{
		table: 'test_round',
		group: sql`'all'`,
		order: sql`year`,
		columns: sql`year, ${day('measured_on')}, threshold_realised, threshold_with_planned, legal_reference, note`
	},
	{
		table: 'test_result',
		group: sql`year::text`,
		order: sql`nis_code collate "C"`,
		columns: sql`nis_code, category, provisional, note`
	},
	{
		table: 'test_count',
		group: sql`year::text`,
		order: sql`category collate "C"`,
		columns: sql`category, municipalities, tested, provisional, note`
	},
	{
		table: 'regional_goal',
		group: sql`'all'`,
		order: sql`region collate "C", kind collate "C", ${day('adopted_on')}, share_basis_points`,
		columns: sql`region, kind, numerator, denominator, share_basis_points, ${day('base_date')}, ${day('deadline')},
			${day('adopted_on')}, certainty, note`,
		editions: [1, 1]
	},
	{
		table: 'regional_goal',
		group: sql`'all'`,
		order: sql`region collate "C", kind collate "C", ${day('holds_from')}`,
		columns: sql`region, kind, ${day('holds_from')}, numerator, denominator, share_basis_points, ${day('base_date')},
			${day('deadline')}, ${day('adopted_on')}, certainty, note`,
		editions: [2, NEWEST]
	},
	{
		table: 'region',
		group: sql`'all'`,
		order: sql`slug collate "C"`,
		columns: sql`slug, code, name, kind, ${day('valid_from')}, ${day('valid_to')}, ${day('attested_from')}, note`,
		editions: [2, NEWEST]
	},
	{
		table: 'region_membership',
		group: sql`region`,
		order: sql`nis_code collate "C", valid_from`,
		columns: sql`nis_code, ${day('valid_from')}, ${day('valid_to')}`,
		editions: [2, NEWEST]
	},
	{
		table: 'objective_scheme',
		group: sql`'all'`,
		order: sql`code collate "C"`,
		columns: sql`code, name, tenure, status, ${day('starts_on')}, ${day('deadline')}, ${day('baseline_on')},
			${day('households_on')}, figures, cap_basis_points, catch_up_basis_points, legal_reference, note`,
		editions: [2, NEWEST]
	},
	{
		table: 'scheme_rule',
		group: sql`scheme`,
		order: sql`code collate "C"`,
		columns: sql`code, position, kind, name, about, basis_points, legal_reference, ${day('holds_until')}, afterwards`,
		editions: [2, NEWEST]
	},
	{
		table: 'scheme_date',
		group: sql`scheme`,
		order: sql`day`,
		columns: sql`${day('day')}, about, afterwards, legal_reference`,
		editions: [2, NEWEST]
	},
	{
		table: 'law_statement',
		group: sql`scheme`,
		order: sql`code collate "C"`,
		columns: sql`code, position, says, ${day('holds_until')}, afterwards, verified, certainty`,
		editions: [2, NEWEST]
	},
	{
		table: 'mention',
		group: sql`kind`,
		order: sql`code collate "C"`,
		columns: sql`code, places, value, unit, true_on, provisional, says`,
		editions: [2, NEWEST]
	},
	{
		table: 'release_calendar',
		group: sql`series`,
		order: sql`reference_date`,
		columns: sql`${day('reference_date')}, ${day('expected_by')}, basis, source`,
		editions: [2, NEWEST]
	},
	{
		table: 'cooperation',
		group: sql`'all'`,
		order: sql`coalesce(nis_code, region) collate "C", kind collate "C", item collate "C", as_of, id`,
		columns: sql`nis_code, region, kind, item, status, detail, ${day('as_of')}, section`,
		editions: [3, NEWEST]
	},
	{
		table: 'target_group_part',
		group: sql`target_group || ' ' || kind`,
		order: sql`coalesce(nis_code, region) collate "C", part_of collate "C", reference_date`,
		columns: sql`nis_code, region, part_of, ${day('reference_date')}, value, share_basis_points, scheme,
			${day('deadline')}, certainty, note`
	},
	{
		table: 'accepted_finding',
		group: sql`'all'`,
		order: sql`code collate "C"`,
		columns: sql`code, findings, because, examples`
	}
];

const METADATA = sql`row(p.id, p.publisher, p.title, p.url, p.licence, p.kind, ${day('p.structure_on')},
	${day('p.reference_date')}, ${day('p.published_on')}, ${day('p.known_from')}, p.date_note, p.supersedes,
	p.file_name, p.sha256, p.note, p.reason)::text`;

const sha256 = (text: RawBuilder<unknown>) => sql`sha256(convert_to(${text}, 'UTF8'))`;

const ofEditions = ([first, last]: readonly [number, number]) =>
	sql`publication_id in (select id from publication where sealed_as between ${sql.lit(first)} and ${sql.lit(last)})`;

/** One row for each publication, table and group: the digest of its lines. */
const digests = (
	{ table, group, order, columns, editions }: Part,
	where: RawBuilder<unknown>
) => sql`
	select publication_id as id, ${sql.lit(table)} || ' ' || ${group} as name,
		encode(${sha256(sql`string_agg(row(${columns})::text, E'\n' order by ${order})`)}, 'hex') as digest
	from ${sql.table(table)} where ${where} and ${editions ? ofEditions(editions) : sql`true`}
	group by 1, 2`;

/**
 * SHA-256, in hexadecimal, of what released publications hold: their own data with the checksum of their file, and the
 * digest of each group of their rows.
 * @param only the publication to look at; null: all
 */
export async function contentDigests(
	transaction: Pick<WriteTransaction, 'getExecutor'>,
	only: number | null
): Promise<Map<number, string>> {
	const own = only === null ? sql`true` : sql`publication_id = ${sql.lit(only)}`;
	const parts = sql.join(
		PARTS.map((part) => digests(part, own)),
		sql` union all `
	);
	const { rows } = await sql<{ id: number; content: string }>`
		with digested as (${parts})
		select p.id, encode(${sha256(sql`concat_ws(E'\n', ${METADATA},
			(select string_agg(name || ' ' || digest, E'\n' order by name collate "C") from digested where digested.id = p.id))`)}, 'hex') as content
		from publication as p
		where p.known_from <> 'infinity' and ${only === null ? sql`true` : sql`p.id = ${sql.lit(only)}`}
		order by p.known_from, p.id`.execute(transaction as WriteTransaction);
	return new Map(rows.map((row) => [row.id, row.content]));
}

/** SHA-256, in hexadecimal, of each reply: whose figure, what was said, by whom and since when. */
export async function replyDigests(
	transaction: Pick<WriteTransaction, 'getExecutor'>
): Promise<Map<number, string>> {
	const { rows } = await sql<{ id: number; content: string }>`
		select id, encode(${sha256(sql`row(id, nis_code, figure, ${day('reference_date')}, words, ${day('given_on')},
			${day('known_from')}, given_by, reference)::text`)}, 'hex') as content
		from reply order by id`.execute(transaction as WriteTransaction);
	return new Map(rows.map((row) => [row.id, row.content]));
}
