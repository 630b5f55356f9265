import {
	describedFields,
	OPEN_TABLES,
	type Described as DescribedField
} from '#lib/tables/data-package.ts';
import { LICENCE, OPEN_DATA_ABOUT, OPEN_DATA_TITLE } from '#lib/text/open-data.ts';
import type { Described, TableFile } from './data-package.ts';
import { constraintsOf, referencesOf } from './schema.ts';

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
	const { title, about, key } = OPEN_TABLES[name];
	return {
		url: path,
		'dc:title': title,
		'dc:description': about,
		tableSchema: {
			columns: describedFields(name).map(columnOf),
			primaryKey: key,
			foreignKeys: referencesOf(name).map((one) => ({
				columnReference: one.columns,
				reference: { resource: `${one.table}.csv`, columnReference: one.to }
			}))
		}
	};
};

const columnOf = (field: DescribedField) => ({
	name: field.name,
	titles: field.name,
	'dc:description': field.about,
	...(field.unit && { 'schema:unitText': field.unit }),
	...(!field.blank && { required: true }),
	datatype: datatypeOf(field)
});

/** Values and patterns of text are a regular expression in CSVW; blank cells are none of them. */
function datatypeOf(field: DescribedField) {
	const { type, values, pattern, minimum } = constraintsOf(field);
	if (type === 'date') return { base: 'date', format: 'yyyy-MM-dd' };
	if (type === 'string' && values) return { base: 'string', format: values.join('|') };
	if (type === 'string' && pattern) return { base: 'string', format: pattern };
	return minimum === undefined ? type : { base: type, minimum };
}
