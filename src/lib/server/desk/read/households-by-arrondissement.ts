import { someOf } from './absent.ts';
import { ARRONDISSEMENTS, arrondissementByName, isElsewhere } from './area-names.ts';
import { tellComputedCells } from '../bytes/computed-cells.ts';
import type { Findings } from '../findings/findings.ts';
import type { Beside, ReadOptions } from './layout.ts';
import { noNumber, numberIn, type NumberStyle } from '../bytes/number-style.ts';
import { lettersApart, plainName } from '../bytes/plain-name.ts';
import { cellText, isBlank, type Row, type Table } from '../bytes/table.ts';
import { isSound, isTotal, ROUNDED, statusOf, styleOf, type YearsHeader } from './years-table.ts';

/** Reads the rows of arrondissements into figures of regions; those outside Flanders are told. */
export function readArrondissements(
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
	tellComputedCells(
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
