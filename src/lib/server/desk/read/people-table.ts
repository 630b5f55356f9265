import type { Day } from '#lib/domain/dates.ts';
import { INDICATORS, isIndicator } from '#lib/domain/indicators.ts';
import type { Places } from '#lib/domain/places.ts';
import type { Regime } from '#lib/domain/regime.ts';
import { tellAbsent } from './absent.ts';
import type { AreaRows } from './area-rows.ts';
import { readDay } from './cell-values.ts';
import { tellComputedCells } from '../bytes/computed-cells.ts';
import type { Findings, Place } from '../findings/findings.ts';
import { columnLetters, type MapLookup } from './import-map.ts';
import type { ReadOptions } from './layout.ts';
import { DerivedColumns } from './derived-columns.ts';
import { addUpLandlords } from './landlord-rows.ts';
import { OwnEstimates } from './own-estimates.ts';
import type { PeopleHeader } from './measurement-header.ts';
import type { SheetPart } from './sheet-parts.ts';
import { numberIn, weighNumbers, type NumberStyle } from '../bytes/number-style.ts';
import { PeopleCells } from './people-cells.ts';
import {
	areaColumnsOf,
	readingsOf,
	valuesOf,
	type AreaColumns,
	type Reading
} from './people-columns.ts';
import { sheetDay, type SheetDay } from './sheet-day.ts';
import { SheetRegimes } from './sheet-regimes.ts';
import { StatedTotals } from './stated-totals.ts';
import { cellText, isBlank, type Cell, type Row, type Table } from '../bytes/table.ts';

/** What one table for people gives. */
export interface PeopleTable extends Pick<PeopleCells, 'figures' | 'beside'> {
	date: Day | null;
}

/** What the rows of a sheet left to tell. */
interface Rest {
	read: number[];
	notes: number[];
	blanks: Map<string, number>;
	found: Set<string>;
}

/** What the tables of a sheet have in common. */
export interface SheetContext {
	table: Table;
	options: ReadOptions;
	places: Places;
	laws: readonly Regime[];
	lookup: MapLookup;
	areas: AreaRows;
	findings: Findings;
}

/** Reads one table of a sheet of the yearly measurement or of a progress test. */
export class PeopleTableReader {
	private readonly sheet: SheetContext;
	private readonly header: PeopleHeader;
	private readonly totals = new StatedTotals();
	private rows: readonly Row[];

	constructor(sheet: SheetContext, { rows, header }: SheetPart) {
		this.sheet = sheet;
		this.header = header;
		this.rows = rows;
	}

	/** Null when the heads do not fit their columns. */
	read(): PeopleTable | null {
		const { areas, findings } = this.sheet;
		const day = this.dayOf();
		const place = (row: number | null, column: string | null) => this.place(row, column);
		const context = { header: this.header, rows: this.rows, areas, findings, place };
		const columns = readingsOf(context);
		const area = areaColumnsOf(context, columns, day.date ?? latestHead(columns));
		if (!area) return null;
		const derived = new DerivedColumns(columns);
		const values = valuesOf(context, columns, derived.columns);
		const parts = columns.filter(({ is }) => is === 'part');
		const style = this.styleOf([...values, ...parts]);
		const landlord = columns.find(({ is }) => is === 'landlord');
		if (landlord) this.rows = addUpLandlords({ ...context, landlord, area, values, parts, style });
		return this.readRows({ columns, values, derived, area, day, style });
	}

	private place(row: number | null, column: string | null): Place {
		return { sheet: this.sheet.table.sheet, row, column };
	}

	private dayOf(): SheetDay {
		const { columns } = this.header;
		const place = this.place(null, null);
		const day = sheetDay({ ...this.sheet, titles: this.titlesAbove(), columns, place });
		if (day.provisional) {
			const message = 'The title calls the figures provisional; they get the status provisional.';
			this.sheet.findings.info('provisional_title', place, { message });
		}
		return day;
	}

	private titlesAbove(): string[] {
		return this.rows
			.slice(0, this.header.top - 1)
			.flatMap((row) => row.map((cell) => cellText(cell)));
	}

