/** A file as it is, with what was recognised in it: for whoever has to say what the file leaves open. */
import type { Day } from '#lib/domain/dates.ts';
import { createPlaces } from '#lib/domain/places.ts';
import type { Regime } from '#lib/domain/regime.ts';
import { allRows } from '../bytes/all-rows.ts';
import { AreaRows } from '../read/area-rows.ts';
import type { Brought } from '../write/brought.ts';
import { Findings, UnreadableFileError, WHOLE_FILE } from '../findings/findings.ts';
import { columnLetters, mapLookup, type MapLookup } from '../read/import-map.ts';
import type { ReadOptions, Recognised } from '../read/layout.ts';
import { recogniseLayout } from '../read/layouts.ts';
import { municipalityNames } from '../read/municipality-names.ts';
import { openTables } from '../bytes/open-tables.ts';
import { recogniseRules } from '../read/rules-read.ts';
import { rowAddress, withoutSkipped } from '../read/skipped-rows.ts';
import { statedDays } from '../read/stated-days.ts';
import { sheetDay } from '../read/sheet-day.ts';
import type { RuleColumn } from '../read/rule-tables.ts';
import { partsOf, type SheetPart } from '../read/sheet-parts.ts';
import { inspect, type ImportSource } from '../bytes/source.ts';
import { cellText, findHeader, isBlank, type Row, type Table } from '../bytes/table.ts';
import { schemes } from '../../queries/objectives.ts';
import { municipalities, successions } from '../../queries/places.ts';
import type { KeptReview } from './review.ts';
import type { Reader } from '../../database/schema.ts';

/** What a row of a sheet is taken for. */
type RowKind =
	'title' | 'head' | 'municipality' | 'rule' | 'total' | 'other' | 'note' | 'skipped' | 'blank';

/** A column of a sheet, and what it is taken for. */
export interface SeenColumn {
	letter: string;
	/** Its header; empty when it has none. */
	name: string;
	/** By what an answer names it: the header where no other column has it, else the letter. */
	key: string;
	/** The meaning, as a mapping file names it; null: not known. */
	is: string | null;
	/** What stands in it, where it is of a table of rules; Dutch. */
	about: string | null;
	/** The day that the header names. */
	date: Day | null;
	/** Whether somebody who opens the file does not see it. */
	hidden: boolean;
}

/** A row of a sheet as it is. */
interface SeenRow {
	row: number;
	kind: RowKind;
	hidden: boolean;
	cells: string[];
	/** By what an answer names it. */
	address: string;
	/** The days that stand above or beside the figures, of which one can be theirs. */
	days: Day[];
}

/** A sheet as it is: its first and last rows, and those between them that nobody knows or that are skipped. */
export interface SeenSheet {
	sheet: string | null;
	/** `read`: taken by the layout; `left`: not; `skipped`: somebody said so. */
	state: 'read' | 'left' | 'skipped';
	/** The day of its figures, where the sheet or somebody says it. */
	date: Day | null;
	hidden: boolean;
	columns: SeenColumn[];
	rows: SeenRow[];
	/** How many rows there are of each kind, those not shown too. */
	counts: Partial<Record<RowKind, number>>;
}

/** A file as the desk shows it after a check. */
export interface Looked {
	sheets: SeenSheet[];
	/** Name of the layout; null when none was recognised. */
	layout: string | null;
	/** How many findings there are of each kind. */
	tally: Partial<Record<string, number>>;
	unanswered: string[];
	reviewed: KeptReview | null;
	brought: Pick<Brought, 'figures' | 'rules' | 'retired'>;
	/** The publication that was written. */
	publication: number | null;
}

/** Rows shown of a sheet: where it begins and where it ends. */
const SHOWN = { first: 22, last: 10, between: 30, columns: 24, sheets: 12 };
/** Characters shown of a cell. */
const LONGEST = 60;

