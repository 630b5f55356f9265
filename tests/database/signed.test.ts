/** The signatures of the chain: who signed which link, and what happens to one that was forged, or where no key is. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { KEY_FILE, KEYLESS } from '#lib/server/database/chain-keys.ts';
import { openDatabase } from '#lib/server/database/database.ts';
import { keptPackage } from '#lib/server/formats/open-data/kept.ts';
import { verifyChain } from '#lib/server/desk/release/chain.ts';
import { packageSums } from '#lib/server/queries/packages.ts';
import { reference } from '#lib/server/reference/reference.ts';
import type { WriteTransaction } from '#lib/server/database/schema.ts';
import { runTask } from '#lib/server/tasks/tasks.ts';
import { today } from '#lib/server/today.ts';
import { fillSmallWorld } from '../import/small-world.ts';
import { describeEachEngine, describeEngine } from '../support/engines.ts';
import { importRows } from '../support/importing.ts';
import { copyFolder } from '../support/starts.ts';
import { undone } from '../support/undone.ts';

const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-signed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const row = (value: number) => [`34022,2022-12-31,plots,${value}`];
const revised = { kind: 'revision', why: 'Proef' } as const;

describeEachEngine('empty', (engine) => {
	beforeAll(async () => {
		await fillSmallWorld(engine.database);
		await importRows(engine.database, row(1));
	});

	/** What is found after a change of the chain that is taken back. */
	async function problemAfter(tamper: (transaction: WriteTransaction) => Promise<unknown>) {
		const keys = await engine.database.keys();
		return undone(engine.database, async (transaction, reader) => {
			await tamper(transaction);
			return (await verifyChain(reader, keys)).problem;
		});
	}

	test('each new link is signed, and says for whom', async () => {
		const { own } = await engine.database.keys();
		const { holds, entries, signatures } = await verifyChain(
			engine.database.read,
			await engine.database.keys()
		);
		expect(holds).toBe(true);
		expect(signatures).toEqual([{ key: own, by: [expect.any(String)], links: entries }]);
		const { lines } = await runTask(engine.database, { name: 'verify' }, null, () => {});
		expect(lines[1]).toMatch(`Signed with the key ${own}: ${entries}, for `);
	});

	test('a link that was signed for somebody else is found', async () => {
		const problem = await problemAfter((transaction) =>
			transaction.updateTable('chain_entry').set({ made_by: 'iemand anders' }).execute()
		);
		expect(problem).toMatch(/signature of entry 1 is not one of its link/);
	});

	test('a chain that was signed anew with another key is found', async () => {
		const problem = await problemAfter(async (transaction) => {
			const { privateKey, publicKey } = generateKeyPairSync('ed25519');
			const signed_by = publicKey.export({ format: 'jwk' }).x ?? '';
			const links = await transaction.selectFrom('chain_entry').selectAll().execute();
			for (const { position, link } of links) {
				const signature = sign(null, Buffer.from(`${link}\nx`), privateKey).toString('base64url');
				await transaction
					.updateTable('chain_entry')
					.set({ signed_by, made_by: 'x', signature })
					.where('position', '=', position)
					.execute();
			}
		});
		expect(problem).toMatch(/signed with the key \S+, which \S+ does not hold/);
	});

	test('a signature that was taken away is missed, the last one and all of them', async () => {
		const bare = { signed_by: null, made_by: null, signature: null };
		const all = await problemAfter((transaction) =>
			transaction.updateTable('chain_entry').set(bare).execute()
		);
		expect(all).toMatch(/^Entry 1 is not signed/);
		const last = await problemAfter((transaction) =>
			transaction
				.updateTable('chain_entry')
				.set(bare)
				.where('position', '=', (eb) =>
					eb.selectFrom('chain_entry').select(({ fn }) => fn.max('position').as('last'))
				)
				.execute()
		);
		expect(last).toMatch(/is not signed, and from entry 1 on each must be/);
	});

	test('a server without the key reads and refuses to write', async () => {
		const own = await keyless();
		const { why } = await own.keys();
		expect(why).toMatch(/last signed link .* by the key \S+, which \S+ does not hold.*CHAIN_KEY/);
		await expect(importRows(own, row(2), revised)).rejects.toMatchObject({
			code: KEYLESS,
			message: expect.stringMatching(/CHAIN_KEY.*Nothing was written\.$/) as string
		});
		expect((await verifyChain(own.read)).holds).toBe(true);
		await own.close();
	});

	test('a new key knows those of before; one that nobody answers for is refused', async () => {
		const own = await keyless();
		await expect(own.renewKey([])).rejects.toThrow(/key \S+, which is not known here.*--trust/);
		const { signatures } = await verifyChain(own.read);
		const old = signatures[0]?.key ?? '';
		const { path, known } = await own.renewKey([old]);
		expect(known).toHaveLength(2);
		await importRows(own, row(3), revised);
		const verified = await verifyChain(own.read, await own.keys());
		expect(verified.holds).toBe(true);
		expect(verified.signatures.map(({ key }) => key)).toEqual([old, known[0]]);
		expect(statSync(path ?? '').mode & 0o777).toBe(0o600);
		await own.close();
	});

	/** The same data, opened where the key is not. */
	async function keyless() {
		const dataDir = mkdtempSync(join(folder, 'data-'));
		if (engine.name === 'embedded') await engine.database.close();
		return openDatabase({ ...engine.settings, chainKey: join(dataDir, KEY_FILE) });
	}
});

