import type { Day } from '#lib/domain/dates.ts';
import type { Places } from '#lib/domain/places.ts';
import type { Regime } from '#lib/domain/regime.ts';
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import type { Beside, FigureFile, FiguresLayout, RawFigure, ReadOptions } from './layout.ts';
import { hasPeopleHeader } from './measurement-header.ts';
import { PeopleSheetReader } from './people-sheet.ts';
import type { PeopleTable } from './people-table.ts';
import { refuseUnknownRegime } from './sheet-regimes.ts';
import { structureStart } from './structure.ts';
import type { Table } from '../bytes/table.ts';

/**
 * The yearly measurement and the progress tests as people make them: a row a municipality, on one or more sheets, with
 * whatever titles, order of columns, headers of two rows, notes and totals. `measurement-columns.ts` lists the headers.
 */
export const measurement: FiguresLayout = {
	kind: 'figures',
	name: 'measurement',
	about: 'the yearly measurement or a progress test, a row a municipality (XLSX or CSV)',
	columns: ['gemeente or NIS'],
	optional: ['nulmeting', 'BSO', 'gerealiseerd', 'in uitvoering', 'gepland', 'categorie', '…'],
	publisher: null,
	title: null,
	note: null,
	recognises: hasPeopleHeader,
	async open(tables, options, places, findings, laws): Promise<FigureFile> {
		refuseUnknownRegime(options.regime ?? null, laws, findings);
		const sheets = await readSheets(tables, options, places, laws, findings);
		const dates = sheets.flatMap(({ date }) => date ?? []).sort();
		const figures = withoutRepeats(
			sheets.flatMap((sheet) => sheet.figures),
			findings
		);
		return {
			columns: {
				nis: 'gemeente',
				date: 'datum',
				indicator: 'kop',
				value: 'waarde',
				status: 'waarde',
				note: 'opmerking'
			},
			structureOn: structureOf(dates, options, places),
			referenceDate: dates.at(-1) ?? null,
			async *batches() {
				yield figures;
			},
			beside: besideOf(sheets, findings)
		};
	}
};

async function readSheets(
	tables: readonly Table[],
	options: ReadOptions,
	places: Places,
	laws: readonly Regime[],
	findings: Findings
): Promise<PeopleTable[]> {
	const sheets: PeopleTable[] = [];
	let unused: readonly string[] | null = null;
	for (const table of tables) {
		const reader = new PeopleSheetReader(table, options, places, laws, findings);
		sheets.push(...(await reader.read()));
		const here = reader.unusedColumns;
		unused = unused === null ? here : unused.filter((header) => here.includes(header));
	}
	for (const column of unused ?? []) {
		findings.block(
			'unknown_map_entry',
			{ ...WHOLE_FILE, column },
			{
				value: column,
				message: `The mapping file names the column "${column}", and no sheet has it.`
			}
		);
	}
	return sheets;
}

/** All sheets in one structure: its first day; the baseline of 2007 is then told in today's municipalities too. */
function structureOf(
	dates: readonly Day[],
	{ structureOn }: ReadOptions,
	places: Places
): Day | null {
	if (structureOn) return structureStart(places, structureOn);
	const starts = new Set(dates.map((date) => structureStart(places, date)));
	const [only, second] = starts;
	return only !== undefined && second === undefined ? only : null;
}

/** The baseline stands on the sheet of every year: the same figure counts once, another one is refused. */
function withoutRepeats(figures: readonly RawFigure[], findings: Findings): RawFigure[] {
	const first = new Map<string, RawFigure>();
	return figures.filter((figure) => {
		const key = [figure.nis, figure.indicator, figure.date].map(String).join(' ');
		const other = first.get(key);
		if (!other) {
			first.set(key, figure);
			return true;
		}
		if (other.sheet === figure.sheet) return true;
		if (other.value !== figure.value) tellDifference(key, other, figure, findings);
		return false;
	});
}

function tellDifference(
	key: string,
	first: Pick<RawFigure, 'sheet' | 'row' | 'value'>,
	next: Pick<RawFigure, 'sheet' | 'row' | 'value' | 'column'>,
	findings: Findings
): void {
	const { sheet, row, value, column = null } = next;
	findings.block(
		'differs_between_sheets',
		{ sheet, row, column },
		{
			value,
			expected: String(first.value),
			message: `${key} is ${String(value)} here, and ${String(first.value)} in row ${first.row} of sheet ${first.sheet ?? ''}.`
		}
	);
}

/** Objectives of the latest sheet that gives them; a category of each round. */
function besideOf(sheets: readonly PeopleTable[], findings: Findings): Beside {
	const objectives = new Map<string, Beside['objectives'][number]>();
	for (const one of sheets.flatMap((sheet) => sheet.beside.objectives)) {
		const key = `${one.nis} ${one.scheme} ${one.component}`;
		const other = objectives.get(key);
		if (other?.sheet === one.sheet) tellRepeat(key, other, one, findings);
		if (!other || one.date >= other.date) objectives.set(key, one);
	}
	const categories = new Map<string, Beside['categories'][number]>();
	for (const one of sheets.flatMap((sheet) => sheet.beside.categories)) {
		const key = `${one.nis} ${one.round ?? one.date}`;
		const other = categories.get(key);
		if (other && (other.sheet === one.sheet || other.category !== one.category))
			tellRepeat(key, other, one, findings);
		categories.set(key, one);
	}
	return {
		objectives: [...objectives.values()],
		categories: [...categories.values()],
		regionFigures: []
	};
}

function tellRepeat(
	key: string,
	first: { sheet: string | null; row: number },
	{ sheet, row, column }: { sheet: string | null; row: number; column: string },
	findings: Findings
): void {
	findings.block(
		'duplicate',
		{ sheet, row, column },
		{
			value: key,
			expected: 'one row for each municipality',
			message: `${key} already stands in row ${first.row}${first.sheet === sheet ? '' : ` of sheet ${first.sheet ?? ''}`}.`
		}
	);
}
