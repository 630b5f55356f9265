import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/node';
import type { RuleValue } from '../desk/read/rule-cells.ts';
import type { RuleTable } from '../desk/read/rule-tables.ts';
import { harmless } from './csv.ts';

/** Rules from one source. */
export interface SourcedRules {
	/** Null: the expected dates, which name their source in words. */
	source: {
		id: number;
		publisher: string;
		title: string;
		url?: string | null;
		licence?: string | null;
		published_on?: string | null;
	} | null;
	tables: { table: RuleTable; rows: Record<string, RuleValue>[] }[];
}

/**
 * Writes the start rules of this program that a database has not got as workbooks of the layout of an import, one for each
 * source: whoever runs the site checks, imports and releases them, or leaves it.
 * @returns what was written, and the commands that take it in
 */
export async function writeNewerRules(
	newer: readonly SourcedRules[],
	folder: string
): Promise<string[]> {
	if (newer.length === 0) return ['Every start rule of this program is in the database already.'];
	await mkdir(folder, { recursive: true });
	const commands: string[] = [];
	for (const one of newer) {
		const path = join(folder, `rules-${one.source?.id ?? 'calendar'}.xlsx`);
		await writeFile(path, await writeXlsxFile(one.tables.map(sheetOf)).toBuffer());
		commands.push(command(path, one));
	}
	return [
		`Written to ${folder}: ${newer.length === 1 ? '1 file' : `${newer.length} files`}, a source each. Look at each with \`check\`, then take it in:`,
		...commands
	];
}

function sheetOf({
	table: { table, columns },
	rows
}: SourcedRules['tables'][number]): Sheet<never> {
	const cell = (value: string | number | null): Cell =>
		typeof value === 'number'
			? { value, type: Number }
			: value && { value: harmless(value), type: String };
	return {
		sheet: table,
		data: [
			columns.map(({ header }) => cell(header)),
			...rows.map((row) => columns.map((one) => cell(one.cell.write(row[one.field] ?? null))))
		]
	};
}

/** The command that takes a file in, with all that is known of its source. */
function command(path: string, { source }: SourcedRules): string {
	const options = {
		publisher: source?.publisher ?? 'Woonobjectief',
		title: source?.title ?? 'Verwachte publicaties',
		url: source?.url,
		licence: source?.licence,
		published: source?.published_on
	};
	const said = Object.entries(options).flatMap(([name, value]) =>
		value ? [`--${name} ${quoted(value)}`] : []
	);
	return ['npm run data -- import', quoted(path), '--draft', ...said].join(' ');
}

/** As one word of a shell. */
const quoted = (words: string): string =>
	/^[\w./:-]+$/.test(words) ? words : `'${words.replaceAll("'", String.raw`'\''`)}'`;
