import { parse } from 'csv-parse/sync';

/** A file of a table: its heads and the rows below them, as text. */
export interface FileTable {
	heads: string[];
	rows: string[][];
}

/** Reads a file with commas, or with the semicolons of a Dutch spreadsheet. */
export function readFile(bytes: Buffer, delimiter: ',' | ';' = ','): FileTable {
	const [heads = [], ...rows] = parse(bytes, { bom: true, delimiter }) as string[][];
	return { heads, rows };
}

export const isNumber = (cell: string): boolean => /^-?\d+(\.\d+)?(e-?\d+)?$/.test(cell);
export const isDay = (cell: string): boolean => /^\d{4}-\d\d-\d\d$/.test(cell);

/** A column of numbers or days with the columns that say more of them; each is a place in the file. */
export interface ValueColumn {
	at: number;
	/** In brackets behind its head. */
	unit: string;
	/** Whether it is what is known now, beside what was known then. */
	isNow: boolean;
	status?: number;
	/** The unit of each row, where they have several. */
	units?: number;
	/** The day of each number, where they have several. */
	days?: number;
}

/** What a file has of one head of the page. */
export interface HeadColumns {
	head: string;
	values: ValueColumn[];
	/** Columns of words. */
	words: number[];
}

/** Columns of a file that have no head on the page. */
export const APART = { group: 'Deel', nis: 'NIS-code', kind: 'Soort cijfers' } as const;

/** Where one cell of a page holds two values with a meaning each, the file gives the second, or both, a name of its own. */
const NAMED: Readonly<Record<string, string>> = {
	'Gemeenten met een objectief': 'Gemeenten die hun objectief halen',
	'Drempel gerealiseerd': 'Drempels',
	'Drempel met gepland': 'Drempels',
	'Toestand van de volgende': 'Volgende'
};

const SUFFIX =
	/^(?: \((?<second>[^()]*)\))?(?<now>: nu bekend)?(?:: (?<role>status|datum|eenheid|toelichting))?(?: \((?<unit>[^()]*)\))?$/;

/**
 * The columns of a file by the heads of the page that they come from, in the order of the page: the head itself, with a
 * unit in brackets, `: status` and so on.
 * @throws Error for a column that comes from no head in that order
 */
export function columnsByHead(
	{ heads, rows }: FileTable,
	pageHeads: readonly string[]
): HeadColumns[] {
	const found = pageHeads.map((head): HeadColumns => ({ head, values: [], words: [] }));
	let from = 0;
	heads.forEach((name, at) => {
		if (Object.values<string>(APART).includes(name)) return;
		const { head, suffix } = headOf(name, pageHeads, from);
		from = head;
		add(found[head] as HeadColumns, { at, suffix, isValues: holdsValues(rows, at) });
	});
	return found;
}

/** The head at or after a place that a column comes from: of several the longest, of these the next. */
function headOf(name: string, heads: readonly string[], from: number) {
	const candidates = heads.slice(from).flatMap((head, past) => {
		const own = Object.keys(NAMED).find((one) => NAMED[one] === head && name.startsWith(one));
		const begin = own ?? head;
		const suffix = name.startsWith(begin) ? SUFFIX.exec(name.slice(begin.length)) : null;
		return suffix ? [{ head: from + past, suffix: suffix.groups ?? {}, length: begin.length }] : [];
	});
	const [best] = candidates.sort((a, b) => b.length - a.length || a.head - b.head);
	if (!best)
		throw new Error(`No head of the page after «${heads[from]}» is that of the column «${name}».`);
	return best;
}

/** A column that holds nothing but numbers, days and blanks. */
const holdsValues = (rows: readonly string[][], at: number): boolean =>
	rows.every((row) => row[at] === '' || isNumber(row[at] ?? '') || isDay(row[at] ?? ''));

interface Found {
	at: number;
	suffix: Record<string, string | undefined>;
	isValues: boolean;
}

function add(columns: HeadColumns, { at, suffix, isValues }: Found): void {
	const last = columns.values.at(-1);
	switch (suffix['role']) {
		case 'toelichting':
			columns.words.push(at);
			break;
		case 'status':
			if (last) last.status = at;
			else columns.words.push(at);
			break;
		case 'eenheid':
			if (last) last.units = at;
			break;
		case 'datum':
			if (last) last.days = at;
			break;
		default:
			if (!isValues) columns.words.push(at);
			else
				columns.values.push({
					at,
					unit: unitOf(suffix['unit'] ?? suffix['second'] ?? ''),
					isNow: suffix['now'] !== undefined
				});
	}
}

/** A number in brackets tells columns of the same name apart. */
const unitOf = (bracketed: string): string => (/^\d+$/.test(bracketed) ? '' : bracketed);
