import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { describeEngine } from '../support/engines.ts';
import { type Gate, openGate } from '../support/gate.ts';
import { type ServedSite, serveSite } from '../support/program.ts';

/** How long (ms) is waited for what comes by itself: how soon says something of the machine alone. */
const PATIENCE = 20_000;
const LINE =
	/De gegevensbank antwoordt niet; dit is de laatst bekende stand van [\d/]+ \d\d:\d\d\./;

describeEngine('postgresql', 'practice', (engine) => {
	let gate: Gate;
	let site: ServedSite;
	const direct = () => engine.settings.databaseUrl ?? '';

	beforeAll(async () => {
		gate = await openGate(Number(new URL(direct()).port));
		site = await serveSite({
			DATABASE_URL: direct().replace(/:\d+\//, `:${gate.port}/`),
			CHAIN_KEY: engine.settings.chainKey ?? ''
		});
	});
	afterAll(async () => {
		await site.stop();
		await gate.shut();
	});

	const get = async (path: string) => {
		const reply = await fetch(site.address + path);
		return { status: reply.status, text: await reply.text(), headers: reply.headers };
	};
	test('a page that was seen keeps its last good state with a plain line, others give 503; then it recovers', async () => {
		const before = await get('/regios/kortrijk');
		const api = await get('/api/v1/regions/kortrijk');
		expect(before.text).not.toMatch(LINE);

		await gate.shut();
		await vi.waitFor(
			async () => expect((await get('/regios/kortrijk')).text).toMatch(LINE),
			PATIENCE
		);
		const last = await get('/regios/kortrijk');
		expect(last.status).toBe(200);
		expect(last.text.replace(/<p class="melding".*?<\/p>/, '')).toBe(before.text);
		const lastApi = await get('/api/v1/regions/kortrijk');
		expect(lastApi.text).toBe(api.text);
		expect(lastApi.headers.get('warning')).toMatch(/^111 /);
		const unseen = await get('/regios/genk');
		expect(unseen.status).toBe(503);
		expect(unseen.text).not.toMatch(/ECONN|node_modules|\bat \w+ \(/);
		expect((await get('/api/health')).status).toBe(503);

		await gate.open();
		await vi.waitFor(async () => expect((await get('/regios/genk')).status).toBe(200), PATIENCE);
		await vi.waitFor(
			async () => expect((await get('/regios/kortrijk')).text).not.toMatch(LINE),
			PATIENCE
		);
		await vi.waitFor(
			async () => expect(await get('/api/health')).toMatchObject({ status: 200 }),
			PATIENCE
		);
	});

	test('when the database is slow, a page that was seen comes in its last good state', async () => {
		await get('/regios/oostende');
		const busy = new pg.Client(direct());
		await busy.connect();
		await busy.query('begin; lock table observation in access exclusive mode');
		await engine.database.change(() => Promise.resolve());
		await vi.waitFor(
			async () => expect((await get('/regios/oostende')).text).toMatch(LINE),
			PATIENCE
		);

		await busy.query('rollback');
		await vi.waitFor(
			async () => expect((await get('/regios/oostende')).text).not.toMatch(LINE),
			PATIENCE
		);
		await busy.end();
	});
});
