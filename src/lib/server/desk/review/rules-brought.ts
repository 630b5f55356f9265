import { sql } from 'kysely';
import { CATEGORIES, OBJECTIVES, REGION_OBJECTIVES, RULE_TABLES } from '../read/rule-tables.ts';
import type { Reader } from '../../database/schema.ts';
import { readRows } from '../../queries/known.ts';

/** How many rows of one sort of rule a publication brought. */
export interface RulesBrought {
	/** Dutch. */
	title: string;
	rows: number;
}

/** Tables that count as figures too, and stand among them. */
const AMONG_FIGURES = [CATEGORIES, OBJECTIVES, REGION_OBJECTIVES];

/** The rules that a publication brought, by sort; figures, objectives and categories stand apart. */
export async function rulesBroughtBy(db: Reader, publication: number): Promise<RulesBrought[]> {
	const tables = RULE_TABLES.filter((one) => !AMONG_FIGURES.includes(one));
	const counts = tables.map(
		({ table, title }) => sql`
			select ${title}::text as title, count(*)::int as rows
			from ${sql.table(table)} where publication_id = ${publication}`
	);
	const found = await readRows<RulesBrought>(db, sql`${sql.join(counts, sql` union all `)}`);
	return found.filter(({ rows }) => rows > 0);
}
