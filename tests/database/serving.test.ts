import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { lockHolder, lockPath } from '#lib/server/database/lock.ts';
import { end, serveSite, start } from '../support/program.ts';
import { copyFolder } from '../support/starts.ts';

const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-serving-'));
const DATA_DIR = join(folder, 'data');
const own = { DATABASE_URL: '', ORIGIN: '', HOST: '127.0.0.1' };

afterAll(() => rmSync(folder, { recursive: true }));

test('the site fills an empty database, refuses company on it, and stops clean when it is told to', async () => {
	copyFolder(inject('starts'), 'empty', DATA_DIR);
	const site = await serveSite({ DATA_DIR });
	expect(site.output).toMatch(
		/^Filling the empty database .*\nThe desk opens once by: http:\S+\nWoonobjectief is ready: http:\S+\n$/
	);

	const second = start(['src/cli/main.ts', 'serve'], { ...own, DATA_DIR, PORT: '0' });
	expect(await end(second)).toEqual({
		code: 1,
		output: expect.stringContaining(`is in use by process ${site.process.pid} since`)
	});
	const { port } = new URL(site.address);
	const elsewhere = join(folder, 'elsewhere');
	copyFolder(inject('starts'), 'practice', elsewhere);
	const third = start(['src/cli/main.ts', 'serve'], { ...own, DATA_DIR: elsewhere, PORT: port });
	expect(await end(third)).toEqual({
		code: 1,
		output: expect.stringMatching(`Port ${port} of 127.0.0.1 is in use .* set PORT to another`)
	});
	expect(existsSync(lockPath(elsewhere))).toBe(false);

	expect(await site.stop('SIGTERM')).toBe(0);
	expect(existsSync(lockPath(DATA_DIR))).toBe(false);
});

test('a start on a filled database fills nothing, and what kill -9 left behind does not stop it', async () => {
	const killed = await serveSite({ DATA_DIR });
	expect(killed.output).toMatch(/^The desk opens once .*\nWoonobjectief is ready/);
	await killed.stop('SIGKILL');
	expect(existsSync(lockPath(DATA_DIR))).toBe(true);
	const again = await serveSite({ DATA_DIR });
	expect(lockHolder(DATA_DIR)?.pid).toBe(again.process.pid);
	const reply = await fetch(`${again.address}/api/v1/regions/kortrijk`);
	expect(await reply.json()).toMatchObject({ slug: 'kortrijk' });
	await again.stop();
});

test('a setting that cannot be used is named, with what was expected', async () => {
	const wrong = start(['src/cli/main.ts', 'serve'], { ...own, DATA_DIR, PORT: 'tachtig' });
	expect(await end(wrong)).toEqual({
		code: 1,
		output: expect.stringMatching(/^Setting PORT = "tachtig" is not usable/)
	});
});
