import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { documentAt } from '../../support/html.ts';
import { answerAt } from '../api.ts';
import { PAGES, repeatsFigures } from '../pages.ts';
import { readFile } from './file-table.ts';
import { type PageTable, tablesOf } from './page-table.ts';
import { differences } from './same-cells.ts';
import { dutchDifferences, workbookDifferences } from './same-files.ts';

const TYPES = {
	csv: 'text/csv; charset=utf-8',
	'excel.csv': 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const;

/** Anyone may keep what does not change until the data do. */
const KEPT = 'public, no-cache';

/** Pages whose tables have files; those of the API describe fields. */
const OWNERS = PAGES.filter((address) => !repeatsFigures(address) && address !== '/api');

/** Whether a page is about regions: these have half of all tables. */
export const isOfRegions = (address: string): boolean => /^\/(regios|vergelijken)/.test(address);

/** The bytes of a file that must be there. */
export const bytesAt = async (address: string): Promise<Buffer> =>
	Buffer.from(await (await answerAt(address)).arrayBuffer());

/** Asks the files of every table of the pages that are meant, and compares them with the page and with each other. */
export function describeTables(isMeant: (address: string) => boolean): void {
	describe('every table is to be had as a file that says the same, cell by cell', () => {
		test.for(OWNERS.filter(isMeant))('%s', { timeout: 2 * SOON.timeout }, async (address) => {
			const faults = () => faultsAt(address);
			if ((await cachingOf(address)) === KEPT) expect(await faults()).toEqual([]);
			else await expect.poll(() => whileSame(address, faults), SOON).toEqual([]);
		});
	});
}

const cachingOf = async (address: string) => (await answerAt(address)).headers.get('cache-control');
/** A page that tells more every moment, as the list of packages while they are made, does so for minutes on a busy machine. */
const SOON = { timeout: 400_000, interval: 2_000 };

/** What was found while a page said the same before and after; else that it did not. */
async function whileSame(address: string, find: () => Promise<string[]>): Promise<string[]> {
	const before = String(await bytesAt(address));
	const found = await find();
	return before === String(await bytesAt(address)) ? found : ['the page told more meanwhile'];
}

/** All that the files of a page say otherwise than the page. */
async function faultsAt(address: string): Promise<string[]> {
	const caching = await cachingOf(address);
	const tables = tablesOf(await documentAt(address));
	const files = tables.flatMap((one) => one.files);
	const faults = files.length === new Set(files).size ? [] : ['two tables have the same file'];
	for (const table of tables) faults.push(...(await faultsOf(table, caching)));
	return faults;
}

async function faultsOf({ files, ...table }: PageTable, caching: string | null): Promise<string[]> {
	const first = await fileOf(files, 'csv', caching);
	const dutch = await fileOf(files, 'excel.csv', caching);
	const sheet = await fileOf(files, 'xlsx', caching);
	const plain = readFile(first.bytes);
	const told = (address: string) => (fault: string) => `${address}: ${fault}`;
	return [
		...differences(table, plain).map(told(first.address)),
		...dutchDifferences(plain, dutch.bytes).map(told(dutch.address)),
		...(await workbookDifferences(plain, sheet.bytes)).map(told(sheet.address)),
		...(await missingNotes(sheet.bytes)).map(told(sheet.address))
	];
}

/** One file of a table, as it must be sent; it is kept as its page is. */
async function fileOf(
	files: readonly string[],
	ending: keyof typeof TYPES,
	caching: string | null
) {
	const address = files.find((one) => endingOf(one) === ending) ?? '';
	const answer = await answerAt(address);
	expect(answer.status, address).toBe(200);
	expect(answer.headers.get('content-type')).toBe(TYPES[ending]);
	expect(answer.headers.get('cache-control')).toBe(caching);
	expect(answer.headers.get('content-disposition')).toMatch(
		/^attachment; filename="[a-z\d-]+\.(csv|xlsx)"$/
	);
	return { address, bytes: Buffer.from(await answer.arrayBuffer()) };
}

const endingOf = (address: string) => /\/[\w-]+\.([a-z.]+)(?:\?|$)/.exec(address)?.[1];

/** What the sheet of notes must say and does not. */
async function missingNotes(bytes: Buffer): Promise<string[]> {
	const [, notes] = await readXlsxFile(bytes);
	const told = notes?.data.map(([about]) => String(about)) ?? [];
	return ['Tabel', 'Zoals bekend op', 'Blijvend adres', 'Uitgever'].filter(
		(one) => !told.includes(one)
	);
}
