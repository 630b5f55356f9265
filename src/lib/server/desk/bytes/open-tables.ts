import { encodingOf, openDelimited, type Encoding } from './delimited.ts';
import { UnreadableFileError } from '../findings/findings.ts';
import type { ImportSource, Inspection } from './source.ts';
import type { Table } from './table.ts';
import { isArchive, isOldWorkbook, openWorkbook } from './workbook.ts';

/** The tables of a file: none when it holds neither text nor a workbook. */
export interface OpenedFile {
	tables: Table[];
	/** Encoding of a text file; null for anything else. */
	encoding: Encoding | null;
}

/**
 * Opens a file by what it holds, not by its name.
 * @throws UnreadableFileError when it is a workbook that cannot be read
 */
export async function openTables(
	source: ImportSource,
	inspection: Inspection
): Promise<OpenedFile> {
	const { head } = inspection;
	if (isArchive(head)) return { tables: await openWorkbook(source, inspection), encoding: null };
	if (isOldWorkbook(head)) {
		throw new UnreadableFileError(
			'unreadable_file',
			'The file is an Excel file of before 2007 (.xls), or one with a password.',
			'an .xlsx file without a password: open it and save it as "Excel workbook (.xlsx)"'
		);
	}
	const encoding = encodingOf(inspection);
	return { tables: encoding ? [openDelimited(source, inspection, encoding)] : [], encoding };
}
