import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import type { FileResult } from './results.ts';

/** Where runs of Vitest leave what their test files came to. */
const FOLDER = 'tests/.results';

/** The place for the record of a run; what lay there is gone. */
export function placeFor(run: string): string {
	const record = `${FOLDER}/${run.replaceAll(/\W+/g, '-')}.json`;
	mkdirSync(FOLDER, { recursive: true });
	rmSync(record, { force: true });
	return record;
}

/** What a run left; null when it ended before it could. */
export function readRecord(record: string): FileResult[] | null {
	try {
		return JSON.parse(readFileSync(record, 'utf8')) as FileResult[];
	} catch {
		return null;
	}
}

/** What test files of the suites cost when they last ran whole, in seconds. */
export const secondsBefore = (): Map<string, number> =>
	new Map(
		globSync(`${FOLDER}/{database,import,pages}*.json`)
			.flatMap((record) => readRecord(record) ?? [])
			.map(({ file, seconds }) => [file, seconds])
	);
