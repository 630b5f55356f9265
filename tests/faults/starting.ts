/** Several servers that start at once on an empty database: one fills it, the others wait and serve it too. */
import { openDatabase } from '#lib/server/database/database.ts';
import { verifyChain } from '#lib/server/desk/release/chain.ts';
import { environment } from '../bench/stage.ts';
import { serveSite } from '../support/program.ts';
import { timed } from './asked.ts';
import { hold, type Trial } from './fault.ts';

export const startedAtOnce: Trial = async (ground) => {
	const MANY = 3;
	const place = await ground.empty();
	const starts = await Promise.allSettled(
		Array.from({ length: MANY }, () => serveSite(environment(place)))
	);
	const sites = starts.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
	try {
		const refused = starts.find((one) => one.status === 'rejected');
		hold(
			refused === undefined,
			`one did not start: ${(refused?.reason as Error | undefined)?.message}`
		);
		for (const { address } of sites)
			hold((await timed(`${address}/regios/kortrijk`)).status === 200, 'one shows no page');
	} finally {
		await Promise.all(sites.map((site) => site.stop()));
	}
	const database = await openDatabase(place);
	const { holds, entries, problem } = await verifyChain(database.read, await database.keys());
	await database.close();
	hold(holds, problem ?? '');
	return `${MANY} of ${MANY} started; filled once, ${entries} entries of the chain`;
};
