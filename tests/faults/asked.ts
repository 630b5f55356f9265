/** Asking a site while something goes on: how long it takes, and what the process uses meanwhile. */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { NotMeasuredError } from '../bench/stage.ts';

/** An answer with how long (ms) it took to come. */
export interface Timed {
	status: number;
	took: number;
	text: string;
}

/** Longest (ms) that an answer is waited for. */
const LONGEST = 120_000;

/** Asks for an address. @throws Error when nothing comes */
export async function timed(address: string): Promise<Timed> {
	const began = performance.now();
	const reply = await fetch(address, { signal: AbortSignal.timeout(LONGEST) });
	const text = await reply.text();
	return { status: reply.status, took: performance.now() - began, text };
}

/** Asks for one address again and again, until something is over; each in its turn, with a pause (ms). */
export async function meanwhile(
	address: string,
	something: Promise<unknown>,
	pause = 20
): Promise<Timed[]> {
	let isOver = false;
	const over = () => (isOver = true);
	something.then(over, over);
	const answers: Timed[] = [];
	do {
		answers.push(await timed(address));
		await wait(pause);
	} while (!isOver);
	return answers;
}

/** How long answers took, in order: the one at a part of the way, 0.5 being the middle. */
export function quantile(answers: readonly Timed[], part: number): number {
	const sorted = answers.map(({ took }) => took).toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Megabytes that a process has in memory, now and at most so far. */
export function memoryOf(pid: number | undefined): { now: number; peak: number } {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		const number = (name: string) =>
			Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
		return { now: number('VmRSS'), peak: number('VmHWM') };
	} catch {
		throw new NotMeasuredError('this system does not tell the memory of a process in /proc');
	}
}

export const ms = (time: number): string => `${time < 10 ? time.toFixed(1) : time.toFixed(0)} ms`;
