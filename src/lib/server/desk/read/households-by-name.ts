import { isDay, type Day } from '#lib/domain/dates.ts';
import type { Places } from '#lib/domain/places.ts';
import { someOf } from './absent.ts';
import { allRows } from '../bytes/all-rows.ts';
import { arrondissementByName, isElsewhere } from './area-names.ts';
import { AreaRows } from './area-rows.ts';
import { tellComputedCells } from '../bytes/computed-cells.ts';
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import { readArrondissements } from './households-by-arrondissement.ts';
import { mapLookup } from './import-map.ts';
import type { Beside, FigureFile, FiguresLayout, RawFigure, ReadOptions } from './layout.ts';
import { municipalityNames } from './municipality-names.ts';
import { noNumber, numberIn } from '../bytes/number-style.ts';
import { observedUntil } from './observed-until.ts';
import { structureStart } from './structure.ts';
import { cellText, isBlank, type Row, type Table } from '../bytes/table.ts';
import {
	isSound,
	isTotal,
	labelsOf,
	ROUNDED,
	statusOf,
	styleOf,
	titleOf,
	yearsHeader,
	type YearsHeader
} from './years-table.ts';

const COLUMNS = ['huishoudens', '1996', '1997', '…'];

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
	tellComputedCells(
		table,
		rows,
		read,
		header.years.map(({ at, year }) => ({ at, name: String(year) })),
		findings
	);
	return figures;
}
