import { json } from '@sveltejs/kit';
import { dataVersion } from '#lib/server/queries/publications.ts';
import { runtime } from '#lib/server/runtime.ts';
import { OPEN_TO_ALL } from '#lib/server/api/problem.ts';

/** Live: this process answers. Ready: the database answers too. */
export async function GET() {
	const headers = { ...OPEN_TO_ALL, 'cache-control': 'no-store' };
	try {
		const { database } = runtime();
		const { version, changedAt } = await dataVersion(database.read);
		return json(
			{ live: true, ready: true, engine: database.engine, dataVersion: version, changedAt },
			{ headers }
		);
	} catch {
		return json({ live: true, ready: false, dataVersion: null }, { status: 503, headers });
	}
}
