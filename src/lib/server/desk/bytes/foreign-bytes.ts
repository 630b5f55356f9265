import { UnreadableFileError } from '../findings/findings.ts';

/** A kind of file that people hand over and that holds no table for this program: what it is, and what to do. */
interface ForeignKind {
	what: string;
	todo: string;
}

const SAVE_AS = 'open it and save it as "Excel workbook (.xlsx)" or as CSV';

/** Kinds that the first bytes tell, as text in which a byte is a character. */
const BY_START: readonly (readonly [string | RegExp, ForeignKind])[] = [
	[
		'\xd0\xcf\x11\xe0',
		{ what: 'an Excel file of before 2007 (.xls), or one with a password', todo: SAVE_AS }
	],
	[
		'%PDF',
		{
			what: 'a PDF',
			todo: 'ask the publisher for the table behind it, as XLSX or CSV; a PDF holds no cells'
		}
	],
	[
		/^(\xef\xbb\xbf)?\s*<(!doctype html|html|table|head|body)/i,
		{ what: 'a web page (HTML), whatever its name says', todo: SAVE_AS }
	],
	['{\\rtf', { what: 'a text document (RTF)', todo: 'copy its table into a workbook' }],
	[
		/^(\x89PNG|\xff\xd8\xff|GIF8)/,
		{ what: 'a picture', todo: 'ask the publisher for the table itself' }
	],
	[/^(7z|Rar!)/, { what: 'a packed file', todo: 'unpack it and hand over the table in it' }]
];

/** Kinds that the names of the parts of an archive tell. */
const BY_PART: readonly (readonly [RegExp, ForeignKind])[] = [
	[/^xl\/workbook\.bin$/, { what: 'a binary Excel workbook (.xlsb)', todo: SAVE_AS }],
	[/^content\.xml$/, { what: 'a document of LibreOffice, such as an .ods', todo: SAVE_AS }],
	[/^word\//, { what: 'a Word document', todo: 'copy its table into a workbook' }],
	[/^ppt\//, { what: 'a presentation', todo: 'ask the publisher for the table itself' }]
];

/**
 * Refuses a file that its first bytes show to be of another kind.
 * @throws UnreadableFileError that names the kind and what to do
 */
export function refuseForeignBytes(head: Uint8Array): void {
	const start = Buffer.from(head.subarray(0, 512)).toString('latin1');
	const found = BY_START.find(([mark]) =>
		typeof mark === 'string' ? start.startsWith(mark) : mark.test(start)
	);
	if (found) throw foreign(found[1]);
}

/**
 * Refuses an archive that is no workbook of Excel.
 * @throws UnreadableFileError that names the kind and what to do
 */
export function refuseForeignArchive(names: readonly string[]): void {
	const found = BY_PART.find(([mark]) => names.some((name) => mark.test(name)));
	if (found) throw foreign(found[1]);
	if (names.length === 0 || names.some((name) => /^xl\//.test(name))) return;
	throw foreign({
		what: `a zip archive (${names.length} inside) without a workbook`,
		todo: 'unpack it and hand over the table in it'
	});
}

const foreign = ({ what, todo }: ForeignKind) =>
	new UnreadableFileError('unreadable_file', `The file is ${what}.`, todo);
