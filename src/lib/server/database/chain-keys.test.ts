import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isSigned, KEYLESS, Keys } from './chain-keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LINK = 'ab'.repeat(32);
const chain = (...signers: string[]) => ({ last: 7, signers });

test('a file of keys is made for a chain without signatures, and only its owner can read it', () => {
	const path = join(folder, 'made', 'key.json');
	const { own, known, from } = Keys.open(path, chain()).told(chain());
	expect(known).toEqual([own]);
	expect(from).toBe(8);
	expect(statSync(path).mode & 0o777).toBe(0o600);
	expect(statSync(join(folder, 'made')).mode & 0o777).toBe(0o700);
	expect(Keys.open(path, chain()).told(chain()).own).toBe(own);
});

test('a signature holds for its link and its maker, and for nothing else', () => {
	const signed = Keys.inMemory().signer('beheer', undefined)(LINK);
	expect(isSigned(LINK, signed)).toBe(true);
	expect(isSigned(LINK.replace('a', 'c'), signed)).toBe(false);
	expect(isSigned(LINK, { ...signed, made_by: 'iemand' })).toBe(false);
	expect(isSigned(LINK, { ...signed, signed_by: Keys.inMemory().told(chain()).own ?? '' })).toBe(
		false
	);
});

test('a process that runs signs with the key that another took in its place', () => {
	const path = join(folder, 'renewed.json');
	const [here, there] = [Keys.open(path, chain()), Keys.open(path, chain())];
	const old = here.told(chain()).own ?? '';
	const { own } = there.renew([], chain(old));
	expect(own).not.toBe(old);
	expect(here.signer('beheer', own ?? '')(LINK).signed_by).toBe(own);
	expect(here.told(chain(own ?? '', old)).known).toEqual([own, old]);
});

test.for([
	['a folder that cannot be made', 'file/key.json', /cannot be kept in .*CHAIN_KEY/],
	['a file of something else', 'file', /cannot be read .*Restore that file/]
] as const)('with %s nothing can be signed, and it says why', ([, name, words]) => {
	writeFileSync(join(folder, 'file'), '{}');
	const keys = Keys.open(join(folder, name), chain());
	const { own, why } = keys.told(chain());
	expect(own).toBeNull();
	expect(why).toMatch(words);
	expect(() => keys.signer('beheer', undefined)).toThrow(
		expect.objectContaining({ code: KEYLESS }) as Error
	);
});

test('a key that is gone is not replaced by another: the chain is signed with it', () => {
	const path = join(folder, 'gone.json');
	const old = Keys.open(path, chain()).told(chain()).own ?? '';
	rmSync(path);
	const keys = Keys.open(path, chain(old));
	expect(keys.told(chain(old))).toMatchObject({ own: null, known: [] });
	expect(() => readFileSync(path)).toThrow(/ENOENT/);
	expect(() => keys.renew([], chain(old))).toThrow(/--trust/);
	expect(keys.renew([old], chain(old)).known).toHaveLength(2);
});