/** Opens a file as an import does, and tells what is seen; nothing when it cannot be opened. */
export async function lookAt(
	source: ImportSource,
	options: ReadOptions,
	reader: Reader
): Promise<SeenSheet[]> {
	try {
		const { tables: whole } = await openTables(source, await inspect(source));
		const tables = withoutSkipped(whole, options.map);
		const recognised = recognisedIn(tables, options);
		const places = createPlaces(await municipalities(reader), await successions(reader));
		const lookup = mapLookup(options.map);
		const areas = new AreaRows(municipalityNames(places), places, lookup, new Findings());
		const context = { options, lookup, areas, recognised, laws: await schemes(reader) };
		return await Promise.all(
			tables
				.slice(0, SHOWN.sheets)
				.map((table, at) => seenSheet(table, whole[at] ?? table, context))
		);
	} catch (error) {
		if (error instanceof UnreadableFileError) return [];
		throw error;
	}
}

interface Context {
	options: ReadOptions;
	lookup: MapLookup;
	areas: AreaRows;
	recognised: Recognised | null;
	laws: readonly Regime[];
}

function recognisedIn(tables: readonly Table[], { map }: ReadOptions): Recognised | null {
	try {
		return recogniseLayout(tables, map);
	} catch (error) {
		if (error instanceof UnreadableFileError) return null;
		throw error;
	}
}

/** @param whole the table with the rows that are skipped */
async function seenSheet(table: Table, whole: Table, context: Context): Promise<SeenSheet> {
	const rows = await allRows(table);
	const parts = partsIn(table, rows, context);
	const columns = columnsOf(parts, rows, table, ruleColumns(table, context));
	const date = dayOf(table, rows, parts, context);
	const seen = (await allRows(whole)).map((row, at): SeenRow => {
		const kind = seenKind(row, rows[at] ?? [], () => kindOf(parts, at, date, context));
		return {
			...{ row: at + 1, kind, hidden: table.hidden.rows.has(at + 1) },
			cells: wordsOf(row, columns.length),
			address: rowAddress(table.sheet, at + 1),
			days: DATED.includes(kind) ? statedDays(row.map(cellText).join(' \n ')) : []
		};
	});
	const counts: SeenSheet['counts'] = {};
	for (const { kind } of seen) counts[kind] = (counts[kind] ?? 0) + 1;
	const said = context.lookup.sheet(table.sheet);
	const isRead = context.recognised?.tables.includes(table) ?? false;
	const state = said === 'skip' ? 'skipped' : isRead ? 'read' : 'left';
	const { sheet, hidden } = table;
	return { sheet, state, date, hidden: hidden.sheet, columns, rows: shownOf(seen), counts };
}

/** What a row is; one that is skipped is read as blank. */
function seenKind(row: Row, asRead: Row, kind: () => RowKind): RowKind {
	if (isBlank(row)) return 'blank';
	return isBlank(asRead) ? 'skipped' : kind();
}

/** Kinds of rows in which a day can be that of the figures. */
const DATED: readonly RowKind[] = ['title', 'head', 'note'];

/** The rows that are shown. */
function shownOf(rows: readonly SeenRow[]): SeenRow[] {
	const end = Math.max(SHOWN.first, rows.length - SHOWN.last);
	const between = rows
		.slice(SHOWN.first, end)
		.filter(({ kind }) => kind === 'other' || kind === 'skipped');
	return [...rows.slice(0, SHOWN.first), ...between.slice(0, SHOWN.between), ...rows.slice(end)];
}

const wordsOf = (row: Row, width: number): string[] =>
	Array.from({ length: width }, (_, at) => cellText(row[at]).slice(0, LONGEST));

/** The tables of a sheet for people, or the one of another layout. */
function partsIn(table: Table, rows: readonly Row[], context: Context): SheetPart[] {
	const layout = context.recognised?.layout;
	if (!layout || layout.name === 'measurement') {
		const { lookup } = context;
		return partsOf(rows, { merges: table.merges, fills: table.sheet === null, lookup }).parts;
	}
	const names = [...layout.columns, ...layout.optional];
	const found =
		layout.kind === 'rules'
			? recogniseRules(table)?.header
			: findHeader(table, names, Math.min(2, names.length));
	if (!found) return [];
	const columns = found.names.map((name, at) => ({ at, name, meaning: null }));
	return [{ rows: [...rows], header: { row: found.row, top: found.row, columns } }];
}

