import { createHash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import { unzipSync, Zip, type ZipInputFile } from 'fflate';
import type { Day } from '#lib/domain/dates.ts';
import type { ExportTable } from '#lib/tables/column.ts';
import { OPEN_TABLES, type OpenTableName } from '#lib/tables/data-package.ts';
import { packageReadMe } from '#lib/text/open-data-read-me.ts';
import { atVersion } from '../../reference/at-version.ts';
import type { Database } from '../../database/database.ts';
import type { KeptPackage } from '../../queries/packages.ts';
import { publicationsBy, reference } from '../../reference/reference.ts';
import { toCsv } from '../csv.ts';
import { csvwMetadata } from './csvw.ts';
import { dataPackage, type Described, type TableFile } from './data-package.ts';
import { openTables } from './tables.ts';

/** A file of the package. */
export interface PackageFile {
	path: string;
	content: Uint8Array;
}

/** Which package: the last event that counts, and the day on which what was known is told. */
export interface Edition {
	version: number;
	known: Day;
}

const encoder = new TextEncoder();

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/**
 * The files of the open data of a version: the tables, their description in two languages for programs, a page for readers,
 * and the checksums of all of them. No later event changes them (`at-version.ts` says how far).
 * @param report is told how many files are made
 */
export async function packageFiles(
	database: Database,
	{ version, known }: Edition,
	report: (files: number) => void = () => undefined
): Promise<PackageFile[]> {
	const then = atVersion(database, version);
	const files: PackageFile[] = [];
	const tables: TableFile[] = [];
	const add = (file: PackageFile) => report(files.push(file));
	for await (const [name, table] of openTables(then, known)) {
		const file = csvFile(name, table);
		tables.push(tableFile(name, table, file));
		add(file);
		await breath();
	}
	const described = { version, known, files: tables, sources: await sourcesOf(then, known) };
	for (const file of descriptions(described)) add(file);
	files.sort((a, b) => (a.path < b.path ? -1 : 1));
	add(textFile('SHA256SUMS', files.map(sumLine).join('')));
	return files;
}

/** The package of a version as one zip, in which every file carries its day. */
export async function makePackage(database: Database, edition: Edition): Promise<KeptPackage> {
	const content = zipped(await packageFiles(database, edition), edition.known);
	return { ...edition, content, sha256: sha256(content) };
}

const csvFile = (name: OpenTableName, { columns, rows }: ExportTable): PackageFile =>
	textFile(`${name}.csv`, toCsv(columns, rows));

const tableFile = (
	name: OpenTableName,
	{ rows }: ExportTable,
	{ path, content }: PackageFile
): TableFile => ({
	name,
	path,
	size: content.length,
	sha256: sha256(content),
	rows: rows.length
});

/** The published sources that were out and not withdrawn. */
async function sourcesOf(database: Database, known: Day): Promise<Described['sources']> {
	const issued = publicationsBy(await reference(database), known);
	return issued.filter((one) => one.kind !== 'practice' && one.withdrawnOn === null);
}

const descriptions = (described: Described): PackageFile[] => [
	textFile('README.md', packageReadMe(described, described.files.map(readable))),
	textFile('csv-metadata.json', asJson(csvwMetadata(described))),
	textFile('datapackage.json', asJson(dataPackage(described)))
];

const readable = (file: TableFile) => ({ ...file, about: OPEN_TABLES[file.name].about });

const asJson = (value: unknown): string => `${JSON.stringify(value, null, '\t')}\n`;

const textFile = (path: string, text: string): PackageFile => ({
	path,
	content: encoder.encode(text)
});

/** A line as `sha256sum` writes and checks it. */
const sumLine = ({ path, content }: PackageFile): string => `${sha256(content)}  ${path}\n`;

/** A zip keeps the time of a clock without its place, so the day is given in that of this machine. */
function zipped(files: readonly PackageFile[], day: Day): Uint8Array {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const parts: Uint8Array[] = [];
	const zip = new Zip((error, part) => {
		if (error) throw error;
		parts.push(part);
	});
	for (const { path, content } of files) {
		const entry = packedEntry(path, content, new Date(year, month - 1, date));
		zip.add(entry);
		entry.ondata?.(null, deflateRawSync(content), true);
	}
	zip.end();
	return Buffer.concat(parts);
}

/** A file in a zip, packed and counted by Node itself: in JavaScript that takes four times as long. */
const packedEntry = (filename: string, content: Uint8Array, mtime: Date): ZipInputFile => ({
	filename,
	mtime,
	size: content.length,
	crc: crc32(content),
	compression: 8
});

/** One file of a package; undefined when it has none with this name. */
export const fileOf = (
	{ content }: Pick<KeptPackage, 'content'>,
	path: string
): Uint8Array | undefined => unzipSync(content, { filter: ({ name }) => name === path })[path];
