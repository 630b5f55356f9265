/** How much of a publication later ones took the place of: one figure that is corrected replaces no workbook. */
import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { Reader, Schema } from '../../database/schema.ts';
import { PUBLISHED, readRows } from '../../queries/known.ts';
import { COUNTS, MENTIONS, REGION_OBJECTIVES, RULE_TABLES } from '../read/rule-tables.ts';

/** How many figures and rules of a publication a later one gives again; what is said beside them, such as a plan, is no part of it. */
export interface ReplacedPart {
	publication: number;
	/** All that are counted. */
	figures: number;
	/** Those that any later publication gives again. */
	replaced: number;
	/** By each later publication, the most first. */
	by: { publication: number; figures: number }[];
}

/** A table in which a row takes the place of an earlier one, with what says that both are about the same. */
interface Keyed {
	table: keyof Schema;
	key: readonly string[];
	/** What is about a rule may be absent on both sides, of which `=` knows nothing; that of a figure never is, and has an index. */
	alike: RawBuilder<unknown>;
}

const FIGURES: readonly Omit<Keyed, 'alike'>[] = [
	{ table: 'observation', key: ['nis_code', 'indicator', 'reference_date'] },
	{ table: 'region_observation', key: ['region', 'indicator', 'reference_date'] }
];
const RULES = RULE_TABLES.filter((one) => ![COUNTS, MENTIONS, REGION_OBJECTIVES].includes(one));

const KEYED: readonly Keyed[] = [
	...FIGURES.map((one) => ({ ...one, alike: sql`=` })),
	...RULES.map(({ table, key }) => ({ table, key, alike: sql`is not distinct from` }))
];

/** By publication how much of it later ones took the place of, as known on a day. @param ids those that are asked */
export async function replacedParts(
	db: Reader,
	ids: readonly number[],
	known: Day
): Promise<Map<number, ReplacedPart>> {
	if (ids.length === 0) return new Map();
	const [all, by] = await Promise.all([
		readRows<Omit<ReplacedPart, 'by'>>(db, allOf(ids, known)),
		readRows<{ of: number; publication: number; figures: number }>(db, bySuccessor(ids, known))
	]);
	const successors = Map.groupBy(by, ({ of }) => of);
	return new Map(
		all.map((part) => [
			part.publication,
			{
				...part,
				by: (successors.get(part.publication) ?? []).map(({ publication, figures }) => ({
					publication,
					figures
				}))
			}
		])
	);
}

const inEach = (select: (one: Keyed) => RawBuilder<unknown>) =>
	sql.join(KEYED.map(select), sql` union all `);

const allOf = (ids: readonly number[], known: Day) => sql`
	select publication, sum(figures)::int as figures, sum(replaced)::int as replaced
	from (${inEach(
		(one) => sql`
			select own.publication_id as publication, count(*) as figures,
				count(*) filter (where exists (select ${laterThan(one, known)})) as replaced
			from ${sql.table(one.table)} as own join publication as q on q.id = own.publication_id
			where own.publication_id = any(${ids}::int[]) group by 1`
	)}) as parts group by 1`;

const bySuccessor = (ids: readonly number[], known: Day) => sql`
	select of, publication, sum(figures)::int as figures
	from (${inEach(
		(one) => sql`
			select own.publication_id as of, later.id as publication, count(*) as figures
			from ${sql.table(one.table)} as own join publication as q on q.id = own.publication_id
			cross join lateral (select distinct p.id ${laterThan(one, known)}) as later
			where own.publication_id = any(${ids}::int[]) group by 1, 2`
	)}) as parts group by 1, 2 order by 3 desc, 2`;

/** What was published after `own` (of `q`) about the same, and counts on a day. */
const laterThan = ({ table, key, alike }: Keyed, known: Day) => sql`
	from ${sql.table(table)} as again join publication as p on p.id = again.publication_id
	where ${sql.join(
		key.map((name) => sql`again.${sql.ref(name)} ${alike} own.${sql.ref(name)}`),
		sql` and `
	)}
		and p.kind <> 'practice' and p.known_from <= ${known}::date
		and (p.withdrawn_on is null or p.withdrawn_on > ${known}::date)
		and (${PUBLISHED}, p.id) > (coalesce(q.published_on, q.known_from), q.id)`;
