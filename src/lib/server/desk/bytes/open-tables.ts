import { encodingOf, openDelimited, type Encoding } from './delimited.ts';
import { UnreadableFileError } from '../findings/findings.ts';
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
 * Opens a file by what it holds; its name may not say something else.
 * @throws UnreadableFileError when it does, or when it cannot be read
 */
export async function openTables(
	source: ImportSource,
	inspection: Inspection
): Promise<OpenedFile> {
	const { head } = inspection;
	if (isArchive(head)) {
		const tables = await openWorkbook(source, inspection);
		expectEnding(source.name, 'workbook');
		return { tables, encoding: null };
	}
	refuseForeignBytes(head);
	const encoding = encodingOf(inspection);
	if (encoding) expectEnding(source.name, 'text');
	return { tables: encoding ? [openDelimited(source, inspection, encoding)] : [], encoding };
}

/** How the name of a file may end, by what it holds. */
const ENDINGS = {
	text: ['csv', 'txt', 'tsv', 'tab'],
	workbook: ['xlsx', 'xlsm']
} as const satisfies Record<string, readonly string[]>;

/** Refuses a name that claims something else; one without an ending claims nothing. */
function expectEnding(name: string, holds: keyof typeof ENDINGS): void {
	const ending = /\.([a-z][a-z\d]{1,4})$/i.exec(name)?.[1]?.toLowerCase();
	const expected: readonly string[] = ENDINGS[holds];
	if (ending === undefined || expected.includes(ending)) return;
	throw new UnreadableFileError(
		'unreadable_file',
		`The name of the file ends in .${ending}, and it holds ${holds === 'text' ? 'text' : 'a workbook'}.`,
		`a name that ends in .${expected.join(' or .')}: rename the file when it is the right one`
	);
}
