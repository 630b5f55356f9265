import { expect, test } from 'vitest';
import { enterByLink, newDeskLink } from '#lib/server/people/desk-link.ts';
import {
	closeAllSessions,
	closeSession,
	LASTING,
	openSession,
	sessionOf
} from '#lib/server/people/sessions.ts';
import { describeEachEngine } from '../support/engines.ts';

describeEachEngine('empty', (engine) => {
	const begun = new Date('2026-11-30T08:00:00Z');
	const after = (ms: number) => new Date(begun.getTime() + ms);

	/** A new session of a new account. */
	async function opened(subject: string) {
		return engine.database.changeQuietly(async (transaction) => {
			const { id } = await transaction
				.insertInto('account')
				.values({ issuer: 'https://proef', subject, name: subject, roles: 'editor' })
				.returning('id')
				.executeTakeFirstOrThrow();
			const made = { account: id, roles: ['editor'] as const, idToken: null };
			return { account: id, secret: await openSession(transaction, made, begun) };
		});
	}
	const found = (secret: string, now: Date) => sessionOf(engine.database, secret, now);

	test('a session ends when nothing was asked for a while', async () => {
		const { secret } = await opened('idle');
		expect((await found(secret, after(LASTING.idle - 1)))?.person.roles).toEqual(['editor']);
		expect(await found(secret, after(2 * LASTING.idle))).toBe(null);
	});

	test('a session that is used goes on, and ends all the same after its longest time', async () => {
		const { secret } = await opened('absolute');
		const step = LASTING.idle - 1_000;
		for (let at = step; at < LASTING.longest; at += step)
			expect(await found(secret, after(at))).not.toBe(null);
		expect(await found(secret, after(LASTING.longest + 1))).toBe(null);
	});

	test('a session that was closed, or whose account is blocked, is over; what it holds is not in the database', async () => {
		const one = await opened('closed');
		await engine.database.changeQuietly((transaction) => closeSession(transaction, one.secret));
		expect(await found(one.secret, begun)).toBe(null);
		const other = await opened('blocked');
		await engine.database.changeQuietly((transaction) =>
			transaction
				.updateTable('account')
				.set({ blocked_at: begun.toISOString() })
				.where('id', '=', other.account)
				.execute()
		);
		expect(await found(other.secret, begun)).toBe(null);
		await engine.database.changeQuietly((transaction) =>
			closeAllSessions(transaction, other.account)
		);
		const kept = await engine.database.read.selectFrom('session').selectAll().execute();
		expect(JSON.stringify(kept)).not.toContain(other.secret);
	});

	test('a printed link opens the desk once, as the editor and releaser of this machine', async () => {
		const link = await newDeskLink(engine.database, begun);
		const secret = link.split('sleutel=')[1] ?? '';
		const session = await enterByLink(engine.database, secret, begun);
		const person = (await found(session ?? '', begun))?.person;
		expect(person).toMatchObject({ isLocal: true, roles: ['editor', 'releaser', 'people'] });
		expect(await enterByLink(engine.database, secret, begun)).toBe(null);
		const late = (await newDeskLink(engine.database, begun)).split('sleutel=')[1] ?? '';
		expect(await enterByLink(engine.database, late, after(13 * 3_600_000))).toBe(null);
	});
});
