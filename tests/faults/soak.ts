/** The site for a while at half of what this machine can serve: no error, level times, level memory. */
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { environment, type Stage } from '../bench/stage.ts';
import { serveSite } from '../support/program.ts';
import { memoryOf } from './asked.ts';
import { hold } from './fault.ts';
import { municipalities } from './figures.ts';

/** Seconds for which is measured what the machine can serve. */
const FULL = 10;
const VISITORS = 10;
/** So many pages of municipalities are asked for: the page cache holds them all. */
const KEPT = 60;
/** Most that p99 may be of p50; a p50 below so many ms counts as that: below, the scheduler of the system decides. */
const SLOWEST = 5;
const UNFELT = 4;
/** Most that memory may grow between the middle and the end. */
const GROWTH = 1.1;

/** Asks cached pages for some minutes, on the embedded engine. @throws Error with what did not hold */
export async function soak(stage: Stage, minutes: number): Promise<string> {
	const place = await stage.filled('embedded');
	const codes = await municipalities(place);
	const site = await serveSite(environment(place));
	try {
		const paths = ['/', ...codes.slice(0, KEPT).map((nis) => `/gemeenten/${nis}`)];
		const load = (more: Partial<autocannon.Options>) =>
			autocannon({
				url: site.address,
				connections: VISITORS,
				timeout: 60,
				requests: paths.map((path) => ({ path, headers: { 'accept-encoding': 'br' } })),
				...more
			});
		await load({ amount: 2 * paths.length });
		const { requests } = await load({ duration: FULL });
		const half = Math.max(1, Math.round(requests.average / 2));
		const running = load({ duration: minutes * 60, overallRate: half });
		await wait(minutes * 30_000);
		const middle = memoryOf(site.process.pid).now;
		const result = await running;
		const last = memoryOf(site.process.pid).now;
		const errors = result.errors + result.timeouts + result.non2xx;
		const { p50, p99, max } = result.latency;
		const measured =
			`${minutes} min at ${half}/s of ${Math.round(requests.average)}: ${result.requests.total} answers, ${errors} errors, ` +
			`p50 ${p50} ms, p99 ${p99} ms, longest ${max} ms; ${middle.toFixed(0)} MB halfway, ${last.toFixed(0)} MB at the end`;
		hold(errors === 0, measured);
		hold(p99 <= SLOWEST * Math.max(p50, UNFELT), measured);
		hold(last <= GROWTH * middle, measured);
		return measured;
	} finally {
		await site.stop();
	}
}
