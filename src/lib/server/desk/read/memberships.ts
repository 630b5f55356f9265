import type { Day } from '#lib/domain/dates.ts';
import type { Places } from '#lib/domain/places.ts';
import type { RegionKind } from '#lib/domain/region.ts';
import { allRows } from '../bytes/all-rows.ts';
import { AreaRows } from './area-rows.ts';
import type { Findings } from '../findings/findings.ts';
import { mapLookup } from './import-map.ts';
import type { MembershipRow, MembershipsLayout, MembershipTable, ReadOptions } from './layout.ts';
import { municipalityNames } from './municipality-names.ts';
import { plainName } from '../bytes/plain-name.ts';
import { cellText, isBlank, type Row, type Table } from '../bytes/table.ts';

/** Headers of the column with the region, by the sort of region that they mean. */
const REGION_COLUMNS: Readonly<Record<string, RegionKind>> = {
	igs: 'igs',
	woonmaatschappij: 'woonmaatschappij',
	wm: 'woonmaatschappij',
	werkingsgebied: 'woonmaatschappij',
	refreg: 'referentieregio',
	referentieregio: 'referentieregio',
	vervoerregio: 'vervoerregio',
	provincie: 'provincie',
	prov: 'provincie',
	arrondissement: 'arrondissement',
	arrondiss: 'arrondissement',
	stadsregio: 'stadsregio'
};
/** A code of nines stands for no region: igs999, 999, igs99991. */
const NONE = /^[a-z_-]*99(9|991|992|993|999)$/i;

/** Which municipality belongs to which region of one sort, as Provincies in Cijfers issues it: two columns of codes. */
export const memberships: MembershipsLayout = {
	kind: 'memberships',
	name: 'memberships',
	about: 'municipalities with their region: two columns (XLSX or CSV); --on says from which day',
	columns: ['gemeente', Object.keys(REGION_COLUMNS).join('|')],
	optional: [],
	publisher: 'Provincies in Cijfers',
	title: null,
	note: null,
	recognises: (table) => headerOf(table) !== null,
	async read([table], options, places, findings): Promise<MembershipTable> {
		const header = table && headerOf(table);
		if (!table || !header) return { kind: 'gebied', column: '', rows: [] };
		if (options.on === null) {
			findings.block(
				'on_missing',
				{ sheet: table.sheet, row: header.row, column: null },
				{
					expected: '--on 2026-01-01',
					message: 'The table does not say from which day the memberships hold.'
				}
			);
		}
		const rows = await readRows(table, options, places, findings);
		return { kind: header.kind, column: header.column, rows };
	}
};

interface MembershipHeader {
	/** Row, counted from 1. */
	row: number;
	kind: RegionKind;
	/** The header of the column with regions. */
	column: string;
}

/** A header of exactly two cells: the municipality and the region. */
function headerOf({ head }: Table): MembershipHeader | null {
	for (const [index, row] of head.entries()) {
		const names = row.map(cellText).filter((name) => name !== '');
		const [first = '', second = '', third] = names;
		const kind = REGION_COLUMNS[plainName(second)];
		if (
			kind &&
			third === undefined &&
			/^(gemeente|nis|niscode|gemeentecode)$/.test(plainName(first))
		) {
			return { row: index + 1, kind, column: second };
		}
	}
	return null;
}

async function readRows(
	table: Table,
	options: ReadOptions,
	places: Places,
	findings: Findings
): Promise<MembershipRow[]> {
	const header = headerOf(table);
	const areas = new AreaRows(municipalityNames(places), places, mapLookup(options.map), findings);
	const first = new Map<string, number>();
	const rows = await allRows(table);
	const read = rows.flatMap((cells, index): MembershipRow[] => {
		const row = index + 1;
		if (row <= (header?.row ?? 0) || isBlank(cells)) return [];
		const one = readRow(cells, row, table.sheet, options.on, areas, header?.column ?? '');
		if (!one) return [];
		const other = first.get(one.nis);
		first.set(one.nis, other ?? row);
		if (other === undefined) return [one];
		findings.block(
			'duplicate',
			{ sheet: table.sheet, row, column: 'gemeente' },
			{
				value: one.nis,
				expected: 'one row for each municipality',
				message: `${one.nis} already stands in row ${other}.`
			}
		);
		return [];
	});
	areas.finish();
	return read;
}

function readRow(
	cells: Row,
	row: number,
	sheet: string | null,
	on: Day | null,
	areas: AreaRows,
	column: string
): MembershipRow | null {
	const [area = null, region = null] = cells;
	const place = { sheet, row, column: 'gemeente' };
	const one = areas.read(area, null, on, cellText(region) !== '', place);
	if (one.kind !== 'municipality') return null;
	const code = cellText(region);
	return {
		sheet,
		row,
		column,
		nis: one.municipality.nis,
		region: code === '' || NONE.test(code) ? null : code
	};
}
