import { isDay, type Day } from '#lib/domain/dates.ts';
import type { Places } from '#lib/domain/places.ts';
import { someOf } from './absent.ts';
import { allRows } from './all-rows.ts';
import { ARRONDISSEMENTS, arrondissementByName, isElsewhere } from './area-names.ts';
import { AreaRows } from './area-rows.ts';
import { refuseComputedCells } from './computed-cells.ts';
import { WHOLE_FILE, type Findings } from './findings.ts';
import { mapLookup } from './import-map.ts';
import type { Beside, FigureFile, FiguresLayout, RawFigure, ReadOptions } from './layout.ts';
import { municipalityNames } from './municipality-names.ts';
import { noNumber, numberIn, weighNumbers, type NumberStyle } from './number-style.ts';
import { observedUntil } from './observed-until.ts';
import { lettersApart, plainName } from './plain-name.ts';
import { structureStart } from './structure.ts';
import { cellText, HEAD_ROWS, isBlank, type Cell, type Row, type Table } from './table.ts';

const COLUMNS = ['huishoudens', '1996', '1997', '…'];
const ENOUGH_YEARS = 2;
/** Labels of areas among the first ones that make a table one of areas and not of household types. */
const LOOKED_AT = 60;

/**
 * Private households on 1 January by name, years as columns: those of Statbel and the Federaal Planbureau by arrondissement,
 * counted and projected, and exports of be.STAT by arrondissement or municipality.
 */
export const householdsByName: FiguresLayout = {
	kind: 'figures',
	name: 'households-by-name',
	about:
		'households by arrondissement or municipality, names in rows and years in columns, of Statbel or the Federaal Planbureau (XLSX or CSV)',
	columns: COLUMNS,
	optional: [],
	publisher: 'Statbel en Federaal Planbureau',
	title: 'Huishoudens op 1 januari',
	note: null,
	recognises: (table) => {
		const header = yearsHeader(table.head);
		return (
			header !== null &&
			/huishoudens|m[ée]nages|households/i.test(titleOf(table.head, header.row)) &&
			namesAreas(table.head, header)
		);
	},
	async open(tables, options, places, findings): Promise<FigureFile> {
		const beside: Beside = { objectives: [], categories: [], regionFigures: [] };
		const figures: RawFigure[] = [];
		for (const table of tables) {
			const rows = await allRows(table);
			const header = yearsHeader(rows);
			if (!header) continue;
			const level = levelOf(rows, header, options, findings);
			const until = observedUntil(titleOf(rows, header.row), boundsOf(header), options, findings);
			if (level === 'arrondissement')
				readArrondissements(table, rows, header, until, options, beside, findings);
			if (level === 'municipality')
				figures.push(...readMunicipalities(table, rows, header, until, options, places, findings));
		}
		return {
			columns: {
				nis: 'naam',
				date: 'jaar',
				indicator: 'jaar',
				value: 'jaar',
				status: 'jaar',
				note: 'jaar'
			},
			structureOn:
				figures.length > 0 && options.structureOn
					? structureStart(places, options.structureOn)
					: null,
			async *batches() {
				yield figures;
			},
			beside
		};
	}
};

/** The row with years, and the columns in which they stand. */
interface YearsHeader {
	/** Counted from 1. */
	row: number;
	years: { at: number; year: number }[];
	/** Column of the names. */
	names: number;
}

function yearsHeader(rows: readonly Row[]): YearsHeader | null {
	for (const [index, cells] of rows.slice(0, HEAD_ROWS).entries()) {
		const years = [...cells.entries()].flatMap(([at, cell]) => {
			const text = cellText(cell);
			return /^(19|20)\d{2}$/.test(text) ? [{ at, year: Number(text) }] : [];
		});
		const [first] = years;
		if (!first || first.at === 0 || years.length < ENOUGH_YEARS) continue;
		const follows = years.every(({ year }, at) => at === 0 || year > (years[at - 1]?.year ?? 0));
		if (follows) return { row: index + 1, years, names: first.at - 1 };
	}
	return null;
}

/** What stands above the header, with the name of the first column. */
const titleOf = (rows: readonly Row[], header: number): string =>
	rows
		.slice(0, header)
		.flatMap((row) => row.filter((cell) => typeof cell === 'string'))
		.map((cell) => cellText(cell))
		.join(' \n ');

const labelsOf = (rows: readonly Row[], { row, names }: YearsHeader): string[] =>
	rows
		.slice(row)
		.flatMap((cells) => cellText(cells[names]) || [])
		.slice(0, LOOKED_AT);

