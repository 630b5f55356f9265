import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	proposalAmong,
	readExchanges,
	readParts,
	writeExchanges,
	writeParts
} from './proposal-address.ts';
import {
	assigned,
	beyond,
	builtIn,
	closed,
	exchanged,
	givenBy,
	moved,
	movementOf,
	partOf,
	proposalOf,
	takenBack,
	withPart,
	type Movement,
	type Proposal,
	type Seat
} from './proposal.ts';
import { begin, done, undone } from './undo.ts';

const seat = (
	nis: string,
	households = 100,
	min: number | null = null,
	max: number | null = null
): Seat => ({
	nis,
	households,
	min,
	max
});
const A = seat('34022', 300);
const B = seat('34027', 200);
const C = seat('34040', 100);
const three = [A, B, C];
const start = proposalOf([
	['34022', 60],
	['34027', 30],
	['34040', 10]
]);
const partsOf = (proposal: Proposal) => three.map(({ nis }) => partOf(proposal, nis));
const builtBy = (proposal: Proposal) => three.map(({ nis }) => builtIn(proposal, nis));

describe('a move', () => {
	test('takes from one member what it gives another', () => {
		const after = moved(start, three, { giver: '34022', taker: '34040', dwellings: 15 });
		expect(partsOf(after)).toEqual([45, 30, 25]);
	});

	test('goes no further than what the giver has and the taker may', () => {
		expect(partsOf(moved(start, three, { giver: '34040', taker: '34022', dwellings: 99 }))).toEqual(
			[70, 30, 0]
		);
		const bounded = [seat('34022', 300, 55), B, seat('34040', 100, null, 12)];
		const [from, to] = ['34022', '34040'];
		expect(partsOf(moved(start, bounded, { giver: from, taker: to, dwellings: 9 }))).toEqual([
			58, 30, 12
		]);
		expect(partsOf(moved(start, bounded, { giver: from, taker: '34027', dwellings: 9 }))).toEqual([
			55, 35, 10
		]);
	});

	test('of a part against all others takes by what they have, and gives by households', () => {
		const others = ['34022', '34027'];
		expect(partsOf(withPart(start, three, { nis: '34040', part: 40, against: others }))).toEqual([
			40, 20, 40
		]);
		expect(partsOf(withPart(start, three, { nis: '34040', part: 0, against: others }))).toEqual([
			66, 34, 0
		]);
	});

	test('ten steps of one end where one step of ten ends, and another member begins anew', () => {
		const against = ['34022', '34027'];
		const start = proposalOf([
			['34022', 90],
			['34027', 60],
			['34040', 30]
		]);
		let [now, moving]: [Proposal, Movement | null] = [start, null];
		for (let part = 31; part <= 40; part++) {
			moving = movementOf(moving, { nis: '34040', against, from: now });
			now = withPart(moving.from, three, { nis: '34040', part, against });
		}
		expect(partsOf(now)).toEqual(
			partsOf(withPart(start, three, { nis: '34040', part: 40, against }))
		);
		const other = { nis: '34022', against: ['34040'], from: now };
		expect(movementOf(moving, other)).toBe(other);
	});

	test('of a part against nobody leaves the rest open, and closing it shares that out by households', () => {
		const open = withPart(start, three, { nis: '34022', part: 0 });
		expect(assigned(open)).toBe(40);
		expect(partsOf(closed(open, three, 100))).toEqual([30, 50, 20]);
		expect(assigned(closed(start, three, 70))).toBe(70);
	});
});

describe('an exchange', () => {
	const ten = { taker: '34022', giver: '34027', dwellings: 10 };

	test('leaves every part as it was, and moves what is built', () => {
		const after = exchanged(start, three, ten);
		expect(partsOf(after)).toEqual([60, 30, 10]);
		expect(builtBy(after)).toEqual([70, 20, 10]);
	});

	test('gives no more than the part of the giver, nor beyond the bounds of both', () => {
		const more = { ...ten, dwellings: 50 };
		expect(builtBy(exchanged(start, three, more))).toEqual([90, 0, 10]);
		expect(builtBy(exchanged(start, [seat('34022', 300, null, 64), B, C], more))).toEqual([
			64, 26, 10
		]);
		expect(builtBy(exchanged(start, [A, seat('34027', 200, 25), C], more))).toEqual([65, 25, 10]);
	});

	test('back the other way pays off what was exchanged before', () => {
		const after = exchanged(exchanged(start, three, ten), three, {
			taker: '34027',
			giver: '34022',
			dwellings: 4
		});
		expect(after.exchanges).toEqual([{ ...ten, dwellings: 6 }]);
		expect(takenBack(after, ten)).toEqual(start);
	});

	test('holds a part at what others build of it', () => {
		const after = exchanged(start, three, ten);
		expect(partOf(withPart(after, three, { nis: '34027', part: 0 }), '34027')).toBe(10);
	});

	test('with oneself is none', () => {
		expect(exchanged(start, three, { taker: '34022', giver: '34022', dwellings: 3 })).toBe(start);
	});
});

