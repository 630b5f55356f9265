import type { Day } from '#lib/domain/dates.ts';
import {
	describedFields,
	OPEN_TABLES,
	type Described as DescribedField,
	type OpenTableName
} from '#lib/tables/data-package.ts';
import { CREDITS, LICENCE, OPEN_DATA_ABOUT, OPEN_DATA_TITLE } from '#lib/text/open-data.ts';
import type { Publication } from '../../queries/publications.ts';
import { constraintsOf, referencesOf } from './schema.ts';

/** A CSV file of the open data. */
export interface TableFile {
	name: OpenTableName;
	/** Name of the file. */
	path: string;
	/** Bytes. */
	size: number;
	/** SHA-256, hexadecimal. */
	sha256: string;
	/** Rows below the head. */
	rows: number;
}

/** What both descriptions of the package, Frictionless and CSVW, are made from. */
export interface Described {
	/** Number of the version of the site. */
	version: number;
	known: Day;
	files: readonly TableFile[];
	/** The publications that were out, without practice figures. */
	sources: readonly Publication[];
}

/**
 * `datapackage.json` of the open data: Frictionless Data Package 1 with the profile of tables, which readers of version 2
 * understand too. Nothing in it comes from the clock or from the address of the site: the same day gives the same text.
 */
export const dataPackage = ({ known, files, sources }: Described) => ({
	profile: 'tabular-data-package',
	name: 'woonobjectief',
	title: OPEN_DATA_TITLE,
	description: `${OPEN_DATA_ABOUT} Bekend op ${known}. Bronvermelding: ${CREDITS}.`,
	version: known,
	created: `${known}T00:00:00Z`,
	keywords: ['sociale huisvesting', 'bindend sociaal objectief', 'gemeenten', 'Vlaanderen'],
	licenses: [{ name: 'other-open', path: LICENCE.id, title: LICENCE.title }],
	sources: sources.map(({ publisher, title, url }) => ({
		title: `${publisher}: ${title}`,
		...(url && { path: url })
	})),
	resources: files.map(resourceOf)
});

const resourceOf = ({ name, path, size, sha256, rows }: TableFile) => ({
	profile: 'tabular-data-resource',
	name,
	path,
	title: OPEN_TABLES[name].title,
	description: OPEN_TABLES[name].about,
	format: 'csv',
	mediatype: 'text/csv',
	encoding: 'utf-8',
	dialect: {
		delimiter: ',',
		lineTerminator: '\r\n',
		quoteChar: '"',
		doubleQuote: true,
		header: true
	},
	bytes: size,
	hash: `sha256:${sha256}`,
	rows,
	schema: schemaOf(name)
});

function schemaOf(name: OpenTableName) {
	const references = referencesOf(name);
	return {
		fields: describedFields(name).map(fieldOf),
		missingValues: [''],
		primaryKey: OPEN_TABLES[name].key,
		...(references.length > 0 && {
			foreignKeys: references.map((one) => ({
				fields: one.columns,
				reference: { resource: one.table === name ? '' : one.table, fields: one.to }
			}))
		})
	};
}

function fieldOf(field: DescribedField) {
	const { type, values, pattern, minimum } = constraintsOf(field);
	return {
		name: field.name,
		type,
		description: field.about,
		...(field.unit && { unit: field.unit }),
		constraints: {
			...(!field.blank && { required: true }),
			...(values && { enum: values }),
			...(pattern && { pattern }),
			...(minimum !== undefined && { minimum })
		}
	};
}
