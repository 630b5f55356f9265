import type { Day } from '#lib/domain/dates.ts';
import { INDICATORS, isIndicator } from '#lib/domain/indicators.ts';
import type { Places } from '#lib/domain/places.ts';
import type { Regime } from '#lib/domain/regime.ts';
import { tellAbsent } from './absent.ts';
import { allRows } from '../bytes/all-rows.ts';
import { AreaRows } from './area-rows.ts';
import { readDay } from './cell-values.ts';
import { tellComputedCells } from '../bytes/computed-cells.ts';
import type { Findings, Place } from '../findings/findings.ts';
import { columnLetters, mapLookup, type MapLookup } from './import-map.ts';
import type { ReadOptions } from './layout.ts';
import { DerivedColumns } from './derived-columns.ts';
import { addUpLandlords } from './landlord-rows.ts';
import { OwnEstimates } from './own-estimates.ts';
import type { PeopleHeader } from './measurement-header.ts';
import { partsOf, type SheetPart } from './sheet-parts.ts';
import { municipalityNames } from './municipality-names.ts';
import { numberIn, weighNumbers, type NumberStyle } from '../bytes/number-style.ts';
import { PeopleCells } from './people-cells.ts';
import {
	areaColumnsOf,
	readingsOf,
	valuesOf,
	type AreaColumns,
	type ColumnContext,
	type Reading
} from './people-columns.ts';
import { sheetDay, type SheetDay } from './sheet-day.ts';
import { SheetRegimes } from './sheet-regimes.ts';
import { StatedTotals } from './stated-totals.ts';
import { cellText, isBlank, type Cell, type Row, type Table } from '../bytes/table.ts';

/** What one sheet of a table for people gives. */
export interface PeopleSheet extends Pick<PeopleCells, 'figures' | 'beside'> {
	date: Day | null;
}

/** What the rows of a sheet left to tell. */
interface Rest {
	read: number[];
	notes: number[];
	blanks: Map<string, number>;
	found: Set<string>;
}

/** Reads one sheet of the yearly measurement or of a progress test. */
export class PeopleSheetReader {
	private readonly table: Table;
	private readonly options: ReadOptions;
	private readonly places: Places;
	private readonly laws: readonly Regime[];
	private readonly findings: Findings;
	private readonly lookup: MapLookup;
	private readonly areas: AreaRows;
	private totals = new StatedTotals();
	private rows: Row[] = [];

	constructor(
		table: Table,
		options: ReadOptions,
		places: Places,
		laws: readonly Regime[],
		findings: Findings
	) {
		this.table = table;
		this.options = options;
		this.places = places;
		this.laws = laws;
		this.findings = findings;
		this.lookup = mapLookup(options.map);
		this.areas = new AreaRows(municipalityNames(places), places, this.lookup, findings);
	}

	/** Headers in the mapping file that this sheet does not have. */
	get unusedColumns(): string[] {
		return this.lookup.unusedColumns();
	}

	/** The tables of the sheet; none when it is skipped. One of which the heads do not fit its columns is left out. */
	async read(): Promise<PeopleSheet[]> {
		const { table, findings, lookup } = this;
		if (lookup.sheet(table.sheet) === 'skip') {
			const message = `The sheet "${table.sheet}" is skipped by the mapping file.`;
			findings.info('ignored_sheet', this.place(null, null), { message });
			return [];
		}
		const look = { merges: table.merges, fills: table.sheet === null, lookup };
		const parts = partsOf(await allRows(table), look);
		if (parts.length > 1) this.tellParts(parts);
		const sheets = parts.flatMap((part) => this.readPart(part) ?? []);
		this.areas.finish();
		return sheets;
	}

	private tellParts(parts: readonly SheetPart[]): void {
		const heads = parts.map(({ header }) => {
			const first = header.columns.find(({ meaning }) => meaning);
			return `${columnLetters(first?.at ?? 0)}${header.row}`;
		});
		this.findings.info('several_tables', this.place(null, null), {
			value: parts.length,
			message: `There are ${parts.length} tables, with their heads at ${heads.join(', ')}; each is read by itself.`
		});
	}

	private readPart({ rows, header }: SheetPart): PeopleSheet | null {
		this.rows = rows;
		this.totals = new StatedTotals();
		const day = this.dayOf(header);
		const place = (row: number | null, column: string | null) => this.place(row, column);
		const context = { header, rows, areas: this.areas, findings: this.findings, place };
		const columns = readingsOf(context);
		const area = areaColumnsOf(context, columns, day.date ?? latestHead(columns));
		if (!area) return null;
		this.rows = addUpLandlords({ rows, header, columns, area, place, findings: this.findings });
		return this.readRows(context, columns, area, day);
	}

	private place(row: number | null, column: string | null): Place {
		return { sheet: this.table.sheet, row, column };
	}

	private dayOf({ top, columns }: PeopleHeader): SheetDay {
		const { options, laws, lookup, findings } = this;
		const place = this.place(null, null);
		const day = sheetDay({
			titles: this.titlesAbove(top),
			columns,
			place,
			options,
			laws,
			lookup,
			findings
		});
		if (day.provisional) {
			const message = 'The title calls the figures provisional; they get the status provisional.';
			this.findings.info('provisional_title', this.place(null, null), { message });
		}
		return day;
	}

