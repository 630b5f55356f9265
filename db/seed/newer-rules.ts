import type { SourcedRules } from '#lib/server/formats/rule-files.ts';
import { keyOf, valuesOf } from '#lib/server/desk/read/rule-key.ts';
import {
	CATEGORIES,
	COUNTS,
	GROUP_PARTS,
	MENTIONS,
	OBJECTIVES,
	type RuleTable
} from '#lib/server/desk/read/rule-tables.ts';
import type { Reader } from '#lib/server/database/schema.ts';
import { PRACTICE_PUBLICATION_ID } from './facts.ts';
import { readStartRules, START_TABLES } from './rules.ts';
import { readPublications } from './sources.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows that are figures of municipalities rather than rules: a newer program offers none. */
const FIGURES: readonly RuleTable[] = [CATEGORIES, OBJECTIVES, MENTIONS];

/** Tables that came with the published facts, not with the reference facts alone. */
const PUBLISHED: readonly RuleTable[] = [COUNTS, GROUP_PARTS];

/**
 * The start rules of this program that a filled database has not got, by source: rows of which nobody, whatever became of
 * it, entered the same. Changes nothing; reads a few thousand rows.
 */
export async function newerRules(db: Reader): Promise<SourcedRules[]> {
	const [rules, publications, withFacts] = await Promise.all([
		readStartRules(),
		readPublications(),
		holdsPublishedFacts(db)
	]);
	const bySource = new Map<number | null, SourcedRules['tables']>();
	for (const { list, table } of START_TABLES) {
		if (FIGURES.includes(table) || (PUBLISHED.includes(table) && !withFacts)) continue;
		const missing = await missingRows(
			db,
			table,
			rules[list] as readonly object[] as readonly Row[]
		);
		for (const [source, rows] of Map.groupBy(missing, sourceOf)) {
			const own = bySource.get(source) ?? [];
			bySource.set(source, [...own, { table, rows: rows.map((row) => valuesOf(table, row)) }]);
		}
	}
	return [...bySource]
		.sort(([a], [b]) => (a ?? 0) - (b ?? 0))
		.map(([id, tables]) => ({ source: publications.find((one) => one.id === id) ?? null, tables }));
}

const sourceOf = ({ publication_id: id }: Row): number | null =>
	typeof id === 'number' ? id : null;

/** Rows that are not there, and those of the same thing after one: the last word stays the last. */
async function missingRows(db: Reader, table: RuleTable, wanted: readonly Row[]): Promise<Row[]> {
	const rows: readonly Row[] = await db.selectFrom(table.table).selectAll().execute();
	const asText = (row: Row): string => JSON.stringify(valuesOf(table, row));
	const found = new Set(rows.map(asText));
	const lacking = new Set<string>();
	return wanted.filter((row) => {
		const key = keyOf(table, row);
		if (!found.has(asText(row))) lacking.add(key);
		return lacking.has(key);
	});
}

/** Whether the published facts were loaded, and not the reference facts alone. */
const holdsPublishedFacts = async (db: Reader): Promise<boolean> =>
	(await db
		.selectFrom('test_result')
		.select('year')
		.where('publication_id', '<', PRACTICE_PUBLICATION_ID)
		.limit(1)
		.executeTakeFirst()) !== undefined;
