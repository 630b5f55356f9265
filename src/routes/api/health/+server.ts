import { json } from '@sveltejs/kit';
import { OPEN_TO_ALL } from '#lib/server/api/problem.ts';
import { probe } from '#lib/server/web/probe.ts';
import { runtime } from '#lib/server/web/runtime.ts';

/** Live: this process answers. Ready: the database gives what a page reads, and of the newest state. */
export async function GET() {
	const headers = { ...OPEN_TO_ALL, 'cache-control': 'no-store' };
	try {
		const { database } = runtime();
		const { version, changedAt } = await probe(database);
		return json(
			{ live: true, ready: true, engine: database.engine, dataVersion: version, changedAt },
			{ headers }
		);
	} catch {
		return json({ live: true, ready: false, dataVersion: null }, { status: 503, headers });
	}
}
