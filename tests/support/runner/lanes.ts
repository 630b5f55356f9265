/** Something to do. */
export interface Job {
	name: string;
	/** Jobs that must have ended before; those that are not to be done do not count. */
	needs: readonly string[];
	run: () => Promise<void>;
}

/**
 * Does jobs side by side, in their order as far as their needs allow, so that no lane waits while something can begin.
 * @param lanes how many at once
 * @throws Error when jobs wait for one another
 */
export async function inLanes(jobs: readonly Job[], lanes: number): Promise<void> {
	const waiting = [...jobs];
	const open = new Set(jobs.map(({ name }) => name));
	const running = new Map<string, Promise<string>>();
	while (open.size > 0) {
		const free = waiting.findIndex(({ needs }) => !needs.some((name) => open.has(name)));
		const [job] = free >= 0 && running.size < lanes ? waiting.splice(free, 1) : [];
		if (job) {
			const { name } = job;
			const ended = job.run().then(() => name);
			running.set(name, ended);
			continue;
		}
		if (running.size === 0) throw new Error(`They wait for one another: ${[...open].join(', ')}.`);
		const name = await Promise.race(running.values());
		running.delete(name);
		open.delete(name);
	}
}
