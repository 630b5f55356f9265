import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { definitionOf, INDICATORS, type Indicator } from '#lib/domain/indicators.ts';
import { findPostgresProgram } from '../support/postgres.ts';
import { start } from '../support/program.ts';
import type { Line } from './line.ts';
import { environment, NotMeasuredError, type Place, type Stage } from './stage.ts';

const ROWS = 1_000_000;
const FIRST_YEAR = 1995;
const RATE = 'import of 1,000,000 figures into PostgreSQL, against \\copy of the same rows';
const MEMORY = 'peak memory of that import';

/** Rows per second of an import against `\copy` into the same table in the same run, and its peak memory. */
export async function importing(stage: Stage): Promise<Line[]> {
	const psql = findPostgresProgram('psql');
	if (!psql) throw new NotMeasuredError('psql is not on this machine');
	const files = { tidy: join(stage.folder, 'tidy.csv'), plain: join(stage.folder, 'plain.csv') };
	await writeFiles(await municipalities(await stage.filled('postgresql')), files);

	const first = await copySeconds(psql, await stage.copy('postgresql'), files.plain);
	const imported = await importRun(await stage.copy('postgresql'), files.tidy);
	const second = await copySeconds(psql, await stage.copy('postgresql'), files.plain);
	const copied = (first + second) / 2;
	const note = `${imported.seconds.toFixed(1)} s against ${copied.toFixed(1)} s`;
	return [
		{
			what: RATE,
			unit: '× rows/s',
			budget: { atLeast: 0.6 },
			measured: copied / imported.seconds,
			note
		},
		{ what: MEMORY, unit: 'MB', budget: { atMost: 350 }, measured: imported.megabytes }
	];
}

/** Codes that exist on every day between the first year and 2018. */
async function municipalities({ databaseUrl }: Place): Promise<string[]> {
	const client = new pg.Client(databaseUrl ?? undefined);
	await client.connect();
	const { rows } = await client.query<{ nis_code: string }>(
		`select nis_code from municipality
		where valid_from <= '${FIRST_YEAR}-01-01' and coalesce(valid_to, '2018-12-31') >= '2018-12-31'
		order by nis_code`
	);
	await client.end();
	return rows.map((row) => row.nis_code);
}

/** The same rows as a tidy table and as \copy takes them; each figure differs in municipality, day or indicator. */
async function writeFiles(codes: readonly string[], files: Record<'tidy' | 'plain', string>) {
	const [tidy, plain] = [createWriteStream(files.tidy), createWriteStream(files.plain)];
	tidy.write('nis_code,reference_date,indicator,value,status,note\n');
	let count = 0;
	for (const [day, indicator] of daysAndIndicators()) {
		const rows = codes
			.slice(0, ROWS - count)
			.map((code, i) => [code, day, indicator, (i * 37) % 9_000]);
		if (!tidy.write(rows.map((row) => `${row.join()},normal,\n`).join('')))
			await once(tidy, 'drain');
		if (!plain.write(rows.map((row) => `${row.join()},normal\n`).join('')))
			await once(plain, 'drain');
		count += rows.length;
		if (count === ROWS) break;
	}
	if (count < ROWS) throw new NotMeasuredError(`only ${count} different figures can be made`);
	await Promise.all([tidy, plain].map((file) => new Promise((done) => file.end(done))));
}

/** The last day of each month with each indicator that belongs to no day of the year. */
function* daysAndIndicators(): Generator<[day: string, indicator: Indicator]> {
	const indicators = (Object.keys(INDICATORS) as Indicator[]).filter(
		(code) => definitionOf(code).definition === null && code !== 'households'
	);
	for (let month = 0; month < 12 * (2019 - FIRST_YEAR); month++) {
		const day = new Date(Date.UTC(FIRST_YEAR, month + 1, 0)).toISOString().slice(0, 10);
		for (const indicator of indicators) yield [day, indicator];
	}
}

async function copySeconds(psql: string, { databaseUrl }: Place, file: string): Promise<number> {
	const client = new pg.Client(databaseUrl ?? undefined);
	await client.connect();
	const { rows } = await client.query<{ id: number }>(
		`insert into publication (publisher, title, kind, known_from)
		values ('Meting', 'Meting', 'first', '2019-01-01') returning id`
	);
	await client.query(`alter table observation alter publication_id set default ${rows[0]?.id}`);
	await client.end();
	const columns = 'nis_code, reference_date, indicator, value, status';
	const copy = `\\copy observation (${columns}) from '${file}' with (format csv)`;
	const began = performance.now();
	await promisify(execFile)(psql, [databaseUrl ?? '', '-v', 'ON_ERROR_STOP=1', '-c', copy]);
	return (performance.now() - began) / 1000;
}

async function importRun(
	place: Place,
	file: string
): Promise<{ seconds: number; megabytes: number }> {
	/** The rows are made by a counter, so the rules of housing doubt them. */
	const yes = ['total_not_parts', 'same_as_last_year'].flatMap((code) => [
		'--accept',
		code,
		'--because',
		'Meting'
	]);
	const said = ['--title', 'Meting', '--publisher', 'Meting', '--published', '2019-01-01', ...yes];
	said.push('--kind', 'first', '--why', 'Een andere telling');
	const began = performance.now();
	const program = start(['src/cli/main.ts', 'data', 'import', file, ...said], environment(place));
	let megabytes = 0;
	const look = setInterval(() => {
		megabytes = Math.max(megabytes, peakMemory(program.process.pid));
	}, 50);
	const [code] = (await once(program.process, 'close')) as [number | null];
	clearInterval(look);
	if (code !== 0) throw new Error(`The import ended with code ${code}:\n${program.output}`);
	return { seconds: (performance.now() - began) / 1000, megabytes };
}

/** Largest resident memory of a process so far in MB, as Linux keeps it. */
function peakMemory(pid: number | undefined): number {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
	} catch {
		return 0;
	}
}
