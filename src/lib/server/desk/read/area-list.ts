import { allRows } from '../bytes/all-rows.ts';
import { readCode } from './cell-values.ts';
import type { AreaListLayout, ListedArea } from './layout.ts';
import { cellText, findHeader, isBlank } from '../bytes/table.ts';

const COLUMNS = ['sequence nr', 'geoitem code', 'short name', 'name'];

/** The definition of a level of areas of Provincies in Cijfers: which municipalities there are, with their names. */
export const areaList: AreaListLayout = {
	kind: 'area_list',
	name: 'area-list',
	about:
		'the municipalities of a structure, a definition of areas of Provincies in Cijfers (XLSX or CSV)',
	columns: COLUMNS,
	optional: [],
	publisher: 'Provincies in Cijfers',
	title: null,
	note: null,
	recognises: (table) => findHeader(table, COLUMNS, COLUMNS.length) !== null,
	async read([table], findings): Promise<ListedArea[]> {
		const header = table && findHeader(table, COLUMNS, COLUMNS.length);
		if (!table || !header) return [];
		const at = (column: string) => header.positions.get(column) ?? -1;
		return (await allRows(table)).flatMap((cells, index) => {
			const row = index + 1;
			if (row <= header.row || isBlank(cells)) return [];
			const code = readCode(cells[at('geoitem code')] ?? null);
			if (code !== null)
				return [{ sheet: table.sheet, row, code, name: cellText(cells[at('name')]) }];
			findings.block(
				'not_a_code',
				{ sheet: table.sheet, row, column: 'geoitem code' },
				{
					value: cells[at('geoitem code')],
					expected: 'a NIS code of five digits',
					message: `"${cellText(cells[at('geoitem code')])}" is not a NIS code.`
				}
			);
			return [];
		});
	}
};
