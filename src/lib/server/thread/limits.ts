/** Most memory of a thread, in MB, beside its buffers. */
export const MEMORY = { pages: 512, task: 1_024 };

/** How long (ms) a thread may work. */
export const LONGEST = { page: 60_000, task: 30 * 60_000 };

const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

/** Why a thread ended by itself, in words. */
export const whyEnded = (error: unknown, memory: number): Error =>
	(error as { code?: string }).code === OUT_OF_MEMORY
		? new Error(`It needed more than ${memory} MB of memory, and was stopped.`, { cause: error })
		: (error as Error);
