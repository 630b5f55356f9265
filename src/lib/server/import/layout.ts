import type { Day } from '#lib/domain/dates.ts';
import type { Places } from '#lib/domain/places.ts';
import type { Findings } from './findings.ts';
import type { Cell, Table } from './table.ts';

/** One figure as the file writes it, before anything is checked. */
export interface RawFigure {
	sheet: string | null;
	row: number;
	nis: Cell;
	date: Cell;
	indicator: Cell;
	value: Cell;
	status: Cell;
	note: Cell;
}

/** The parts of a figure that stand in a cell. */
export type Field = 'nis' | 'date' | 'indicator' | 'value' | 'status' | 'note';

/** A file of figures, opened by its layout. */
export interface FigureFile {
	/** Header of the column in which each part stands, for findings and for the place of a figure. */
	columns: Readonly<Record<Field, string>>;
	/** First day of the municipal structure that all figures follow; null: that of each reference date. */
	structureOn: Day | null;
	batches(): AsyncIterable<readonly RawFigure[]>;
}

/** What the person who imports says about a file, because the file itself does not. */
export interface ReadOptions {
	/** Last year that was counted; later years are projections. */
	observedUntil: number | null;
	/** A day of the municipal structure that all figures follow. */
	structureOn: Day | null;
}

interface LayoutBase {
	/** Name on the command line and in findings. */
	name: string;
	/** What it is, for the list of known layouts. */
	about: string;
	columns: readonly string[];
	/** Columns that may be absent. */
	optional: readonly string[];
	/** Who publishes files of this layout; null when anybody may. */
	publisher: string | null;
	/** Title of the publication when none is given; null: the name of the file. */
	title: string | null;
	/** What is stored with the publication about how the figures were read. */
	note: string | null;
	/** Whether a table, by its first rows, has this layout. */
	recognises(table: Table): boolean;
}

/** A layout that brings figures of municipalities. */
export interface FiguresLayout extends LayoutBase {
	kind: 'figures';
	/** Opens the recognised tables of a file; what is wrong with them goes to `findings`. */
	open(
		tables: readonly Table[],
		options: ReadOptions,
		places: Places,
		findings: Findings
	): Promise<FigureFile>;
}

/** One row of a register of municipalities and the areas above them. */
export interface AreaRow {
	row: number;
	/** 1 region, 2 province, 3 arrondissement, 4 municipality. */
	level: number;
	code: string;
	parent: string | null;
	name: string;
	from: Day;
	/** Last day; null: still in force. */
	to: Day | null;
}

/** A layout that says which municipalities there are. */
export interface MunicipalitiesLayout extends LayoutBase {
	kind: 'municipalities';
	read(tables: readonly Table[], findings: Findings): Promise<AreaRow[]>;
}

export type Layout = FiguresLayout | MunicipalitiesLayout;
