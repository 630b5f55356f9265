import {
	columnAbout,
	LICENCE,
	OPEN_DATA_ABOUT,
	OPEN_DATA_TITLE,
	TABLE_WORDS,
	type OpenTableName
} from '#lib/text/open-data.ts';
import type { Described, TableFile } from './data-package.ts';
import { OPEN_TABLES, type ColumnSchema } from './schema.ts';

/**
 * `csv-metadata.json`: the same description as CSV on the Web (W3C), one group of tables, so that a table can refer to
 * another. The name is the one that a reader of any CSV in the folder looks for by itself.
 */
export const csvwMetadata = ({ known, files }: Described) => ({
	'@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
	'dc:title': OPEN_DATA_TITLE,
	'dc:description': OPEN_DATA_ABOUT,
	'dc:license': { '@id': LICENCE.id },
	'dc:issued': { '@value': known, '@type': 'xsd:date' },
	dialect: { encoding: 'utf-8', delimiter: ',', lineTerminators: ['\r\n'], header: true },
	tables: files.map(tableOf)
});

const tableOf = ({ name, path }: TableFile) => {
	const { columns, key, references } = OPEN_TABLES[name];
	return {
		url: path,
		'dc:title': TABLE_WORDS[name].title,
		'dc:description': TABLE_WORDS[name].about,
		tableSchema: {
			columns: Object.entries(columns).map(([column, schema]) => columnOf(name, column, schema)),
			primaryKey: key,
			foreignKeys: references.map((one) => ({
				columnReference: one.columns,
				reference: { resource: `${one.table}.csv`, columnReference: one.to }
			}))
		}
	};
};

const columnOf = (table: OpenTableName, name: string, schema: ColumnSchema) => ({
	name,
	titles: name,
	'dc:description': columnAbout(table, name),
	...(schema.unit && { 'schema:unitText': schema.unit }),
	...(schema.required && { required: true }),
	datatype: datatypeOf(schema)
});

/** Values and patterns of text are a regular expression in CSVW; blank cells are none of them. */
function datatypeOf({ type, values, pattern, minimum }: ColumnSchema) {
	if (type === 'date') return { base: 'date', format: 'yyyy-MM-dd' };
	if (type === 'string' && values) return { base: 'string', format: values.join('|') };
	if (type === 'string' && pattern) return { base: 'string', format: pattern };
	return minimum === undefined ? type : { base: type, minimum };
}
