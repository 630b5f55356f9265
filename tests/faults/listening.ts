/** A connection that dies without a word: the server on it shows the newest figures all the same. */
import { setTimeout as wait } from 'node:timers/promises';
import { LIMITS } from '#lib/server/database/postgres.ts';
import { environment } from '../bench/stage.ts';
import { openGate } from '../support/gate.ts';
import { end, serveSite } from '../support/program.ts';
import { timed } from './asked.ts';
import { hold, type Trial } from './fault.ts';
import { figuresFile, municipalities, startImport } from './figures.ts';

const API = '/api/v1/publications';
/** A pulse, the answer that does not come, a new connection, and a page made anew on a busy machine (ms). */
const LATEST = LIMITS.pulse + LIMITS.answer + 7_000;

/** Which connections go silent: the one that hears of changes, or each that stands. */
export const silentConnection =
	(words?: string): Trial =>
	async (ground) => {
		const place = await ground.copy('postgresql');
		const direct = place.databaseUrl ?? '';
		const file = figuresFile(ground.folder, await municipalities(place), 1);
		const gate = await openGate(Number(new URL(direct).port));
		const through = direct.replace(/:\d+\//, `:${gate.port}/`);
		const site = await serveSite(environment({ ...place, databaseUrl: through }));
		try {
			const version = async () => {
				const { text } = await timed(`${site.address}/api/health`);
				return (JSON.parse(text) as { dataVersion: number }).dataVersion;
			};
			const [before, had] = [await timed(site.address + API), await version()];
			gate.silence(words);
			const { code, output } = await end(startImport(place, file));
			hold(code === 0, output);
			const took = await untilOther(site.address + API, before.text);
			hold(took < LATEST, `the new publication was seen after ${took.toFixed(0)} ms`);
			hold((await version()) > had, 'health tells an older version than pages show');
			return `the newest publication was shown ${(took / 1_000).toFixed(1)} s after the import`;
		} finally {
			await site.stop();
			await gate.shut();
		}
	};

/** How long (ms) it takes until an address gives another answer than it gave. */
async function untilOther(address: string, before: string): Promise<number> {
	const began = performance.now();
	while (performance.now() - began < 2 * LATEST) {
		const { status, text } = await timed(address);
		if (status === 200 && text !== before) break;
		await wait(100);
	}
	return performance.now() - began;
}
