import { isDay, type Day } from '#lib/domain/dates.ts';
import type { Places } from '#lib/domain/places.ts';
import { readCode, readNumber } from './cell-values.ts';
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import type { FigureFile, FiguresLayout, RawFigure, ReadOptions } from './layout.ts';
import { isInForce, structureOfCodes, structureStart } from './structure.ts';
import { cellText, findHeader, isBlank, type Row, type Table } from '../bytes/table.ts';

const COLUMNS = ['jaar', 'niscode', 'aantal_huishoudleden', 'aantal'];
const SIZES = ['1', '2', '3', '4+'];

/**
 * Private households on 1 January by municipality and size, as Statistiek Vlaanderen issues them: counted years and
 * projected years in one file that does not say which is which.
 */
export const householdsBySize: FiguresLayout = {
	kind: 'figures',
	name: 'households-by-size',
	about: 'households by size of Statistiek Vlaanderen, counted and projected (CSV)',
	columns: COLUMNS,
	optional: [],
	publisher: 'Statistiek Vlaanderen',
	title: 'Huishoudens naar grootte per gemeente',
	note: 'Som van de huishoudens met 1, 2, 3 en 4 of meer leden.',
	recognises: (table) => findHeader(table, COLUMNS, COLUMNS.length) !== null,
	async open([table], options, places, findings): Promise<FigureFile> {
		const groups = table ? await readGroups(table, findings) : [];
		const structureOn = structureOf(groups, options, places, findings);
		const until = observedUntil(groups, options, findings);
		reportMissing(groups, structureOn, places, findings);
		const figures = groups.flatMap((group) => rawFigure(group, until, findings));
		return {
			columns: {
				nis: 'niscode',
				date: 'jaar',
				indicator: 'aantal',
				value: 'aantal',
				status: 'aantal',
				note: 'aantal'
			},
			structureOn,
			async *batches() {
				yield figures;
			}
		};
	}
};

/** The households of one municipality in one year, by size. */
interface Group {
	sheet: string | null;
	/** Row of the first size. */
	row: number;
	nis: string;
	year: string;
	date: Day;
	sizes: Map<string, number>;
}

async function readGroups(table: Table, findings: Findings): Promise<Group[]> {
	const header = findHeader(table, COLUMNS, COLUMNS.length);
	const at = COLUMNS.map((column) => header?.positions.get(column) ?? -1);
	const groups = new Map<string, Group>();
	let row = 0;
	for await (const rows of table.batches()) {
		for (const cells of rows) {
			row++;
			if (row <= (header?.row ?? 0) || isBlank(cells)) continue;
			addRow(
				groups,
				table.sheet,
				row,
				at.map((position) => cells[position] ?? null),
				findings
			);
		}
	}
	return [...groups.values()];
}

function addRow(
	groups: Map<string, Group>,
	sheet: string | null,
	row: number,
	cells: Row,
	findings: Findings
): void {
	const [yearCell = null, codeCell = null, sizeCell = null, countCell = null] = cells;
	const place = (column: string) => ({ sheet, row, column });
	const year = cellText(yearCell);
	const date = `${year}-01-01`;
	if (!isDay(date)) {
		const message = `"${year}" is not a year.`;
		return findings.block('not_a_date', place('jaar'), {
			value: year,
			expected: 'a year, such as 2023',
			message
		});
	}
	const nis = readCode(codeCell);
	if (nis === null) {
		const message = `"${cellText(codeCell)}" is not a NIS code.`;
		return findings.block('not_a_code', place('niscode'), {
			value: codeCell,
			expected: 'five digits',
			message
		});
	}
	const size = cellText(sizeCell);
	if (!SIZES.includes(size)) {
		const message = `"${size}" is not a size of household in this layout.`;
		const expected = SIZES.join(', ');
		return findings.block('unknown_household_size', place('aantal_huishoudleden'), {
			value: size,
			expected,
			message
		});
	}
	const count = readNumber(countCell, true);
	if (typeof count !== 'number') {
		return findings.block(count.code, place('aantal'), { value: countCell, ...count });
	}
	const key = `${year} ${nis}`;
	const group = groups.get(key) ?? { sheet, row, nis, year, date, sizes: new Map() };
	groups.set(key, group);
	if (group.sizes.has(size)) {
		const message = `${nis} in ${year} has the size ${size} twice; it first stands from row ${group.row} on.`;
		return findings.block('duplicate', place('aantal_huishoudleden'), { value: size, message });
	}
	group.sizes.set(size, count);
}

