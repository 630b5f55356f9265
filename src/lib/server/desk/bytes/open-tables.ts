import { encodingOf, openDelimited, type Encoding } from './delimited.ts';
import type { ImportSource, Inspection } from './source.ts';
import type { Table } from './table.ts';
import { refuseForeignBytes } from './foreign-bytes.ts';
import { isArchive, openWorkbook } from './workbook.ts';

/** The tables of a file: none when it holds neither text nor a workbook. */
export interface OpenedFile {
	tables: Table[];
	/** Encoding of a text file; null for anything else. */
	encoding: Encoding | null;
}

/**
 * Opens a file by what it holds, not by its name.
 */
export async function openTables(
	source: ImportSource,
	inspection: Inspection
): Promise<OpenedFile> {
	const { head } = inspection;
	if (isArchive(head)) return { tables: await openWorkbook(source, inspection), encoding: null };
	refuseForeignBytes(head);
	const encoding = encodingOf(inspection);
	return { tables: encoding ? [openDelimited(source, inspection, encoding)] : [], encoding };
}