	/** Finds for which regime columns count, from the name of the sheet, its titles and the heads. */
	private regimesOf(): SheetRegimes {
		const { laws, options, findings } = this.sheet;
		const place = this.place(null, null);
		const titles = [place.sheet ?? '', ...this.titlesAbove()].join(' \n ');
		const heads = this.header.columns.map(({ name, meaning }) => ({
			name,
			isBaseline: meaning?.is === 'stock_a'
		}));
		const asked = options.regime ?? null;
		return new SheetRegimes({ laws, titles, heads, asked, place, findings });
	}

	private readRows(known: Known): PeopleTable {
		const { header, sheet } = this;
		const { columns, derived, day, style } = known;
		const place = (row: number | null, column: string | null) => this.place(row, column);
		const estimates = new OwnEstimates(columns);
		const regimes = this.regimesOf();
		const cells = new PeopleCells({
			sheet: sheet.table.sheet,
			style,
			round: day.round,
			provisional: day.provisional,
			laws: sheet.laws,
			regimes,
			findings: sheet.findings,
			counted: (at, value, { municipality, row }) =>
				this.totals.addPart(at, municipality, value, row)
		});
		const rest: Rest = { read: [], notes: [], blanks: new Map(), found: new Set() };
		for (const [index, row] of this.rows.entries()) {
			if (index < header.row || isBlank(row)) continue;
			this.readRow(row, index + 1, { ...known, cells, rest, estimates });
		}
		regimes.finish();
		cells.finish();
		derived.finish(header.row, place, sheet.findings);
		estimates.finish(place, sheet.findings);
		this.tellRest(known, rest);
		return { date: day.date, figures: cells.figures, beside: cells.beside };
	}

	private readRow(cells: Row, row: number, by: RowReading): void {
		const { columns, values, area, day, style, rest } = by;
		const cell = (at: number): Cell => cells[at] ?? null;
		const date = this.dateOf(columns, cells, day, row);
		const hasFigures = values.some(({ at }) => numberIn(cell(at), style) !== null);
		const place = this.place(row, headerOf(columns, area));
		const on = this.sheet.options.structureOn ?? date ?? latestHead(columns);
		const one = this.sheet.areas.read(cell(area.code), cell(area.name), on, hasFigures, place);
		if (one.kind === 'none') rest.notes.push(row);
		if (one.kind === 'total') this.addTotal(one.label, values, cells, row, style);
		if (one.kind !== 'municipality') return;
		const { municipality } = one;
		rest.read.push(row);
		rest.found.add(municipality.nis);
		const note = cellText(cell(columns.find(({ is }) => is === 'note')?.at ?? -1)) || null;
		by.derived.check(row, cell, style);
		for (const column of values) {
			const value = cell(column.at);
			if (by.estimates.isOne(column, row, cell)) continue;
			if (cellText(value) !== '') by.cells.read(column, value, { row, municipality, date, note });
			else rest.blanks.set(column.name, (rest.blanks.get(column.name) ?? 0) + 1);
		}
	}

	private styleOf(values: readonly Reading[]): NumberStyle | null {
		const { header, sheet } = this;
		const said = sheet.options.map?.numbers;
		if (said) return said;
		const below = this.rows.slice(header.row);
		const counts = values.filter(({ is }) => is !== 'category');
		const { style, thousands } = weighNumbers(
			counts.map(({ at, is }) => ({
				cells: below.map((row) => row[at] ?? null),
				whole: isWhole(is)
			}))
		);
		if (style && thousands) {
			const message = `Numbers are written as ${style}: the mark stands between thousands.`;
			sheet.findings.info('thousands_mark', this.place(header.row, null), {
				value: style,
				message
			});
		}
		return style;
	}

	/** The day of a row, when a column gives it; else that of the sheet. */
	private dateOf(columns: readonly Reading[], cells: Row, day: SheetDay, row: number): Day | null {
		const column = columns.find(({ is }) => is === 'date');
		const cell = column ? (cells[column.at] ?? null) : null;
		if (!column || cellText(cell) === '') return day.date;
		const read = readDay(cell);
		if (read === null) {
			this.sheet.findings.block('not_a_date', this.place(row, column.name), {
				value: cell,
				expected: 'a day such as 31/12/2021',
				message: `"${cellText(cell)}" is not a day that can be read in only one way.`
			});
		}
		return read;
	}

