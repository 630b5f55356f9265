import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { RECORD } from './recorder.ts';
import { placeFor, readRecord } from './records.ts';
import { costOfParts, type Count, countOf, type FileResult, slowest } from './results.ts';
import type { Work } from './work.ts';

const SLOWEST = 10;

/** Does pieces of work, and keeps what they came to. */
export class Tally {
	readonly #began = performance.now();
	readonly #counts: Count[] = [];
	readonly #files: FileResult[] = [];
	readonly #times: [name: string, seconds: number][] = [];

	async do(work: Work): Promise<void> {
		const began = performance.now();
		const record = placeFor(work.name);
		if (work.note) console.log(work.note);
		const { status, output } = await run(work, record);
		const seconds = (performance.now() - began) / 1000;
		if (status !== 0 && !work.live) console.log(`✗ ${work.name}\n${output}`);
		if (status === 0) console.log(`✓ ${work.name} (${seconds.toFixed(1)} s)`);
		if (work.tests) this.#countTests(status, record);
		else this.#counts.push(status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
		if (!work.tests) this.#times.push([work.name, seconds]);
	}

	/** Adds what a run of Vitest left; an error outside any test must not look like success. */
	#countTests(status: number | null, record: string): void {
		const files = readRecord(record);
		if (!files) console.log('✗ The tests ended before they could report.');
		for (const { file, skipped } of files ?? []) {
			for (const name of skipped)
				console.log(`✗ skipped, and a skipped test counts as failed: ${file}: ${name}`);
		}
		this.#files.push(...(files ?? []));
		const count = countOf(files ?? []);
		const silent = status !== 0 && count.failed === 0;
		this.#counts.push(silent || !files ? { ...count, failed: count.failed + 1 } : count);
	}

	/** Says which files were slowest, what each part took, and in the last line how many passed and failed. */
	report(): Count {
		const files = slowest(this.#files, SLOWEST);
		if (files.length > 0) console.log('\nThe slowest test files');
		for (const { file, seconds } of files) console.log(`${inSeconds(seconds)}  ${file}`);
		console.log('\nTime of each part; of tests, what their files took together');
		for (const [name, seconds] of [...this.#times, ...costOfParts(this.#files)]) {
			console.log(`${inSeconds(seconds)}  ${name}`);
		}
		console.log(`${inSeconds((performance.now() - this.#began) / 1000)}  from beginning to end\n`);
		const all = (pick: (count: Count) => number) =>
			this.#counts.reduce((sum, count) => sum + pick(count), 0);
		const count = { passed: all(({ passed }) => passed), failed: all(({ failed }) => failed) };
		console.log(`${count.passed} passed, ${count.failed} failed`);
		return count;
	}
}

/** Programs that write to us instead of the screen keep its colours. */
const COLOURS = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};

const inSeconds = (seconds: number): string => `${seconds.toFixed(1).padStart(8)} s`;

/** Runs the programs of some work until one fails. */
async function run(
	{ commands, live }: Work,
	record: string
): Promise<{ status: number | null; output: string }> {
	let output = '';
	for (const command of commands) {
		const child = spawn(process.execPath, command, {
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...COLOURS, ...process.env, [RECORD]: record }
		});
		for (const stream of [child.stdout, child.stderr]) {
			stream.on('data', (chunk: Buffer) => {
				output += chunk.toString();
				if (live) process.stdout.write(chunk);
			});
		}
		const [status] = (await once(child, 'close')) as [number | null];
		if (status !== 0) return { status, output };
	}
	return { status: 0, output };
}
