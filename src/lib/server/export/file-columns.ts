import { UNKNOWN } from '#lib/text/format.ts';
import type { TypedDay, TypedFigure, TypedNumber, TypedValue } from '#lib/text/typed-value.ts';
import type { Grid, GridCell } from './grid.ts';
import { type NumberShape, shapeOf } from './number-shape.ts';

/** A cell of a file; null is blank. */
export type FileCell = string | NumberShape | { day: string } | null;

/** A column of a file. */
export interface FileColumn {
	name: string;
	/** `unit` is the one unit of all its numbers; null when they have several, which then stand beside them. */
	kind: { is: 'text' | 'day' } | { is: 'number'; unit: string | null };
	cells: FileCell[];
	/** The figures in it, for the notes. */
	figures: readonly TypedFigure[];
}

/** The columns of a file made of a table: those that are seen, and beside each figure its marks in words. */
export function fileColumns(grid: Grid): FileColumn[] {
	const groups = grid.rows.map((row) => row.group);
	const columns = grid.heads.flatMap((head, place) =>
		columnsOf(
			head,
			grid.rows.map((row) => row.cells[place] as GridCell),
			hasDays(grid)
		)
	);
	const codes = grid.rows.map(({ cells }) => cells[0]?.nis ?? null);
	if (codes.some((code) => code !== null)) columns.splice(1, 0, textColumn('NIS-code', codes));
	const grouped = groups.some((group) => group !== null);
	return withOwnNames(grouped ? [textColumn('Deel', groups), ...columns] : columns);
}

/** Whether every row says of which day it is. */
const hasDays = ({ rows }: Grid): boolean =>
	rows.some(({ cells }) => cells.some(({ values }) => values.some(isDay)));

/** What one column of a page becomes: one for each value that its cells hold, and one for other words. */
function columnsOf(head: string, cells: readonly GridCell[], dated: boolean): FileColumn[] {
	const most = Math.max(0, ...cells.map(({ values }) => values.length));
	const words = cells.map((cell) => cell.words || null);
	if (most === 0) {
		const onlyDrawn = cells.some(({ drawn }) => drawn) && words.every((word) => word === null);
		return onlyDrawn ? [] : [textColumn(head, words)];
	}
	const columns = Array.from({ length: most }, (_, at) =>
		valueColumns(
			head,
			at,
			cells.map(({ values }) => values[at] ?? null),
			dated
		)
	).flat();
	if (words.every((word) => word === null)) return columns;
	const isReason = words.every((word) => word === null || word === UNKNOWN);
	return isReason
		? [
				...columns,
				textColumn(
					`${head}: status`,
					words.map((word) => word && 'niet bekend')
				)
			]
		: [...columns, textColumn(`${head}: toelichting`, words)];
}

function valueColumns(
	head: string,
	at: number,
	values: readonly (TypedValue | null)[],
	dated: boolean
): FileColumn[] {
	const named = values.find((value) => value !== null && value.kind !== 'figure' && value.name);
	const own = named && named.kind !== 'figure' ? named.name : undefined;
	const name = own ?? (at === 0 ? head : `${head} (${unitOf(values) || at + 1})`);
	if (values.every((value) => value === null || isDay(value))) return [dayColumn(name, values)];
	return numberColumns(
		name,
		values.filter((value) => value === null || !isDay(value)) as Counted[],
		dated
	);
}

type Counted = TypedFigure | TypedNumber | null;

function numberColumns(name: string, values: readonly Counted[], dated: boolean): FileColumn[] {
	const figures = values.filter((value) => value?.kind === 'figure');
	const now = values.map((value) => (value?.kind === 'figure' && value.now) || null);
	const dates = new Set(figures.map((one) => one.date));
	return [
		...withUnits({ name, shapes: values.map(shaped), figures }),
		...statusColumn(name, values),
		...(dates.size > 1 && !dated ? [dayColumn(`${name}: datum`, values.map(dateOf))] : []),
		...(now.some((one) => one !== null) ? numberColumns(`${name}: nu bekend`, now, true) : [])
	];
}

const shaped = (value: Counted): NumberShape | null =>
	value && value.value !== null ? shapeOf(value.value, value.text) : null;

const dateOf = (value: Counted): TypedDay | null =>
	value?.kind === 'figure' ? { kind: 'day', value: value.date } : null;

/** The numbers, with their units beside them where not all have the same. */
function withUnits(column: {
	name: string;
	shapes: (NumberShape | null)[];
	figures: FileColumn['figures'];
}): FileColumn[] {
	const { name, shapes, figures } = column;
	const units = new Set(
		shapes.filter((shape) => shape !== null).map((shape) => baseUnit(shape.unit))
	);
	const [unit = ''] = units;
	if (units.size < 2) return [{ name, kind: { is: 'number', unit }, cells: shapes, figures }];
	return [
		{ name, kind: { is: 'number', unit: null }, cells: shapes, figures },
		textColumn(
			`${name}: eenheid`,
			shapes.map((shape) => shape && (baseUnit(shape.unit) || 'aantal'))
		)
	];
}

/** «woningen meer dan gevraagd» are woningen; that they are more, the status says. */
const baseUnit = (unit: string): string => unit.replace(/ meer dan .*$/, '');

const unitOf = (values: readonly (TypedValue | null)[]): string => {
	const found = values.find((value) => value !== null && !isDay(value) && value.value !== null);
	return found && !isDay(found) && found.value !== null
		? shapeOf(found.value, found.text).unit
		: '';
};

function statusColumn(name: string, values: readonly Counted[]): FileColumn[] {
	const statuses = values.map((value) => {
		const shape = shaped(value);
		const replies = value?.kind === 'figure' ? (value.replies ?? []) : [];
		const marks = [value?.status, shape?.turned && 'meer dan gevraagd', ...replies];
		return marks.filter(Boolean).join('; ') || null;
	});
	return statuses.some((status) => status !== null)
		? [textColumn(`${name}: status`, statuses)]
		: [];
}

const textColumn = (name: string, cells: (string | null)[]): FileColumn => ({
	name,
	kind: { is: 'text' },
	cells,
	figures: []
});

const dayColumn = (name: string, values: readonly (TypedValue | null)[]): FileColumn => ({
	name,
	kind: { is: 'day' },
	cells: values.map((value) => (value && isDay(value) ? { day: value.value } : null)),
	figures: []
});

const isDay = (value: TypedValue): value is TypedDay => value.kind === 'day';

/** No two columns have the same name, and none is without one. */
function withOwnNames(columns: FileColumn[]): FileColumn[] {
	const seen = new Map<string, number>();
	return columns.map((column, place) => {
		const name = column.name || `Kolom ${place + 1}`;
		const times = (seen.get(name) ?? 0) + 1;
		seen.set(name, times);
		return { ...column, name: times === 1 ? name : `${name} (${times})` };
	});
}
