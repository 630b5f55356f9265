import readXlsxFile from 'read-excel-file/node';
import { type FileTable, isDay, isNumber, readFile } from './file-table.ts';

/** Columns whose digits are names and not amounts. */
const CODES = ['NIS-code', 'Gepubliceerd'];

/** All in which the file for a Dutch spreadsheet differs from the one with commas: nothing but the comma in its numbers. */
export function dutchDifferences(plain: FileTable, bytes: Buffer): string[] {
	const comma = (cell: string) => (isNumber(cell) ? cell.replace('.', ',') : cell);
	const expected = [plain.heads, ...plain.rows.map((row) => row.map(comma))];
	const { heads, rows } = readFile(bytes, ';');
	return unequal(expected, [heads, ...rows]);
}

/** All in which a workbook differs from the file with commas: heads without unit, numbers as numbers, days as days. */
export async function workbookDifferences(plain: FileTable, bytes: Buffer): Promise<string[]> {
	const [table] = await readXlsxFile(bytes);
	const [names = [], ...rows] = table?.data ?? [];
	const heads = plain.heads.filter(
		(head, at) => head !== names[at] && head !== `${String(names[at])} (${unitIn(head)})`
	);
	const expected = plain.rows.map((row) => row.map((cell, at) => typed(cell, plain, row, at)));
	const held = rows.map((row) =>
		plain.heads.map((_, at) => {
			const cell = row[at] ?? null;
			return cell instanceof Date ? `day ${cell.toISOString().slice(0, 10)}` : cell;
		})
	);
	return [...heads.map((head) => `no head «${head}»`), ...unequal(expected, held)];
}

const unitIn = (head: string): string => /\(([^()]*)\)$/.exec(head)?.[1] ?? '';

/** A cell as a workbook holds it: a number as one, a per cent as a fraction, blank as nothing. */
function typed(cell: string, { heads, rows }: FileTable, row: readonly string[], at: number) {
	const head = heads[at] ?? '';
	if (cell === '') return null;
	if (isDay(cell)) return `day ${cell}`;
	const isAmount =
		!CODES.includes(head) &&
		!head.endsWith(': toelichting') &&
		rows.every((one) => one[at] === '' || isNumber(one[at] ?? ''));
	if (!isAmount) return cell.trim();
	const isPerCent = head.includes('%') || row[heads.indexOf(`${head}: eenheid`)] === '%';
	return Number(cell) / (isPerCent ? 100 : 1);
}

const isEqual = (one: unknown, other: unknown): boolean =>
	one === other ||
	(typeof one === 'number' && typeof other === 'number' && Math.abs(one - other) < 1e-9);

/** The cells of two tables that are not the same. */
const unequal = (expected: readonly unknown[][], held: readonly unknown[][]): string[] =>
	Array.from({ length: Math.max(expected.length, held.length) }, (_, line) =>
		Array.from(
			{ length: Math.max(expected[line]?.length ?? 0, held[line]?.length ?? 0) },
			(_, at) => at
		)
			.filter((at) => !isEqual(expected[line]?.[at], held[line]?.[at]))
			.map(
				(at) =>
					`line ${line}, column ${at + 1}: ${String(held[line]?.[at])}, not ${String(expected[line]?.[at])}`
			)
	).flat();
