import { sql } from 'kysely';
import { readReference } from '../../reference/reference.ts';
import type { Reader, WriteTransaction } from '../../database/schema.ts';
import { NEWEST_FIRST } from '../../queries/known.ts';
import { NOTHING, type Brought } from './brought.ts';
import { WHOLE_FILE } from '../findings/findings.ts';
import { askForReason } from './import-figures.ts';
import type { ImportJob } from './import-job.ts';
import { insertPublication } from './publication-row.ts';
import { checkRules } from '../check/rules/check.ts';
import { keyOf, sameValues } from '../read/rule-key.ts';
import { readRules, type RuleRow } from '../read/rules-read.ts';
import { COUNTS, MENTIONS, REGION_OBJECTIVES, type RuleTable } from '../read/rule-tables.ts';

type Checked = ReadonlyMap<RuleTable, readonly RuleRow[]>;

/** Checks and writes the rules of a file inside a transaction; the caller takes it back when a finding blocks. */
export async function importRules(transaction: WriteTransaction, job: ImportJob): Promise<Brought> {
	const { request, recognised, findings, progress } = job;
	const read = await readRules(recognised.tables, findings);
	const facts = await readReference(transaction as unknown as Reader);
	const rows = checkRules(read, facts, findings);
	const count = [...rows.values()].reduce((sum, { length }) => sum + length, 0);
	progress(count);
	if (count === 0 && !findings.blocked)
		findings.block('no_rows', WHOLE_FILE, { message: 'The file has a header and no rows.' });
	if (findings.blocked) return NOTHING;
	const changed = await changedRules(transaction, rows);
	if (changed.length > 0) askForReason(request, changed.length, findings, 'rules');
	if (findings.blocked) return NOTHING;
	const publication = await insertPublication(transaction, job, null);
	if (request.supersedes === null && request.kind !== null && request.kind !== 'first')
		await setSuperseded(transaction, publication, changed);
	for (const [table, own] of rows) await writeRows(transaction, table, own, publication);
	return {
		...NOTHING,
		publication,
		replaced: changed.length,
		rules: [...rows].map(([{ counted }, own]) => [own.length, ...counted])
	};
}

/** Tables of which several sources stand side by side: none takes the place of another. */
const BESIDE: readonly RuleTable[] = [COUNTS, REGION_OBJECTIVES, MENTIONS];

/** The publications of which a row counts now and gets another content, once for each row. */
async function changedRules(transaction: WriteTransaction, rows: Checked): Promise<number[]> {
	const changed: number[] = [];
	for (const [table, own] of rows) {
		if (own.length === 0 || BESIDE.includes(table)) continue;
		const known = await countingNow(transaction, table);
		for (const { values } of own) {
			const before = known.get(keyOf(table, values));
			if (before?.publication && !sameValues(table, values, before.values))
				changed.push(before.publication);
		}
	}
	return changed;
}

/** A row that counts, and who says so; null: it came with the start data set and names its source in words. */
interface Counting {
	values: Record<string, unknown>;
	publication: number | null;
}

/** What counts of a table of rules today, by what it is about; practice figures and drafts do not. */
async function countingNow(
	transaction: WriteTransaction,
	table: RuleTable
): Promise<Map<string, Counting>> {
	const key = sql.join(table.key.map((name) => sql.ref(`t.${name}`)));
	const { rows } = await sql<Record<string, unknown>>`
		select distinct on (${key}) t.* from ${sql.table(table.table)} as t
		left join publication as p on p.id = t.publication_id
		where p.id is null or (p.kind <> 'practice' and p.known_from <> 'infinity' and p.withdrawn_on is null)
		order by ${key}, p.id is null, ${sql.join(NEWEST_FIRST)}`.execute(transaction);
	return new Map(
		rows.map((values) => [
			keyOf(table, values),
			{ values, publication: (values['publication_id'] as number | null) ?? null }
		])
	);
}

/** A revision or correction takes the place of the publication of which it changes most rules. */
async function setSuperseded(
	transaction: WriteTransaction,
	publication: number,
	changed: readonly number[]
): Promise<void> {
	const groups = [...Map.groupBy(changed, (id) => id).values()];
	const [most] = groups.toSorted((a, b) => b.length - a.length);
	if (most?.[0] === undefined) return;
	await transaction
		.updateTable('publication')
		.set({ supersedes: most[0] })
		.where('id', '=', publication)
		.execute();
}

const BATCH_ROWS = 1_000;

async function writeRows(
	transaction: WriteTransaction,
	{ table }: RuleTable,
	rows: readonly RuleRow[],
	publication_id: number
): Promise<void> {
	for (let at = 0; at < rows.length; at += BATCH_ROWS) {
		const batch = rows.slice(at, at + BATCH_ROWS);
		const values = batch.map((row) => ({ ...row.values, publication_id }));
		await transaction
			.insertInto(table)
			.values(values as never)
			.execute();
	}
}
