import { parse } from 'csv-parse/sync';

/**
 * The rules of the W3C recommendations «Metadata Vocabulary for Tabular Data» and «Model for Tabular Data» that the metadata
 * of the open data can break, and what they say of every cell.
 */

interface Datatype {
	base?: string;
	format?: string;
	minimum?: number;
}
interface CsvwColumn {
	name: string;
	titles: string;
	required?: boolean;
	datatype: string | Datatype;
}
interface CsvwTable {
	url: string;
	tableSchema: {
		columns: CsvwColumn[];
		primaryKey: string[];
		foreignKeys: {
			columnReference: string[];
			reference: { resource: string; columnReference: string[] };
		}[];
	};
}

/** A group of tables, with the properties of CSVW that this site uses. */
export interface CsvwGroup {
	'@context': unknown;
	tables: CsvwTable[];
}

type Row = Record<string, string>;
type Tables = ReadonlyMap<string, readonly Row[]>;

/** What is wrong with metadata and files; one line each, nothing when all is well. */
export function csvwFaults(group: CsvwGroup, files: ReadonlyMap<string, string>): string[] {
	const [namespace] = [group['@context']].flat();
	const tables = new Map(
		[...files].map(([url, text]) => [url, parse(text, { columns: true }) as Row[]])
	);
	return [
		...(namespace === 'http://www.w3.org/ns/csvw' ? [] : ['The context is not that of CSVW.']),
		...[...files.keys()]
			.filter((url) => !group.tables.some((one) => one.url === url))
			.map((url) => `${url} is not described.`),
		...group.tables.flatMap((table) => tableFaults(table, group, files.get(table.url), tables))
	];
}

function tableFaults(
	{ url, tableSchema }: CsvwTable,
	group: CsvwGroup,
	text: string | undefined,
	tables: Tables
): string[] {
	if (text === undefined) return [`${url} is not there.`];
	const { columns, primaryKey, foreignKeys } = tableSchema;
	const rows = tables.get(url) ?? [];
	const head = text.slice(0, text.indexOf('\r\n'));
	const unknown = primaryKey.filter((name) => !columns.some((one) => one.name === name));
	const keys = rows.map((row) => valueOf(row, primaryKey));
	return [
		...(head === columns.map((one) => one.titles).join() ? [] : [`${url}: other columns.`]),
		...columns.flatMap((column) => columnFaults(url, column, rows)),
		...unknown.map((name) => `${url}: the key names ${name}, which is no column.`),
		...(new Set(keys).size === keys.length ? [] : [`${url}: a key stands twice.`]),
		...foreignKeys.flatMap((one) => referenceFaults(url, one, group, tables, rows))
	];
}

const valueOf = (row: Row, columns: readonly string[]) =>
	columns.map((name) => row[name]).join('|');

/** A reference must name columns of a table of the group, and every value that is not blank must stand there. */
function referenceFaults(
	url: string,
	{ columnReference, reference }: CsvwTable['tableSchema']['foreignKeys'][number],
	group: CsvwGroup,
	tables: Tables,
	rows: readonly Row[]
): string[] {
	const target = group.tables.find((one) => one.url === reference.resource);
	const names = target?.tableSchema.columns.map((one) => one.name) ?? [];
	if (reference.columnReference.some((name) => !names.includes(name)))
		return [`${url} refers to ${reference.resource}, which has no such column.`];
	const found = new Set(
		(tables.get(reference.resource) ?? []).map((row) => valueOf(row, reference.columnReference))
	);
	return rows
		.filter((row) => columnReference.every((name) => row[name] !== ''))
		.map((row) => valueOf(row, columnReference))
		.filter((value) => !found.has(value))
		.map((value) => `${url}: ${value} is not in ${reference.resource}.`);
}

/** Names that a column may have: those of a variable of a URI template, without an underscore in front. */
const NAME = /^[A-Za-z0-9][\w.]*$/;

const CELLS: Readonly<Record<string, RegExp>> = {
	string: /^/,
	integer: /^-?\d+$/,
	number: /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i,
	boolean: /^(true|false)$/,
	date: /^\d{4}-\d{2}-\d{2}$/
};

function columnFaults(url: string, column: CsvwColumn, rows: readonly Row[]): string[] {
	const { name, required = false, datatype } = column;
	const type: Datatype = typeof datatype === 'string' ? { base: datatype } : datatype;
	const cell = CELLS[type.base ?? ''];
	if (!NAME.test(name)) return [`${url}: ${name} is no name of a column.`];
	if (!cell) return [`${url}: ${name} has the unknown datatype ${type.base}.`];
	const format = type.base === 'string' && type.format ? `^(?:${type.format})$` : '';
	const isRight = (value: string) =>
		value === ''
			? !required
			: cell.test(value) &&
				new RegExp(format, 'u').test(value) &&
				(type.minimum === undefined || Number(value) >= type.minimum);
	return rows
		.map((row) => row[name] ?? '')
		.filter((value) => !isRight(value))
		.map((value) => `${url}: "${value}" cannot stand in ${name}.`);
}
