import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serveSite, type ServedSite } from '../support/program.ts';
import { copyFolder } from '../support/starts.ts';

const MANY = 20;
const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-druk-'));
/** Of its own: who is sent away here would be another test elsewhere. */
let site: ServedSite;

beforeAll(async () => {
	const DATA_DIR = join(folder, 'data');
	await copyFolder(inject('starts'), 'practice', DATA_DIR);
	site = await serveSite({ DATA_DIR });
});
afterAll(async () => {
	await site.stop();
	rmSync(folder, { recursive: true, force: true });
});

const timed = async (path: string) => {
	const start = performance.now();
	const reply = await fetch(site.address + path);
	await reply.arrayBuffer();
	return { status: reply.status, took: performance.now() - start, headers: reply.headers };
};

test('whatever is asked at once of what is costly is made or sent away, and a page that was seen stays quick meanwhile', async () => {
	await timed('/gemeenten/34022');
	const days = Array.from({ length: MANY }, (_, at) => `2024-0${1 + (at % 9)}-${10 + at}`);
	let isOver = false;
	const costly = Promise.all(
		days.map((day) => timed(`/uitvoer/regios/kortrijk/leden.xlsx?bekend=${day}`))
	).finally(() => (isOver = true));
	const meanwhile: number[] = [];
	while (!isOver) {
		const { status, took } = await timed('/gemeenten/34022');
		expect(status).toBe(200);
		meanwhile.push(took);
		await new Promise((later) => setTimeout(later, 20));
	}
	for (const { status, headers } of await costly) {
		expect([200, 503]).toContain(status);
		if (status === 503) expect(headers.get('retry-after')).toMatch(/^\d+$/);
	}
	const answers = await costly;
	expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2);
	// One page waited for no file: even the slowest took less than all files together.
	const together = Math.max(...answers.map(({ took }) => took));
	expect(Math.max(...meanwhile)).toBeLessThan(together);
	expect(meanwhile.length).toBeGreaterThan(3);
});

test('two addresses that differ in what no page reads are one page', async () => {
	const [plain, other] = await Promise.all(
		['/gemeenten/34022', '/gemeenten/34022?u=1'].map(async (path) =>
			(await fetch(site.address + path)).text()
		)
	);
	expect(other).toBe(plain);
});
