/** Files of made-up figures, and imports of them, as trials take them in one after another. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type Place } from '#lib/server/database/database.ts';
import { environment } from '../bench/stage.ts';
import { type Program, start } from '../support/program.ts';

const INDICATORS = ['realised', 'planned', 'dwellings', 'plots'] as const;

/** NIS codes of the municipalities of today. */
export async function municipalities(place: Place): Promise<string[]> {
	const database = await openDatabase(place);
	try {
		const rows = await database.read
			.selectFrom('municipality')
			.select('nis_code')
			.where('valid_to', 'is', null)
			.orderBy('nis_code')
			.execute();
		return rows.map(({ nis_code }) => nis_code);
	} finally {
		await database.close();
	}
}

/** Rows of a file of four figures of each municipality on a day of its own that no other file has. */
export function rowsOf(codes: readonly string[], number: number): string[] {
	const day = new Date(Date.UTC(2025, 0, 2 + number)).toISOString().slice(0, 10);
	return codes.flatMap((code, at) =>
		INDICATORS.map((indicator, more) => `${code},${day},${indicator},${1 + at + more + number}`)
	);
}

/** Writes the file with such a number, and gives its path. */
export function figuresFile(folder: string, codes: readonly string[], number: number): string {
	const path = join(folder, `figures-${number}.csv`);
	const rows = rowsOf(codes, number);
	writeFileSync(path, ['nis_code,reference_date,indicator,value', ...rows, ''].join('\n'));
	return path;
}

/** Starts an import on the command line. */
export const startImport = (place: Place, file: string, ...more: string[]): Program =>
	start(
		['src/cli/main.ts', 'data', 'import', file, '--publisher', 'Proef', ...more],
		environment(place)
	);