/** Whether the labels are areas: of household types the total is on another sheet. */
function namesAreas(rows: readonly Row[], header: YearsHeader): boolean {
	return !labelsOf(rows, header).some((label) =>
		/koppels|persoonshuishoudens|oudergezin|leden/i.test(label)
	);
}

const boundsOf = ({ years }: YearsHeader) => ({
	first: String(years[0]?.year ?? ''),
	last: String(years.at(-1)?.year ?? '')
});

/** «Antwerpen» is both: the title, the word before the names, or a name that only one of them has, decides. */
function levelOf(
	rows: readonly Row[],
	header: YearsHeader,
	{ map }: ReadOptions,
	findings: Findings
): 'arrondissement' | 'municipality' | null {
	if (map?.level) return map.level;
	const title = titleOf(rows, header.row);
	const labels = labelsOf(rows, header);
	if (/per arrondissement/i.test(title)) return 'arrondissement';
	if (/per gemeente/i.test(title)) return 'municipality';
	const bare = labels.filter((label) => !isTotal(label) && !isElsewhere(label));
	const others = bare.filter((label) => arrondissementByName(label) === null);
	if (others.length > bare.length / 2) return 'municipality';
	if (bare.some((label) => /^arr(ondissement)?\b|^halle-vilvoorde$/i.test(label)))
		return 'arrondissement';
	findings.block('unknown_level', WHOLE_FILE, {
		value: labels.slice(0, 3).join(', '),
		expected: '"level": "arrondissement" or "level": "municipality" in the mapping file',
		message: 'The names can be those of municipalities and of arrondissements.'
	});
	return null;
}

const statusOf = (year: number, until: number | null) =>
	until !== null && year <= until ? ('normal' as const) : ('forecast' as const);

function styleOf(
	rows: readonly Row[],
	header: YearsHeader,
	options: ReadOptions
): NumberStyle | null {
	const cells = (at: number) => rows.slice(header.row).map((row): Cell => row[at] ?? null);
	return (
		options.map?.numbers ??
		weighNumbers(header.years.map(({ at }) => ({ cells: cells(at), whole: true }))).style
	);
}

function readArrondissements(
	table: Table,
	rows: readonly Row[],
	header: YearsHeader,
	until: number | null,
	options: ReadOptions,
	beside: Beside,
	findings: Findings
): void {
	const style = styleOf(rows, header, options);
	const first = new Map<string, number>();
	const read: number[] = [];
	const elsewhere: string[] = [];
	for (const [index, cells] of rows.entries()) {
		const row = index + 1;
		const label = cellText(cells[header.names]);
		if (row <= header.row || isBlank(cells)) continue;
		const place = { sheet: table.sheet, row, column: 'naam' };
		const code = arrondissementByName(label);
		const hasFigures = header.years.some(({ at }) => numberIn(cells[at] ?? null, style) !== null);
		if (code === null) {
			if (isElsewhere(label) || isTotal(label)) elsewhere.push(label);
			else if (hasFigures) refuseLabel(label, place, findings);
			continue;
		}
		const other = first.get(code);
		if (other !== undefined) {
			const message = `The arrondissement ${label} already stands in row ${other}.`;
			findings.block('duplicate', place, {
				value: label,
				expected: 'one row for each arrondissement',
				message
			});
			continue;
		}
		first.set(code, row);
		read.push(row);
		readRow(table, cells, row, header, style, until, `arr:${code}`, beside, findings);
	}
	refuseComputedCells(
		table,
		rows,
		read,
		header.years.map(({ at, year }) => ({ at, name: String(year) })),
		findings
	);
	tellArrondissements(table, first, elsewhere, findings);
}

function readRow(
	table: Table,
	cells: Row,
	row: number,
	{ years }: YearsHeader,
	style: NumberStyle | null,
	until: number | null,
	region: string,
	beside: Beside,
	findings: Findings
): void {
	for (const { at, year } of years) {
		const cell = cells[at] ?? null;
		const place = { sheet: table.sheet, row, column: String(year) };
		if (cellText(cell) === '') continue;
		const missing = noNumber(cell);
		const value = missing ? null : numberIn(cell, style);
		const status = missing ?? statusOf(year, until);
		if (!missing && !isSound(value, status, cell, place, findings)) continue;
		const rounded = value === null ? null : Math.round(value);
		const note = rounded === value || value === null ? null : ROUNDED;
		beside.regionFigures.push({
			...place,
			region,
			indicator: 'households',
			date: `${year}-01-01`,
			value: rounded,
			status,
			note
		});
	}
}

const ROUNDED = 'Afgerond: de vooruitzichten hebben decimalen.';

