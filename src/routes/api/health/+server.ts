import { json } from '@sveltejs/kit';
import { OPEN_TO_ALL } from '#lib/server/api/problem.ts';
import { probe } from '#lib/server/web/probe.ts';
import { runtime } from '#lib/server/web/runtime.ts';

/**
 * Live: this process answers. Ready: the database gives what a page reads, and of the newest state that it holds. Writable:
 * changes can be made; where not, pages are served and the reason stands beside it.
 */
export async function GET() {
	const headers = { ...OPEN_TO_ALL, 'cache-control': 'no-store' };
	try {
		const { database } = runtime();
		const { version: dataVersion, changedAt, whyReadOnly } = await probe(database);
		const { engine } = database;
		const writable = whyReadOnly === null;
		return json(
			{ live: true, ready: true, engine, dataVersion, changedAt, writable, whyReadOnly },
			{ headers }
		);
	} catch {
		return json({ live: true, ready: false, dataVersion: null }, { status: 503, headers });
	}
}
