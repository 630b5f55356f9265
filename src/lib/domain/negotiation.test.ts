import { describe, expect, test } from 'vitest';
import { outcomeOf } from './division-outcome.ts';
import { divide, DIVISION_KEYS } from './division.ts';
import { derived, fromObservation, unknown, type Figure } from './figure.ts';
import {
	afterDeed,
	keyOf,
	outcomeOfProposal,
	partsByKey,
	seatsOf,
	type Negotiation,
	type NegotiationTown
} from './negotiation.ts';
import { exchanged, proposalOf } from './proposal.ts';
import type { Status } from './status.ts';

const counted = (nis: string, indicator: 'stock_b' | 'households', value: number, status: Status) =>
	fromObservation({
		...{ nis, indicator, date: '2024-12-31', value, status },
		...{ publication: 1, structureOn: null, note: null }
	});
const guess = (value: number): Figure => ({
	...derived(value, '2024-12-31', []),
	status: 'estimated'
});

function town(
	nis: string,
	stock: number,
	households: number,
	best: number | null
): NegotiationTown {
	return {
		municipality: { nis, name: `Town ${nis}` },
		stock: counted(nis, 'stock_b', stock, 'estimated'),
		shareNow: guess(stock / households),
		households: counted(nis, 'households', households, 'forecast'),
		pipeline: guess(12),
		toRealise: unknown('2024-12-31', 'no_objective'),
		bounds: { min: null, max: null },
		best: best === null ? null : { perYear: guess(best), from: '2015-12-31', to: '2020-12-31' },
		area: 'Werkingsgebied A'
	};
}

/** The synthetic region of domain.md 7.2: 2,000 dwellings short of 11 %. */
const towns = [
	town('11001', 2700, 30_000, 200),
	town('11002', 500, 10_000, null),
	town('11003', 300, 10_000, -4)
];
const members = towns.map(({ municipality, stock, households }) => ({
	nis: municipality.nis,
	stock: stock.value ?? 0,
	households: households.value ?? 0,
	growth: 1
}));
const rule = { goal: 1100, cap: 900, weights: { households: 1, gap: 1, growth: 1 } };
const stock = guess(3500);
const households = guess(50_000);
const setting = { by: '2030-12-31', years: 6, stock, households };
const spread = outcomeOf(towns, () => 0, guess(0), setting).spread;
const negotiation: Negotiation = {
	region: { slug: 'proef', name: 'Proef' },
	goal: rule.goal,
	on: '2024-12-31',
	...setting,
	towns,
	shareNow: guess(0.07),
	shortfall: guess(2000),
	before: spread,
	keys: DIVISION_KEYS.map((key) => {
		const { parts, reason } = divide(key, members, rule);
		return { key, reason, parts: parts && [...parts.values()], spread };
	})
};
const proposal = proposalOf([
	['11001', 1200],
	['11002', 500]
]);

describe('what comes of a proposal', () => {
	const outcome = outcomeOfProposal(negotiation, proposal);

	test('is the same as what a key gives, from the same parts', () => {
		for (const key of DIVISION_KEYS) {
			const { rows, assigned } = outcomeOfProposal(
				negotiation,
				proposalOf(partsByKey(negotiation, key))
			);
			const parts = divide(key, members, rule).parts;
			expect(rows.map(({ dwellings }) => dwellings.value)).toEqual([...(parts?.values() ?? [])]);
			expect(assigned.value).toBe(rows.reduce((sum, row) => sum + (row.dwellings.value ?? 0), 0));
		}
	});

	test('says what is left of the shortfall, signed', () => {
		expect(outcome.left.value).toBe(300);
		expect(outcomeOfProposal(negotiation, proposalOf([['11001', 2100]])).left.value).toBe(-100);
	});

	test('numbers that were chosen are sure; what rests on estimates is not', () => {
		expect([outcome.assigned, outcome.rows[0]?.dwellings].map((one) => one?.status)).toEqual([
			'normal',
			'normal'
		]);
		const reckoned = [outcome.left, outcome.share, outcome.spread.gini, outcome.rows[0]?.share];
		expect(reckoned.map((one) => one?.status)).toEqual(Array(4).fill('estimated'));
	});

	test('tells who would build faster than ever, and leaves unknown what is', () => {
		expect(outcome.rows.map((row) => row.fasterThanBest)).toEqual([null, null, null]);
		const faster = outcomeOfProposal(
			negotiation,
			proposalOf([
				['11001', 3600],
				['11003', 6]
			])
		);
		expect(faster.rows.map((row) => row.fasterThanBest)).toEqual([3, null, Infinity]);
	});

	test('an exchange moves dwellings, share and pace, and leaves the parts', () => {
		const after = exchanged(proposal, seatsOf(negotiation), {
			taker: '11003',
			giver: '11001',
			dwellings: 120
		});
		const { rows, left } = outcomeOfProposal(negotiation, after);
		expect(rows.map(({ part }) => part.value)).toEqual([1200, 500, 0]);
		expect(rows.map(({ dwellings }) => dwellings.value)).toEqual([1080, 500, 120]);
		expect(rows[2]?.perYear.value).toBe(20);
		expect(rows[2]?.share.value).toBeCloseTo(420 / 10_000);
		expect(left.value).toBe(300);
	});
});

describe('a form does what it asks', () => {
	const none = { parts: new Map<string, number>(), does: null, exchange: null };
	const pair = { taker: '11003', giver: '11001', dwellings: 50 };
	const partsAfter = (deed: Partial<Parameters<typeof afterDeed>[2]>) => [
		...afterDeed(negotiation, proposal, { ...none, ...deed }).parts.values()
	];

	test('fills in parts', () =>
		expect(partsAfter({ parts: new Map([['11003', 7]]) })).toEqual([1200, 500, 7]));
	test('moves', () =>
		expect(partsAfter({ does: 'move', exchange: pair })).toEqual([1150, 500, 50]));
	test('closes the sum', () =>
		expect(partsAfter({ does: 'close' }).reduce((a, b) => a + b, 0)).toBe(2000));
	test('exchanges and takes back', () => {
		const after = afterDeed(negotiation, proposal, { ...none, does: 'exchange', exchange: pair });
		expect(after.exchanges).toEqual([pair]);
		const back = { ...none, does: 'takeBack', exchange: pair } as const;
		expect(afterDeed(negotiation, after, back)).toEqual(proposal);
	});
});

test('a proposal is that of the first key that gives just the same, unless something was exchanged', () => {
	const given = proposalOf(partsByKey(negotiation, 'gap'));
	expect(keyOf(negotiation, given)).toBe('gap');
	const [first = '', second = ''] = [...given.parts.keys()];
	const moved = new Map(given.parts).set(first, (given.parts.get(first) ?? 0) + 1);
	expect(keyOf(negotiation, proposalOf(moved))).toBeNull();
	const exchanges = [{ taker: second, giver: first, dwellings: 1 }];
	expect(keyOf(negotiation, { ...given, exchanges })).toBeNull();
});
