/** What a form said, read back from the file that it made. */
import type { Reader } from '#lib/server/database/schema.ts';
import { allRows } from '#lib/server/desk/bytes/all-rows.ts';
import { openTables } from '#lib/server/desk/bytes/open-tables.ts';
import { bytesSource, inspect } from '#lib/server/desk/bytes/source.ts';
import { cellText, type Table } from '#lib/server/desk/bytes/table.ts';
import { bytesOf, intakeOf } from '#lib/server/intake/intake.ts';
import { formOfFile, FORMS, type Values } from './forms.ts';

/** The values of a form by the file that came of it; none when that is not an open file of this form. */
export async function saidBefore(reader: Reader, form: string, id: number): Promise<Values> {
	const intake = Number.isInteger(id) ? await intakeOf(reader, id) : null;
	if (!intake || intake.closedAt !== null || formOfFile(intake.fileName) !== form) return {};
	const source = bytesSource(intake.fileName, await bytesOf(reader, id));
	const { tables } = await openTables(source, await inspect(source));
	const { publisher, title, url, publishedOn, why } = intake.answers;
	const asked = { uitgever: publisher, titel: title, adres: url, op: publishedOn, waarom: why };
	const pairs = (await Promise.all(tables.map(columnsOf))).flat();
	const said = Object.fromEntries([
		...pairs,
		...Object.entries(asked).map(([name, said]) => [name, said ?? ''])
	]) as Values;
	return FORMS[form]?.said?.(said) ?? said;
}

/** Each column of a table: its head, and what stands under it. */
async function columnsOf(table: Table): Promise<[string, string][]> {
	const [heads = [], ...rows] = await allRows(table);
	return heads.map((head, at) => [
		cellText(head),
		[...new Set(rows.map((row) => cellText(row[at] ?? null)))].join(' ')
	]);
}