	private titlesAbove(top: number): string[] {
		return this.rows.slice(0, top - 1).flatMap((row) => row.map((cell) => cellText(cell)));
	}

	/** Finds for which regime columns count, from the name of the sheet, its titles and the heads. */
	private regimesOf({ top, columns }: PeopleHeader): SheetRegimes {
		const { laws, options, findings } = this;
		const place = this.place(null, null);
		const titles = [place.sheet ?? '', ...this.titlesAbove(top)].join(' \n ');
		const heads = columns.map(({ name, meaning }) => ({
			name,
			isBaseline: meaning?.is === 'stock_a'
		}));
		const asked = options.regime ?? null;
		return new SheetRegimes({ laws, titles, heads, asked, place, findings });
	}

	private readRows(
		context: ColumnContext,
		columns: Reading[],
		area: AreaColumns,
		day: SheetDay
	): PeopleSheet {
		const { header, place } = context;
		const derived = new DerivedColumns(columns);
		const values = valuesOf(context, columns, derived.columns);
		const estimates = new OwnEstimates(columns);
		const style = this.styleOf(header, [...values, ...columns.filter(({ is }) => is === 'part')]);
		const regimes = this.regimesOf(header);
		const cells = new PeopleCells({
			sheet: this.table.sheet,
			style,
			round: day.round,
			provisional: day.provisional,
			laws: this.laws,
			regimes,
			findings: this.findings,
			counted: (at, value, { municipality, row }) =>
				this.totals.addPart(at, municipality, value, row)
		});
		const rest: Rest = { read: [], notes: [], blanks: new Map(), found: new Set() };
		for (const [index, row] of this.rows.entries()) {
			if (index < header.row || isBlank(row)) continue;
			this.readRow(row, index + 1, {
				columns,
				values,
				area,
				day,
				style,
				cells,
				rest,
				derived,
				estimates
			});
		}
		regimes.finish();
		cells.finish();
		derived.finish(header.row, place, this.findings);
		estimates.finish(place, this.findings);
		this.tellRest(header, values, area, rest, day.date ?? latestHead(columns));
		return { date: day.date, figures: cells.figures, beside: cells.beside };
	}

	private readRow(cells: Row, row: number, by: RowReading): void {
		const { columns, values, area, day, style, rest } = by;
		const cell = (at: number): Cell => cells[at] ?? null;
		const date = this.dateOf(columns, cells, day, row);
		const hasFigures = values.some(({ at }) => numberIn(cell(at), style) !== null);
		const place = this.place(row, headerOf(columns, area));
		const on = this.options.structureOn ?? date ?? latestHead(columns);
		const one = this.areas.read(cell(area.code), cell(area.name), on, hasFigures, place);
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

	private styleOf(header: PeopleHeader, values: readonly Reading[]): NumberStyle | null {
		const said = this.options.map?.numbers;
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
			this.findings.info('thousands_mark', this.place(header.row, null), { value: style, message });
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
			this.findings.block('not_a_date', this.place(row, column.name), {
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

	private tellRest(
		header: PeopleHeader,
		values: readonly Reading[],
		area: AreaColumns,
		{ read, notes, blanks, found }: Rest,
		date: Day | null
	): void {
		const names = [
			{ at: area.code, name: 'NIS' },
			{ at: area.name, name: 'gemeente' }
		].filter(({ at }) => at >= 0);
		tellComputedCells(this.table, this.rows, read, [...values, ...names], this.findings);
		this.tellHidden(read, [...values, ...names]);
		this.totals.finish(this.table.sheet, this.findings);
		this.tellNotes(notes);
		for (const [column, count] of blanks) {
			const message = `${count} municipalities have a blank cell in "${column}": they get no figure.`;
			this.findings.info('read_as_missing', this.place(header.row, column), {
				value: count,
				message
			});
		}
		if (header.top > 1) {
			const message = `The rows above row ${header.top} were searched for days and years only.`;
			this.findings.info('rows_above_header', this.place(header.top, null), { message });
		}
		const on = this.options.structureOn ?? date;
		if (on !== null && found.size > 0)
			tellAbsent(found, this.places, on, this.place(null, null), this.findings);
	}

	/** What is read although nobody sees it who opens the workbook. */
	private tellHidden(
		read: readonly number[],
		columns: readonly { at: number; name: string }[]
	): void {
		const { hidden, sheet } = this.table;
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
		this.findings.ask('hidden_cells', this.place(rows[0] ?? null, null), {
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
		this.findings.info('footnote', this.place(first, null), { value: text, message });
	}
}

/** How the rows of a sheet are read. */
interface RowReading {
	columns: readonly Reading[];
	values: readonly Reading[];
	area: AreaColumns;
	day: SheetDay;
	style: NumberStyle | null;
	cells: PeopleCells;
	rest: Rest;
	derived: DerivedColumns;
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
