import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { lying } from '../../../../../tests/support/lying.ts';
import { unpack } from './archive.ts';

const LIMITS = { unpacked: 1_000_000, ratio: 100, small: 1_000, parts: 3 };
const refusals = {
	tooLarge: (what: string, limit: number) => new Error(`too large ${what} ${limit}`),
	damaged: (why: string) => new Error(`damaged: ${why}`)
};
const unpacked = (bytes: Uint8Array, limits = LIMITS) =>
	unpack(bytes, limits, refusals, () => true);

test('what is packed comes out as it went in, packed or not', () => {
	const parts = { 'a.xml': strToU8('één'), 'b/c.xml': strToU8('x'.repeat(900)) };
	for (const level of [0, 9] as const) {
		const found = unpacked(zipSync(parts, { level }));
		expect(Object.keys(found)).toEqual(Object.keys(parts));
		expect(Buffer.from(found['b/c.xml'] ?? []).toString()).toBe('x'.repeat(900));
	}
});

test('a part that grows beyond what it may is refused, whatever size it says', () => {
	const bomb = zipSync({ 'a.xml': new Uint8Array(900_000) });
	expect(() => unpacked(bomb)).toThrow(/a\.xml would grow from \d+ to 900000 bytes/);
	expect(() => unpacked(lying(bomb, 500))).toThrow(/a\.xml would grow from \d+ to \d+ bytes/);
});

test('an archive of which the parts together are too large is refused', () => {
	const noise = () => crypto.getRandomValues(new Uint8Array(60_000));
	const limits = { ...LIMITS, unpacked: 100_000 };
	const three = zipSync({ a: noise(), b: noise(), c: noise() });
	expect(() => unpacked(three, limits)).toThrow('too large unpacked 100000');
});

test('a part that has other bytes than it says is refused', () => {
	const archive = zipSync({ 'a.xml': new Uint8Array(900) });
	expect(() => unpacked(lying(archive, 5))).toThrow(/a\.xml has 900 bytes and says 5/);
});

test('an archive that is cut off, or leads outside itself, is damaged', () => {
	const whole = zipSync({ 'a.xml': strToU8('een') });
	for (let length = 0; length < whole.length; length++)
		expect(() => unpacked(whole.subarray(0, length)), `${length} bytes`).toThrow(/damaged/);
	const astray = Buffer.from(whole);
	astray.writeUInt32LE(0x7fffffff, astray.length - 6);
	expect(() => unpacked(astray)).toThrow(/damaged/);
	expect(() =>
		unpacked(zipSync(Object.fromEntries('abcd'.split('').map((name) => [name, strToU8(name)]))))
	).toThrow(/4 parts/);
});