test('who builds fewer than its minimum or more than its maximum is told', () => {
	expect(
		[seat('34022', 300, 61), seat('34022', 300, null, 59), A].map((one) => beyond(start, one))
	).toEqual(['min', 'max', null]);
});

const CODES = ['34022', '34023', '34025', '34027', '34040'];
const seats = fc.tuple(
	...CODES.map((nis) =>
		fc
			.record({
				households: fc.integer({ min: 1, max: 30_000 }),
				min: fc.option(fc.nat(40), { freq: 1 }),
				room: fc.option(fc.nat(300), { freq: 2 })
			})
			.map(({ households, min, room }) =>
				seat(nis, households, min, room === null ? null : (min ?? 0) + room)
			)
	)
);
const code = fc.constantFrom(...CODES);
const step = fc.record({
	kind: fc.constantFrom('move', 'exchange', 'others'),
	giver: code,
	taker: code,
	dwellings: fc.nat(200)
});
const parts = fc
	.array(fc.nat(400), { minLength: 5, maxLength: 5 })
	.map((numbers) => proposalOf(CODES.map((nis, at) => [nis, numbers[at] ?? 0])));

const take = (
	proposal: Proposal,
	all: Seat[],
	{ kind, ...one }: typeof step extends fc.Arbitrary<infer S> ? S : never
) => {
	if (kind === 'move') return moved(proposal, all, one);
	if (kind === 'exchange') return exchanged(proposal, all, one);
	const against = CODES.filter((nis) => nis !== one.taker);
	return withPart(proposal, all, { nis: one.taker, part: one.dwellings, against });
};
const builtSum = (proposal: Proposal) =>
	CODES.reduce((sum, nis) => sum + builtIn(proposal, nis), 0);

describe('whatever is done at the table', () => {
	test('the sum is kept by every move and exchange, of the parts and of what is built', () => {
		fc.assert(
			fc.property(seats, parts, fc.array(step, { maxLength: 20 }), (all, first, steps) => {
				const last = steps.reduce((proposal, one) => take(proposal, all, one), first);
				expect(assigned(last)).toBe(assigned(first));
				expect(builtSum(last)).toBe(assigned(first));
			})
		);
	});

	test('nobody has a part below zero, or gives away more than its part', () => {
		fc.assert(
			fc.property(seats, parts, fc.array(step, { maxLength: 20 }), (all, first, steps) => {
				const last = steps.reduce((proposal, one) => take(proposal, all, one), first);
				for (const nis of CODES)
					expect(partOf(last, nis)).toBeGreaterThanOrEqual(givenBy(last, nis));
			})
		);
	});

	test('who was between its bounds stays between them', () => {
		fc.assert(
			fc.property(seats, parts, fc.array(step, { maxLength: 20 }), (all, first, steps) => {
				steps.reduce((proposal, one) => {
					const next = take(proposal, all, one);
					for (const member of all)
						if (!beyond(proposal, member)) expect(beyond(next, member)).toBeNull();
					return next;
				}, first);
			})
		);
	});

	test('undo restores what was before, step by step', () => {
		fc.assert(
			fc.property(seats, parts, fc.array(step, { maxLength: 20 }), (all, first, steps) => {
				const states = [first];
				let talks = begin(first);
				for (const one of steps) {
					talks = done(talks, take(talks.now, all, one));
					states.push(talks.now);
				}
				for (const state of states.toReversed()) {
					expect(talks.now).toEqual(state);
					talks = undone(talks);
				}
				expect(talks).toEqual(begin(first));
			})
		);
	});

	test('an address opens the same proposal', () => {
		fc.assert(
			fc.property(seats, parts, fc.array(step, { maxLength: 20 }), (all, first, steps) => {
				const last = steps.reduce((proposal, one) => take(proposal, all, one), first);
				fc.pre(last.parts.size > 0);
				const read = readParts(writeParts(last));
				const exchanges = readExchanges(writeExchanges(last));
				expect(read && exchanges && proposalAmong(all, read, exchanges)).toEqual(last);
			})
		);
	});

	test('closing gives all that the bounds have room for', () => {
		fc.assert(
			fc.property(seats, parts, fc.nat(3000), (all, first, total) => {
				const before = total - assigned(first);
				const after = total - assigned(closed(first, all, total));
				expect(Math.abs(after)).toBeLessThanOrEqual(Math.abs(before));
				if (all.every(({ min, max }) => min === null && max === null)) expect(after).toBe(0);
			})
		);
	});
});

test.for(['', '34022', '34022-', '3402-5', '34022-5,', '34022-1234567', 'huishoudens'])(
	'%j is no address of parts',
	(text) => expect(readParts(text)).toBeNull()
);

test.for(['34022-5', '34022-34027', '34022-34027-x'])('%j is no address of exchanges', (text) =>
	expect(readExchanges(text)).toBeNull()
);

test('an address counts for nothing what it says of who is no member', () => {
	const read = new Map([
		['34022', 5],
		['71016', 7]
	]);
	const one = { taker: '71016', giver: '34022', dwellings: 2 };
	expect(proposalAmong(three, read, [one])).toEqual(proposalOf([['34022', 5]]));
});
