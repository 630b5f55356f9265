import { sql, type RawBuilder } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#lib/domain/dates.ts';
import { repliesTo } from '#lib/domain/reply.ts';
import { verifyChain } from '#lib/server/desk/release/chain.ts';
import { writeReply, type ReplyGiven } from '#lib/server/desk/release/reply.ts';
import { allReplies } from '#lib/server/queries/replies.ts';
import { reference, repliesBy } from '#lib/server/reference/reference.ts';
import { enterReply, type ReplyAsked } from '#lib/server/tasks/reply-tasks.ts';
import { standingsOf } from '#lib/server/standing/municipalities.ts';
import { runTask, type Task } from '#lib/server/tasks/tasks.ts';
import { today } from '#lib/server/today.ts';
import { fillSmallWorld } from '../import/small-world.ts';
import { describeEachEngine, describeOneEngine } from '../support/engines.ts';
import { facts, membersOn } from '../support/facts.ts';
import { undone } from '../support/undone.ts';

const DATE = '2024-12-31';

/** A municipality of which all stocks are estimated. */
const TOWN =
	membersOn('kortrijk', DATE).find(
		(nis) =>
			!facts.observations.some((one) => one.nis_code === nis && one.indicator.startsWith('stock'))
	) ?? '';
const NAME = facts.municipalities.find((one) => one.nis_code === TOWN)?.name ?? '';
/** What is said of that municipality, called NAME. */
const says = (words: string) => new RegExp(words.replace('NAME', `${NAME}(?: \\(${TOWN}\\))?`));

/** A trial: no municipality said this. */
const TRIAL: ReplyGiven = {
	nis: '34022',
	figure: 'stock',
	date: DATE,
	words: 'Dit is een proef.',
	givenOn: '2026-01-05',
	by: 'proefcollege',
	reference: null
};

const numberIn = (lines: readonly string[]) => Number(/reply (\d+)/.exec(lines.join('\n'))?.[1]);

describeEachEngine('empty', (engine) => {
	beforeAll(() => fillSmallWorld(engine.database));

	const write = async (more: Partial<ReplyGiven> = {}, on = today()) =>
		numberIn((await writeReply(engine.database, { ...TRIAL, ...more }, on)).lines);
	const run = (task: Task) => runTask(engine.database, task, null, () => {});
	const withdraw = (reply: number, why = 'Proef') => run({ name: 'withdraw-reply', reply, why });
	const verified = () => verifyChain(engine.database.read);
	/** Straight from the table: word of a change may take a moment to reach what is held in memory. */
	async function shown(known: string, nis = TRIAL.nis): Promise<string[]> {
		const replies = await allReplies(engine.database.read);
		return repliesBy({ replies }, known).flatMap((one) => (one.nis === nis ? [one.words] : []));
	}

	describe('of one figure', () => {
		const [first, second] = ['2026-02-01', '2026-03-01'];

		test('the newest known on the day asked counts, and the earlier ones are kept', async () => {
			await write({ words: 'Eerste proef.' }, first);
			await write({ words: 'Tweede proef.' }, second);
			expect(await shown(addDays(first, -1))).toEqual([]);
			expect(await shown(addDays(second, -1))).toEqual(['Eerste proef.']);
			expect(await shown(second)).toEqual(['Tweede proef.']);
			expect(await allReplies(engine.database.read)).toHaveLength(2);
		});

		test('a withdrawal has its reason, once, and the earlier reply counts again from that day on', async () => {
			const { id } = (await allReplies(engine.database.read)).at(-1) ?? { id: 0 };
			const { exitCode, lines } = await withdraw(id, 'Verkeerd cijfer');
			expect(exitCode).toBe(0);
			expect(lines.join('\n')).toMatch(
				/withdrawn from .*\n.*Reply \d+ of 2026-01-05 is shown again/
			);
			expect(await shown(today())).toEqual(['Eerste proef.']);
			expect(await shown(second)).toEqual(['Tweede proef.']);
			expect(await withdraw(id)).toMatchObject({ exitCode: 1 });
			expect(await withdraw(9_999)).toMatchObject({
				exitCode: 1,
				lines: ['There is no reply 9999; `reply --list` shows all.']
			});
		});

		test('the chain holds after both', async () => {
			expect(await verified()).toMatchObject({ holds: true });
		});
	});

	describe('the chain', () => {
		test.for([
			['its words', sql`update reply set words = 'Anders' where id =`, 'the entry of'],
			['its figure', sql`update reply set figure = 'share' where id =`, 'the entry of'],
			[
				'the day from which it is known',
				sql`update reply set known_from = '2026-01-06' where id =`,
				'the entry of'
			],
			[
				'the reason of its withdrawal',
				sql`update reply set withdrawn_why = 'Anders' where id =`,
				'the withdrawal of'
			],
			[
				'its withdrawal, undone',
				sql`update reply set withdrawn_on = null, withdrawn_why = null where id =`,
				'the withdrawal of'
			]
		] as const)('names the reply of which was altered: %s', async ([, update, what]) => {
			const id = await write();
			await withdraw(id);
			expect(await problemOf(sql`${update} ${id}`)).toContain(`${what} reply ${id}`);
		});

		test('names a reply that never went through it, and one that is gone', async () => {
			const id = await write();
			const strange = sql`insert into reply (nis_code, figure, reference_date, words, given_on, known_from, given_by)
				values ('34022', 'stock', ${DATE}, 'Proef', '2026-01-05', '2026-01-05', 'proefcollege')`;
			expect(await problemOf(strange)).toMatch(/^The entry of reply \d+ has no entry\.$/);
			const gone = await problemOf(
				sql`alter table chain_entry drop constraint chain_entry_reply_id_fkey`,
				sql`delete from reply where id = ${id}`
			);
			expect(gone).toContain(`reply ${id}`);
		});

		/** What the chain says after some harm, which is taken back. */
		async function problemOf(...harm: RawBuilder<unknown>[]): Promise<string | null> {
			const { problem } = await undone(engine.database, async (transaction, reader) => {
				for (const each of harm) await each.execute(transaction);
				return verifyChain(reader);
			});
			expect(await verified()).toMatchObject({ holds: true });
			return problem;
		}
	});
});

