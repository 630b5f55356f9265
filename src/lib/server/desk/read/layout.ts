import type { Day } from '#lib/domain/dates.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import type { RegionKind } from '#lib/domain/region.ts';
import type { Places } from '#lib/domain/places.ts';
import type { Regime } from '#lib/domain/regime.ts';
import type { Status } from '#lib/domain/status.ts';
import type { Findings } from '../findings/findings.ts';
import type { ImportMap } from './import-map.ts';
import type { Cell, Table } from '../bytes/table.ts';
import type { ObjectiveComponent } from './objective-components.ts';

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
	/** Header of the column of the value, where a table has several; absent: that of the file. */
	column?: string;
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
	/** The day that the publication is about, when it brings figures of other days too. */
	referenceDate?: Day | null;
	/** What the file says besides figures of municipalities; complete once all batches are read. */
	beside?: Beside;
}

/** Where something stands in a file. */
interface FilePlace {
	sheet: string | null;
	row: number;
	column: string;
}

/** An objective of a municipality as a file gives it. */
export interface StatedObjective extends FilePlace {
	nis: string;
	/** Code of the regime. */
	scheme: string;
	component: ObjectiveComponent;
	/** Additional dwellings. */
	value: number;
	status: 'compulsory' | 'exempt';
	/** Day for which the file gives it. */
	date: Day;
}

/** The category of a municipality in a progress test as a file gives it. */
export interface StatedCategory extends FilePlace {
	nis: string;
	category: '1' | '2' | '2a' | '2b';
	/** Year of the round; null: the round that was measured on `date`. */
	round: number | null;
	date: Day;
	provisional: boolean;
}

/** A figure of a region as a whole. */
export interface RegionFigure extends FilePlace {
	/** Code of the region in the source, such as `arr:34000`. */
	region: string;
	indicator: Indicator;
	date: Day;
	value: number | null;
	status: Status;
	note: string | null;
}

/** What a file says besides figures of municipalities. */
export interface Beside {
	objectives: StatedObjective[];
	categories: StatedCategory[];
	regionFigures: RegionFigure[];
}

/** What the person who imports says about a file, because the file itself does not. */
export interface ReadOptions {
	/** Last year that was counted; later years are projections. */
	observedUntil: number | null;
	/** A day of the municipal structure that all figures follow. */
	structureOn: Day | null;
	/** The day that the file is about: a reference date, or the day from which memberships hold. */
	on: Day | null;
	/** The regime for which homes count, as somebody calls it: `bso-2042`, `2026-2042`. */
	regime?: string | null | undefined;
	/** What columns, sheets and names stand for, where the file leaves it open. */
	map: ImportMap | null;
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
	/** Whether a table, by its first rows and what a mapping file says of them, has this layout. */
	recognises(table: Table, map: ImportMap | null): boolean;
}

/** A layout that brings figures of municipalities. */
export interface FiguresLayout extends LayoutBase {
	kind: 'figures';
	/**
	 * Opens the recognised tables of a file; what is wrong with them goes to `findings`.
	 * @param laws the regimes for which homes can count
	 */
	open(
		tables: readonly Table[],
		options: ReadOptions,
		places: Places,
		findings: Findings,
		laws: readonly Regime[]
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

/** A row of a table of memberships. */
export interface MembershipRow {
	row: number;
	sheet: string | null;
	column: string;
	nis: string;
	/** Code of the region in the source; null: a member of none. */
	region: string | null;
}

/** What a table of memberships says: who belongs to which region of one sort. */
export interface MembershipTable {
	kind: RegionKind;
	/** Header of the column with the regions. */
	column: string;
	rows: readonly MembershipRow[];
}

/** A layout that says which municipalities belong to which regions; the day comes from `--on`. */
export interface MembershipsLayout extends LayoutBase {
	kind: 'memberships';
	read(
		tables: readonly Table[],
		options: ReadOptions,
		places: Places,
		findings: Findings
	): Promise<MembershipTable>;
}

/** One row of a list of areas. */
export interface ListedArea {
	sheet: string | null;
	row: number;
	code: string;
	name: string;
}

/** A layout that lists the municipalities of a structure: held against those that are known, and nothing is written. */
export interface AreaListLayout extends LayoutBase {
	kind: 'area_list';
	read(tables: readonly Table[], findings: Findings): Promise<ListedArea[]>;
}

/** A layout that brings rules: rounds, regions, goals, regimes. */
export interface RulesLayout extends LayoutBase {
	kind: 'rules';
}

/** A layout that is known and of which nothing is for this program. */
export interface ForeignLayout extends LayoutBase {
	kind: 'foreign';
	/** Why it is refused, and what to do. */
	refusal: { message: string; expected: string };
}

export type Layout =
	| FiguresLayout
	| MunicipalitiesLayout
	| MembershipsLayout
	| RulesLayout
	| AreaListLayout
	| ForeignLayout;

/** A layout with the tables of a file that it takes, and those that it leaves. */
export interface Recognised {
	layout: Layout;
	tables: readonly Table[];
	left: readonly Table[];
}
