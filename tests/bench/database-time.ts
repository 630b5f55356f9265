import { type Line, median } from './line.ts';
import type { EngineName, Stage } from './stage.ts';
import { openTimedSite } from './timed-site.ts';

const PAGE = '/regios/kortrijk';
const RUNS = 60;

/** Time during which a region page waits for its database, on the start data set. */
export async function databaseTime(stage: Stage): Promise<Line[]> {
	return [await line(stage, 'postgresql', 15), await line(stage, 'embedded', 40)];
}

async function line(stage: Stage, engine: EngineName, atMost: number): Promise<Line> {
	const site = await openTimedSite(await stage.filled(engine));
	try {
		const times: number[] = [];
		for (let run = -10; run < RUNS; run++) {
			const { database } = await site.render(PAGE);
			if (run >= 0) times.push(database); // the first runs warm up
		}
		const what = `database time of ${PAGE}, ${engine}`;
		return { what, unit: 'ms', budget: { atMost }, measured: median(times) };
	} finally {
		await site.close();
	}
}