// Where a reply stands, and what is refused, is computed from what the queries gave.
describeOneEngine('practice', (engine) => {
	test('the start data set has no reply', async () => {
		expect(await allReplies(engine.database.read)).toEqual([]);
	});

	test('after a merger, the reply of a former municipality stands with the sum', async () => {
		const merged = { ...TRIAL, nis: '71047', date: '2012-12-31' };
		const { lines } = await writeReply(engine.database, merged, today());
		const id = numberIn(lines);
		const { places } = await reference(engine.database);
		const town = places.byCode.get('72042');
		const moment = {
			on: '2012-12-31',
			known: today(),
			structure: 'then' as const,
			structureOn: '2019-01-01',
			today: today(),
			knownAsked: false,
			version: null
		};
		const { rows } = await standingsOf(engine.database, moment, town ? [town] : []);
		const replies = await allReplies(engine.database.read);
		const find = repliesTo(repliesBy({ replies }, today()));
		expect(rows.flatMap((row) => find(row.stock))).toMatchObject([{ id, name: 'Opglabbeek' }]);
		expect(rows.flatMap((row) => find(row.share))).toMatchObject([{ id }]);
	});

	describe('what is asked to be entered', () => {
		const enter = (more: Partial<ReplyAsked>) =>
			enterReply(engine.database, { ...TRIAL, nis: TOWN, write: false, ...more }, today());

		test.for([
			[
				'a figure with a value says which',
				{},
				true,
				says(
					'^It stands with stock of NAME on 2024-12-31: \\d+, an estimate\\.\\nSound\\. Nothing was written\\.$'
				)
			],
			[
				'households of a first of January',
				{ figure: 'households', date: '2025-01-01' },
				true,
				says('^It stands with households of NAME .*: \\d+\\.\\n')
			],
			[
				'a computed figure',
				{ figure: 'realised_share' },
				true,
				says('^It stands with realised_share of NAME')
			],
			[
				'an objective, on the day from which it counts',
				{ figure: 'target', date: '2009-09-01' },
				true,
				says('^It stands with target of NAME')
			],
			[
				'a missing figure is allowed, and the dates that have one are named',
				{ date: '2024-06-30' },
				true,
				says(
					'^No value is known of stock of NAME on 2024-06-30: .*The last dates with one: 2024-12-31, 2023-12-31, 2022'
				)
			],
			[
				'a date to come with a projection',
				{ figure: 'households', date: '2030-01-01' },
				true,
				/^It stands with households/
			],
			[
				'a date to come without a figure',
				{ date: '2090-12-31' },
				false,
				says('^2090-12-31 is still to come, and no stock of NAME is known for it')
			],
			[
				'a note of a day to come',
				{ givenOn: '2090-12-31' },
				false,
				/^--given 2090-12-31 is still to come: .*today \(20\d\d-/
			],
			[
				'an unknown municipality',
				{ nis: '99999' },
				false,
				/^No Flemish municipality has NIS code "99999"; .*\/gemeenten\//
			],
			[
				'a name in the place of a code',
				{ nis: 'kortrijk' },
				false,
				/^"kortrijk" is no NIS code: Kortrijk is 34022\.$/
			],
			[
				'an unknown figure',
				{ figure: 'woningen' },
				false,
				/^There is no figure "woningen"\. Known: stock, households, share, .*flow_new_build/
			]
		] as const)('%s', async ([, more, ok, words]) => {
			const before = await allReplies(engine.database.read);
			const change = await enter(more as Partial<ReplyAsked>);
			expect(change.lines.join('\n')).toMatch(words);
			expect(change.ok).toBe(ok);
			expect(await allReplies(engine.database.read)).toEqual(before);
		});
	});
});