describeEngine('postgresql', 'facts', (engine) => {
	test('a server without the key makes packages that it does not keep', async () => {
		const chainKey = join(folder, 'elsewhere', KEY_FILE);
		const own = await openDatabase({ ...engine.settings, chainKey });
		const { newest } = await reference(own);
		const made = await keptPackage(own, { version: newest, known: today() });
		expect(made.content.length).toBeGreaterThan(0);
		expect(await packageSums(own.read)).toEqual(new Map());
		expect(existsSync(chainKey)).toBe(false);
		await own.close();
	});
});

describe('the file of keys', () => {
	const opened = async (name: string) => {
		const dataDir = join(folder, name);
		copyFolder(inject('starts'), 'empty', dataDir);
		return { dataDir, path: join(dataDir, KEY_FILE) };
	};

	test('links of before stay as they are, unsigned, and are told as such', async () => {
		const { dataDir, path } = await opened('before');
		const place = { databaseUrl: null, dataDir };
		let database = await openDatabase(place);
		await fillSmallWorld(database);
		await importRows(database, row(1));
		const before = await verifyChain(database.read);
		await sql`update chain_entry set made_by = null, signed_by = null, signature = null`.execute(
			database.read as never // the embedded reader could write: only its type says no
		);
		await database.close();
		rmSync(path);

		database = await openDatabase({ ...place, signedAs: 'Intercommunale' });
		await importRows(database, row(2), revised);
		const { holds, signatures } = await verifyChain(database.read, await database.keys());
		expect(holds).toBe(true);
		expect(signatures).toEqual([
			{ key: null, by: [], links: before.entries },
			{ key: (await database.keys()).own, by: ['Intercommunale'], links: 1 }
		]);
		expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ from: before.entries + 1 });
		await database.close();
	});

	test('one that cannot be read keeps nobody from reading the data, and says so', async () => {
		const { dataDir, path } = await opened('broken');
		writeFileSync(path, '{}');
		const database = await openDatabase({ databaseUrl: null, dataDir });
		expect((await database.keys()).why).toMatch(`${path} cannot be read`);
		await expect(fillSmallWorld(database)).rejects.toMatchObject({ code: KEYLESS });
		expect(await verifyChain(database.read)).toMatchObject({ holds: true, entries: 0 });
		await database.close();
	});
});