	private addTotal(
		label: string,
		values: readonly Reading[],
		cells: Row,
		row: number,
		style: NumberStyle | null
	): void {
		const totals = values.flatMap(({ at, is, name }) => {
			const value = numberIn(cells[at] ?? null, style);
			return value === null || is === 'category'
				? []
				: [{ at, value, place: this.place(row, name) }];
		});
		this.totals.addTotal(label, totals, row);
	}

	private tellRest({ columns, values, area, day }: Known, rest: Rest): void {
		const { read, notes, blanks, found } = rest;
		const { table, options, places, findings } = this.sheet;
		const { header } = this;
		const names = [
			{ at: area.code, name: 'NIS' },
			{ at: area.name, name: 'gemeente' }
		].filter(({ at }) => at >= 0);
		tellComputedCells(table, this.rows, read, [...values, ...names], findings);
		this.tellHidden(read, [...values, ...names]);
		this.totals.finish(table.sheet, findings);
		this.tellNotes(notes);
		for (const [column, count] of blanks) {
			const message = `${count} municipalities have a blank cell in "${column}": they get no figure.`;
			findings.info('read_as_missing', this.place(header.row, column), {
				value: count,
				message
			});
		}
		if (header.top > 1) {
			const message = `The rows above row ${header.top} were searched for days and years only.`;
			findings.info('rows_above_header', this.place(header.top, null), { message });
		}
		const on = options.structureOn ?? day.date ?? latestHead(columns);
		if (on !== null && found.size > 0)
			tellAbsent(found, places, on, this.place(null, null), findings);
	}

	/** What is read although nobody sees it who opens the workbook. */
	private tellHidden(
		read: readonly number[],
		columns: readonly { at: number; name: string }[]
	): void {
		const { hidden, sheet } = this.sheet.table;
		const rows = read.filter((row) => hidden.rows.has(row));
		const heads = columns
			.filter(({ at }) => hidden.columns.has(at + 1))
			.map(({ name }) => `"${name}"`);
		const what = [
			hidden.sheet ? `the sheet "${sheet}" itself` : '',
			rows.length > 0 ? `${rows.length} rows, row ${rows[0]} the first` : '',
			heads.length > 0 ? `the columns ${heads.join(', ')}` : ''
		].filter(Boolean);
		if (what.length === 0) return;
		this.sheet.findings.ask('hidden_cells', this.place(rows[0] ?? null, null), {
			value: rows.length,
			expected: 'nothing hidden; what does not count is deleted',
			message: `Hidden in the workbook, and read: ${what.join('; ')}.`
		});
	}

	private tellNotes(notes: readonly number[]): void {
		const [first] = notes;
		if (first === undefined) return;
		const text = cellText(this.rows[first - 1]?.find((cell) => cellText(cell) !== ''));
		const message = `${notes.length} rows hold no municipality and no figures and are not used; the first says "${text.slice(0, 60)}".`;
		this.sheet.findings.info('footnote', this.place(first, null), { value: text, message });
	}
}

/** What is known of a table before its rows are read. */
interface Known {
	columns: readonly Reading[];
	values: readonly Reading[];
	derived: DerivedColumns;
	area: AreaColumns;
	day: SheetDay;
	style: NumberStyle | null;
}

/** How its rows are read. */
interface RowReading extends Known {
	cells: PeopleCells;
	rest: Rest;
	estimates: OwnEstimates;
}

/** The latest day that the heads of counts name: names and completeness are those of then. */
const latestHead = (columns: readonly Reading[]): Day | null =>
	columns
		.flatMap(({ is, date }) =>
			date === null || is === 'stock_a' || is === 'households' ? [] : date
		)
		.sort()
		.at(-1) ?? null;

function headerOf(columns: readonly Reading[], area: AreaColumns): string {
	const at = area.name >= 0 ? area.name : area.code;
	return columns.find((one) => one.at === at)?.name ?? columnLetters(at);
}

const isWhole = (is: Reading['is']): boolean =>
	!isIndicator(is) || INDICATORS[is].unit !== 'percent';
