import { type Line, median } from './line.ts';
import { type EngineName, NotMeasuredError, type Stage } from './stage.ts';
import { openTimedSite, type TimedSite } from './timed-site.ts';

const PAGE = '/regios/kortrijk';
const RUNS = 60;

/** Time during which a region page waits for its database, on the start data set. */
export async function databaseTime(stage: Stage): Promise<Line[]> {
	return [await line(stage, 'postgresql', 15), await line(stage, 'embedded', 40)];
}

async function line(stage: Stage, engine: EngineName, atMost: number): Promise<Line> {
	const site = await openTimedSite(await stage.copy(engine));
	try {
		const times: number[] = [];
		let queries = 0;
		for (let run = -10; run < RUNS; run++) {
			const rendering = await site.render(PAGE);
			queries = rendering.queries;
			if (run >= 0) times.push(rendering.database); // the first runs warm up
		}
		if (queries === 0) throw new NotMeasuredError(`${PAGE} asked nothing of its database`);
		const first = await afterChange(site);
		const what = `database time of ${PAGE}, ${engine}`;
		const note = `${queries} queries; ${first.toFixed(1)} ms the first time after a change`;
		return { what, unit: 'ms', budget: { atMost }, measured: median(times), note };
	} finally {
		await site.close();
	}
}

/** The first page after a change also reads the small tables that are held until the next one. */
async function afterChange(site: TimedSite): Promise<number> {
	const times: number[] = [];
	for (let run = 0; run < RUNS / 3; run++) {
		await site.database.change(() => Promise.resolve());
		await new Promise((heard) => setTimeout(heard, 20));
		times.push((await site.render(PAGE)).database);
	}
	return median(times);
}
