import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import pg from 'pg';
import { start } from '../support/program.ts';
import type { Line } from './line.ts';
import { type EngineName, environment, NotMeasuredError, type Place, type Stage } from './stage.ts';

const REQUESTS = 20_000;

/** Memory of the server in MB after many requests for many pages. */
export async function memory(stage: Stage): Promise<Line[]> {
	const paths = await addresses(await stage.filled('postgresql'));
	const [postgres, embedded] = [
		await afterRequests(stage, 'postgresql', paths),
		await afterRequests(stage, 'embedded', paths)
	];
	const idle = await idlePglite(await stage.filled('embedded'));
	const note = `${embedded.toFixed(0)} MB against ${idle.toFixed(0)} MB idle`;
	const after = `server memory after ${REQUESTS.toLocaleString('en')} requests`;
	return [
		{ what: `${after}, PostgreSQL`, unit: 'MB', budget: { atMost: 250 }, measured: postgres },
		{
			what: `${after}, embedded, above an idle PGlite`,
			unit: 'MB',
			budget: { atMost: 150 },
			measured: embedded - idle,
			note
		}
	];
}

/** The overview, and every region and municipality. */
async function addresses({ databaseUrl }: Place): Promise<string[]> {
	const client = new pg.Client(databaseUrl ?? undefined);
	await client.connect();
	const { rows } = await client.query<{ path: string }>(
		`select '/regios/' || slug as path from region
		union all select '/gemeenten/' || nis_code from municipality where valid_to is null`
	);
	await client.end();
	return ['/', ...rows.map(({ path }) => path)];
}

function afterRequests(
	stage: Stage,
	engine: EngineName,
	paths: readonly string[]
): Promise<number> {
	return stage.filled(engine).then((place) =>
		stage.with(place, async ({ address, process }) => {
			await autocannon({
				url: address,
				amount: REQUESTS,
				connections: 10,
				timeout: 60,
				requests: paths.map((path) => ({ path, headers: { 'accept-encoding': 'br' } }))
			});
			return residentMemory(process.pid);
		})
	);
}

/** A process that has opened the same embedded database and does nothing. */
async function idlePglite(place: Place): Promise<number> {
	const program = start(['tests/bench/idle.ts'], environment(place));
	await new Promise((open) => program.process.stdout?.once('data', open));
	const megabytes = residentMemory(program.process.pid);
	await program.stop();
	return megabytes;
}

function residentMemory(pid: number | undefined): number {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
	} catch {
		throw new NotMeasuredError('this system does not tell the memory of a process in /proc');
	}
}
