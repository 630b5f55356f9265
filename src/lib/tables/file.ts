import type { Figure } from '#lib/domain/figure.ts';
import type { RepliesTo } from '#lib/domain/reply.ts';
import { UNKNOWN } from '#lib/text/format.ts';
import { statusWords } from '#lib/text/figure-words.ts';
import type { NumberFormat } from '#lib/text/number-format.ts';
import {
	cellWords,
	contentOf,
	type CellContent,
	type CellDay,
	type CellNumber
} from './cell-words.ts';
import type { Table } from './table.ts';

/** A number in a file, in the unit in which the page writes it, not rounded: `8.3512` for a fraction shown as `8,35 %`. */
export interface FileNumber {
	value: number;
	format: NumberFormat;
}

/** A cell of a file; null is blank. */
export type FileCell = string | FileNumber | { day: string } | null;

/** A column of a file for readers: what is seen, and beside each figure its marks in words. */
export interface FileColumn {
	name: string;
	/** `unit` is the one unit of all its numbers; null when they have several, which then stand beside them. */
	kind: { is: 'text' | 'day' } | { is: 'number'; unit: string | null };
	cells: FileCell[];
	/** The figures in it, for the notes. */
	figures: readonly Figure[];
}

/** The words with which a page marks what is no decision. */
const SCENARIO = 'scenario, geen beslissing';

/** Whether a table shows a «what if». */
export const isScenario = ({ caption = null, notes = [] }: Table): boolean =>
	[cellWords(caption), ...notes].some((words) => words.toLowerCase().includes(SCENARIO));

const BLANK: CellContent = { values: [], words: '', nis: null, drawn: false };

/** The columns of a file made of a table. */
export function fileColumns(table: Table, repliesTo: RepliesTo): FileColumn[] {
	const { heads, groups, foot } = table;
	const rows = [...groups.flatMap((group) => group.rows), ...foot].map(({ cells }) =>
		heads.map((_, place) => {
			const cell = cells[place];
			return cell === undefined ? BLANK : contentOf(cell, repliesTo);
		})
	);
	const dated = rows.some((cells) => cells.some(({ values }) => values.some(isDay)));
	const columns = heads.flatMap(({ head }, place) =>
		columnsOf(
			cellWords(head),
			rows.map((cells) => cells[place] ?? BLANK),
			dated
		)
	);
	const codes = rows.map(([first]) => first?.nis ?? null);
	if (codes.some((code) => code !== null)) columns.splice(1, 0, textColumn('NIS-code', codes));
	if (groups.some((group) => group.heading !== null))
		columns.unshift(
			textColumn(
				'Deel',
				groups.flatMap(({ heading, rows }) => rows.map(() => heading))
			)
		);
	const named = withOwnNames(columns);
	return isScenario(table)
		? [
				...named,
				textColumn(
					'Soort cijfers',
					rows.map(() => SCENARIO)
				)
			]
		: named;
}

/** What one column of a page becomes: one for each value that its cells hold, and one for other words. */
function columnsOf(head: string, cells: readonly CellContent[], dated: boolean): FileColumn[] {
	const most = Math.max(0, ...cells.map(({ values }) => values.length));
	const words = cells.map((cell) => cell.words || null);
	const isWordless = words.every((word) => word === null);
	if (most === 0) {
		const onlyDrawn = cells.some(({ drawn }) => drawn) && isWordless;
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
	if (isWordless) return columns;
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

type Value = CellNumber | CellDay | null;

function valueColumns(
	head: string,
	at: number,
	values: readonly Value[],
	dated: boolean
): FileColumn[] {
	const own = values.find((value) => value?.name)?.name;
	const name = own ?? (at === 0 ? head : `${head} (${unitOf(values) || at + 1})`);
	if (values.every((value) => value === null || isDay(value))) return [dayColumn(name, values)];
	return numberColumns(
		name,
		values.map((value) => (value && !isDay(value) ? value : null)),
		dated
	);
}

function numberColumns(
	name: string,
	values: readonly (CellNumber | null)[],
	dated: boolean
): FileColumn[] {
	const figures = values.flatMap((value) => value?.figure ?? []);
	const dates = new Set(figures.map(({ date }) => date));
	const now = values.map((value) =>
		value?.figure?.now
			? { value: value.figure.now.value, format: value.format, figure: value.figure.now }
			: null
	);
	return [
		...withUnits(name, values.map(numberOf), figures),
		...statusColumn(name, values),
		...(dates.size > 1 && !dated
			? [
					dayColumn(
						`${name}: datum`,
						values.map((value) => value?.figure && { day: value.figure.date })
					)
				]
			: []),
		...(now.some((one) => one !== null) ? numberColumns(`${name}: nu bekend`, now, true) : [])
	];
}

/** Without the noise that a multiplication leaves behind the fifteenth digit. */
const exact = (value: number): number => Number(value.toPrecision(14));

const numberOf = (one: CellNumber | null): FileNumber | null =>
	one?.value == null ? null : { value: exact(one.value * one.format.factor), format: one.format };

/** Whether a page writes a number without its minus, as what is more than was asked. */
export const isTurned = ({ value, format }: FileNumber): boolean =>
	format.turned && Number(value.toFixed(format.decimals)) < 0;

/** The numbers, with their units beside them where not all have the same. */
function withUnits(
	name: string,
	cells: (FileNumber | null)[],
	figures: FileColumn['figures']
): FileColumn[] {
	const units = new Set(cells.flatMap((cell) => (cell ? [cell.format.unit] : [])));
	const [unit = ''] = units;
	if (units.size < 2) return [{ name, kind: { is: 'number', unit }, cells, figures }];
	return [
		{ name, kind: { is: 'number', unit: null }, cells, figures },
		textColumn(
			`${name}: eenheid`,
			cells.map((cell) => cell && (cell.format.unit || 'aantal'))
		)
	];
}

const unitOf = (values: readonly Value[]): string => {
	const found = values.find((value) => value && !isDay(value) && value.value !== null);
	return found && !isDay(found) ? found.format.unit : '';
};

function statusColumn(name: string, values: readonly (CellNumber | null)[]): FileColumn[] {
	const statuses = values.map((one) => one && (statusOf(one) || null));
	return statuses.some((status) => status !== null)
		? [textColumn(`${name}: status`, statuses)]
		: [];
}

function statusOf(one: CellNumber): string {
	const number = numberOf(one);
	return [
		one.figure ? statusWords(one.figure) : one.status,
		number && isTurned(number) && 'meer dan gevraagd',
		...(one.replies ?? [])
	]
		.filter(Boolean)
		.join('; ');
}

const textColumn = (name: string, cells: (string | null)[]): FileColumn => ({
	name,
	kind: { is: 'text' },
	cells,
	figures: []
});

const dayColumn = (name: string, values: readonly (Value | undefined)[]): FileColumn => ({
	name,
	kind: { is: 'day' },
	cells: values.map((value) => (value && isDay(value) ? { day: value.day } : null)),
	figures: []
});

const isDay = (value: CellNumber | CellDay): value is CellDay => 'day' in value;

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