/** The columns of the tables of rules that stand on a sheet; none where the file brings something else. */
const ruleColumns = (table: Table, { recognised }: Context): readonly RuleColumn[] =>
	recognised?.layout.kind === 'rules'
		? (recogniseRules(table)?.tables.flatMap(({ columns }) => columns) ?? [])
		: [];

function columnsOf(
	parts: readonly SheetPart[],
	rows: readonly Row[],
	{ hidden }: Table,
	rules: readonly RuleColumn[]
): SeenColumn[] {
	const width = Math.min(SHOWN.columns, Math.max(0, ...rows.map((row) => row.length)));
	const all = parts.flatMap(({ header }) => header.columns);
	const names = all.map(({ name }) => name);
	return Array.from({ length: width }, (_, at) => {
		const own = all.filter((one) => one.at === at);
		const column = own.find(({ meaning }) => meaning) ?? own.find(({ name }) => name !== '');
		const [letter, name] = [columnLetters(at), column?.name ?? ''];
		const isOwn = name !== '' && names.filter((other) => other === name).length === 1;
		const rule = rules.find(({ header }) => header === name.toLowerCase());
		const known = rule?.header ?? (column?.meaning === null ? knownName(name) : null);
		const date = column?.meaning?.date ?? null;
		return {
			letter,
			name,
			key: isOwn ? name : letter,
			is: column?.meaning?.is ?? known,
			about: rule?.about ?? null,
			date,
			hidden: hidden.columns.has(at + 1)
		};
	});
}

/** The columns of the tidy table mean what they are called. */
const TIDY = ['nis_code', 'reference_date', 'indicator', 'value', 'status', 'note'];
const knownName = (name: string): string | null =>
	TIDY.find((one) => one === name.toLowerCase()) ?? null;

function dayOf(
	{ sheet }: Table,
	rows: readonly Row[],
	[first]: readonly SheetPart[],
	{ options, laws, lookup }: Context
): Day | null {
	const titles = rows.slice(0, (first?.header.top ?? 1) - 1).flatMap((row) => row.map(cellText));
	const columns = first?.header.columns ?? [];
	const place = { ...WHOLE_FILE, sheet };
	const findings = new Findings();
	return sheetDay({ titles, columns, place, options, laws, lookup, findings }).date;
}

/** What a row is in one of the tables: the most telling of them. */
function kindOf(
	parts: readonly SheetPart[],
	at: number,
	date: Day | null,
	context: Context
): RowKind {
	const kinds = parts.map((part) => kindIn(part, at, date, context));
	return TELLING.find((kind) => kinds.includes(kind)) ?? 'other';
}

const TELLING: readonly RowKind[] = [
	'head',
	'rule',
	'municipality',
	'total',
	'other',
	'title',
	'note'
];

function kindIn(
	{ rows, header }: SheetPart,
	index: number,
	date: Day | null,
	{ areas, recognised }: Context
): RowKind {
	const row = rows[index] ?? [];
	if (isBlank(row)) return 'blank';
	if (index + 1 < header.top) return 'title';
	if (index < header.row) return 'head';
	if (recognised?.layout.kind === 'rules') return 'rule';
	const at = (is: string) =>
		header.columns.find(({ meaning, name }) => (meaning?.is ?? knownName(name)) === is)?.at ?? -1;
	const code = row[at('nis')] ?? row[at('nis_code')] ?? null;
	const name = row[at('municipality')] ?? null;
	const hasFigures = row.some(
		(cell) => typeof cell === 'number' || /^-?\d[\d.,]*$/.test(cellText(cell))
	);
	const { kind } = areas.read(code, name, date, hasFigures, WHOLE_FILE);
	return kind === 'municipality' || kind === 'total' ? kind : kind === 'none' ? 'note' : 'other';
}
