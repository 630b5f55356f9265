import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../support/postgres.ts';
import { type Line, median } from './line.ts';
import { type EngineName, environment, type Place, type Stage } from './stage.ts';

const RUNS = 3;

/** Seconds from the command until the first page answers, when everything was installed and built before. */
export async function warmStart(stage: Stage): Promise<Line[]> {
	const line = async (engine: EngineName, atMost: number): Promise<Line> => {
		const place = await stage.filled(engine);
		const times: number[] = [];
		for (let run = 0; run < RUNS; run++) times.push(await secondsToFirstPage('.', place));
		const what = `warm start until the first page, ${engine}`;
		return { what, unit: 's', budget: { atMost }, measured: median(times) };
	};
	return [await line('embedded', 5), await line('postgresql', 2)];
}

/** The same on a clone of the last commit with nothing installed, built or filled; npm's cache is as it is. */
export async function freshStart(stage: Stage): Promise<Line[]> {
	const clone = join(stage.folder, 'clone');
	execFileSync('git', ['clone', '--quiet', process.cwd(), clone]);
	const dataDir = join(stage.folder, 'fresh');
	mkdirSync(dataDir);
	const measured = await secondsToFirstPage(clone, { databaseUrl: null, dataDir });
	const what = 'fresh clone until the first page';
	const note = 'the last commit; npm’s cache as it was';
	return [{ what, unit: 's', budget: { atMost: 120 }, measured, note }];
}

async function secondsToFirstPage(folder: string, place: Place): Promise<number> {
	const port = await freePort();
	const began = performance.now();
	const npm = spawn('npm', ['start'], {
		cwd: folder,
		detached: true, // a process group of its own, which ends as a whole
		stdio: 'ignore',
		env: { ...process.env, ...environment(place), HOST: '127.0.0.1', PORT: String(port) }
	});
	const gone = once(npm, 'exit');
	try {
		while (!(await answers(`http://127.0.0.1:${port}/`))) {
			if (npm.exitCode !== null) throw new Error(`npm start ended with code ${npm.exitCode}`);
			await new Promise((later) => setTimeout(later, 10));
		}
		return (performance.now() - began) / 1000;
	} finally {
		if (npm.pid && npm.exitCode === null) process.kill(-npm.pid, 'SIGTERM');
		await gone;
	}
}

async function answers(address: string): Promise<boolean> {
	try {
		const reply = await fetch(address);
		await reply.arrayBuffer();
		return reply.status === 200;
	} catch {
		return false;
	}
}
