import { workerData } from 'node:worker_threads';
import { makeStarts } from './starts.ts';

/** Makes the starts of one engine on a thread of its own: the embedded one holds up everything else that runs on its thread. */
await makeStarts(...(workerData as Parameters<typeof makeStarts>));