/** A count of households: whole when it was counted, never below zero. */
function isSound(
	value: number | null,
	status: string,
	cell: Cell,
	place: { sheet: string | null; row: number; column: string },
	findings: Findings
): boolean {
	if (value === null) {
		findings.block('not_a_number', place, {
			value: cell,
			expected: 'a number of households',
			message: `"${cellText(cell)}" is not a number that can be read in only one way.`
		});
		return false;
	}
	if (value < 0) {
		findings.block('negative_value', place, {
			value: cell,
			expected: '0 or more',
			message: 'Households cannot be negative.'
		});
		return false;
	}
	if (status !== 'forecast' && !Number.isInteger(value)) {
		findings.block('not_whole', place, {
			value: cell,
			expected: 'a whole number, or an earlier year in --observed-until',
			message: `${value} households were not counted: only a projection has decimals.`
		});
		return false;
	}
	return true;
}

const isTotal = (label: string): boolean =>
	/^(belgi|vlaams|waals|brussel|totaal|het rijk|provincie)/.test(plainName(label));

function refuseLabel(
	label: string,
	place: { sheet: string | null; row: number; column: string },
	findings: Findings
): void {
	const plain = plainName(label).replace(/^(arrondissement|arr) /, '');
	const near = Object.values(ARRONDISSEMENTS).filter(
		(name) => lettersApart(plainName(name), plain) <= 2
	);
	findings.block('unknown_region', place, {
		value: label,
		expected: near.length > 0 ? near.join(' or ') : 'the name of an arrondissement',
		message: `"${label}" is not an arrondissement${near.length > 0 ? `; perhaps ${near.join(' or ')} is meant` : ''}.`
	});
}

function tellArrondissements(
	table: Table,
	found: ReadonlyMap<string, number>,
	elsewhere: readonly string[],
	findings: Findings
): void {
	const place = { sheet: table.sheet, row: null, column: null };
	if (elsewhere.length > 0) {
		const message = `Areas outside Flanders and totals are not used: ${someOf(elsewhere)}.`;
		findings.info('elsewhere', place, { value: elsewhere.length, message });
	}
	const absent = Object.entries(ARRONDISSEMENTS)
		.filter(([code]) => !found.has(code))
		.map(([, name]) => name);
	if (absent.length > 0 && found.size > 0) {
		const message = `There is no row for the arrondissement ${someOf(absent)}.`;
		findings.info('missing_municipality', place, {
			value: found.size,
			expected: '22 arrondissements',
			message
		});
	}
}

function readMunicipalities(
	table: Table,
	rows: readonly Row[],
	header: YearsHeader,
	until: number | null,
	options: ReadOptions,
	places: Places,
	findings: Findings
): RawFigure[] {
	const style = styleOf(rows, header, options);
	const areas = new AreaRows(municipalityNames(places), places, mapLookup(options.map), findings);
	const figures: RawFigure[] = [];
	const read: number[] = [];
	const totals: string[] = [];
	const on = options.structureOn ?? (`${header.years.at(-1)?.year ?? 0}-01-01` satisfies Day);
	for (const [index, cells] of rows.entries()) {
		const row = index + 1;
		if (row <= header.row || isBlank(cells)) continue;
		const hasFigures = header.years.some(({ at }) => numberIn(cells[at] ?? null, style) !== null);
		const place = { sheet: table.sheet, row, column: 'naam' };
		const one = areas.read(
			null,
			cells[header.names] ?? null,
			isDay(on) ? on : null,
			hasFigures,
			place
		);
		if (one.kind === 'total') totals.push(one.label);
		if (one.kind !== 'municipality') continue;
		read.push(row);
		for (const { at, year } of header.years) {
			const cell = cells[at] ?? null;
			if (cellText(cell) === '') continue;
			const missing = noNumber(cell);
			const status = missing ?? statusOf(year, until);
			const value = missing ? null : numberIn(cell, style);
			if (!missing && !isSound(value, status, cell, { ...place, column: String(year) }, findings))
				continue;
			figures.push({
				sheet: table.sheet,
				row,
				nis: one.municipality.nis,
				date: `${year}-01-01`,
				indicator: 'households',
				value: value === null ? null : Math.round(value),
				status,
				note: value !== null && !Number.isInteger(value) ? ROUNDED : null,
				column: String(year)
			});
		}
	}
	areas.finish();
	if (totals.length > 0) {
		const message = `Rows of totals are not used: ${someOf(totals)}.`;
		findings.info(
			'total_not_used',
			{ sheet: table.sheet, row: null, column: null },
			{ value: totals.length, message }
		);
	}
	refuseComputedCells(
		table,
		rows,
		read,
		header.years.map(({ at, year }) => ({ at, name: String(year) })),
		findings
	);
	return figures;
}
