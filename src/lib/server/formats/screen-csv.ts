import type { Value } from '#lib/tables/field.ts';
import type { FileCell, FileColumn } from '#lib/tables/file.ts';
import { toCsv, toDutchCsv } from './csv.ts';

/** A table of a page as CSV; numbers stand in it in the unit of the page, not rounded. */
export const screenCsv = (columns: readonly FileColumn[]): string => toCsv(...plain(columns));

/** The same for Excel where commas are decimal. */
export const dutchScreenCsv = (columns: readonly FileColumn[]): string =>
	toDutchCsv(...plain(columns));

function plain(columns: readonly FileColumn[]): [heads: string[], rows: Value[][]] {
	const rows = (columns[0]?.cells ?? []).map((_, row) =>
		columns.map(({ cells }) => plainCell(cells[row] ?? null))
	);
	return [columns.map(headWithUnit), rows];
}

/** A number without its unit says it in the head of its column. */
function headWithUnit({ name, kind }: FileColumn): string {
	if (kind.is !== 'number' || !kind.unit || name.includes(kind.unit)) return name;
	return `${name} (${kind.unit})`;
}

function plainCell(cell: FileCell): Value {
	if (cell === null || typeof cell === 'string') return cell;
	return 'day' in cell ? cell.day : cell.value;
}