function rawFigure(group: Group, until: number | null, findings: Findings): RawFigure[] {
	const { sheet, row, nis, date, year, sizes } = group;
	const missing = SIZES.filter((size) => !sizes.has(size));
	if (missing.length > 0) {
		findings.block(
			'missing_household_size',
			{ sheet, row, column: 'aantal_huishoudleden' },
			{
				expected: `rows for the sizes ${SIZES.join(', ')}`,
				message: `${nis} in ${year} has no sound row for the size ${missing.join(', ')}.`
			}
		);
		return [];
	}
	const value = [...sizes.values()].reduce((sum, count) => sum + count, 0);
	const status = until !== null && Number(year) <= until ? 'normal' : 'forecast';
	return [{ sheet, row, nis, date, indicator: 'households', value, status, note: null }];
}

/** The file's structure: as said, else none when every code holds on its own date, else recognised from its codes. */
function structureOf(
	groups: readonly Group[],
	options: ReadOptions,
	places: Places,
	findings: Findings
): Day | null {
	if (options.structureOn) return structureStart(places, options.structureOn);
	const codes = new Set(groups.map((group) => group.nis).filter((nis) => places.byCode.has(nis)));
	const fits = groups.every(({ nis, date }) => {
		const municipality = places.byCode.get(nis);
		return !municipality || isInForce(municipality, date, true);
	});
	if (fits) return null;
	const on = structureOfCodes(places, codes);
	if (!on) {
		findings.block('unknown_structure', WHOLE_FILE, {
			expected: 'the municipalities of one structure, or each code within its own validity',
			message: `The ${codes.size} codes never existed together, and some do not exist in their year.`
		});
	}
	return on;
}

function observedUntil(
	groups: readonly Group[],
	options: ReadOptions,
	findings: Findings
): number | null {
	if (options.observedUntil === null && groups.length > 0) {
		const years = groups.map((group) => group.year).sort();
		findings.block('observed_until_missing', WHOLE_FILE, {
			expected: '--observed-until YEAR',
			message:
				`The years ${years[0]} to ${years.at(-1)} do not say which were counted and which are projections. ` +
				'Give the last year that was counted.'
		});
	}
	return options.observedUntil;
}

/** One line for each run of years that lacks the same municipalities. */
function reportMissing(
	groups: readonly Group[],
	structureOn: Day | null,
	places: Places,
	findings: Findings
): void {
	const runs: { lacking: string; of: number; years: string[] }[] = [];
	for (const [year, ofYear] of Map.groupBy(groups, (group) => group.year)) {
		const codes = new Set(ofYear.map((group) => group.nis));
		const valid = places.validOn(structureOn ?? `${year}-01-01`);
		const absent = valid.filter((one) => !codes.has(one.nis));
		const names = absent.slice(0, 5).map((one) => `${one.nis} ${one.name}`);
		const lacking = `${names.join(', ')}${absent.length > 5 ? ` and ${absent.length - 5} more` : ''}`;
		const last = runs.at(-1);
		if (last?.lacking === lacking) last.years.push(year);
		else runs.push({ lacking, of: valid.length, years: [year] });
	}
	for (const { lacking, of, years } of runs) {
		if (lacking === '') continue;
		const period = years.length > 1 ? `${years[0]} to ${years.at(-1)}` : String(years[0]);
		findings.info('missing_municipality', WHOLE_FILE, {
			expected: `${of} municipalities`,
			message: `In ${period} there is no row for ${lacking}.`
		});
	}
}
