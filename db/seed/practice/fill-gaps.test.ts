import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApportionError } from '#lib/domain/apportion.ts';
import { fillGaps } from './fill-gaps.ts';
import { createLedger } from './ledger.ts';
import type { Figures } from './published.ts';

const DAY = '2020-12-31';

/** A ledger upon some published stocks of one day. */
const ledgerOf = (stocks: ReadonlyMap<string, number>) => {
	const published: Figures = {
		at: (nis, indicator, day) =>
			indicator === 'stock_b' && day === DAY ? (stocks.get(nis) ?? null) : null,
		series: (nis) =>
			[...stocks].filter(([key]) => key === nis).map(([, value]) => ({ day: DAY, value }))
	};
	return createLedger(published);
};
const claim = (key: string, weight: number) => ({ key, weight });

describe('fillGaps: what is known stays, the rest is divided', () => {
	it('divides what the published figures leave', () => {
		const ledger = ledgerOf(new Map([['a', 60]]));
		const claims = [claim('a', 5), claim('b', 3), claim('c', 1)];
		fillGaps(ledger, 'stock_b', { day: DAY, value: 100 }, claims);
		expect(ledger.estimates()).toEqual([
			{ nis: 'b', indicator: 'stock_b', day: DAY, value: 30 },
			{ nis: 'c', indicator: 'stock_b', day: DAY, value: 10 }
		]);
	});

	it('keeps an estimate that was entered before', () => {
		const ledger = ledgerOf(new Map());
		ledger.estimate('a', 'stock_b', DAY, 99);
		fillGaps(ledger, 'stock_b', { day: DAY, value: 100 }, [claim('a', 1), claim('b', 1)]);
		expect(ledger.value('b', 'stock_b', DAY)).toBe(1);
		expect(ledger.value('a', 'stock_b', DAY)).toBe(99);
	});

	it('leaves parts alone that are all published, even when they do not add up', () => {
		const ledger = ledgerOf(new Map([['a', 60]]));
		fillGaps(ledger, 'stock_b', { day: DAY, value: 100 }, [claim('a', 1)]);
		expect(ledger.estimates()).toEqual([]);
	});

	it('refuses a total below what is published', () => {
		const ledger = ledgerOf(new Map([['a', 160]]));
		const claims = [claim('a', 1), claim('b', 1)];
		expect(() => fillGaps(ledger, 'stock_b', { day: DAY, value: 100 }, claims)).toThrow(
			ApportionError
		);
	});

	it('passes through every published figure, adds up and is never negative', () => {
		const parts = fc.array(
			fc.tuple(fc.double({ min: 0.01, max: 100, noNaN: true }), fc.option(fc.nat(300))),
			{ minLength: 1, maxLength: 15 }
		);
		fc.assert(
			fc.property(parts, fc.nat(2000), (members, extra) => {
				const codes = members.map((_, index) => `m${index}`);
				const stocks = new Map<string, number>();
				for (const [index, [, stock]] of members.entries()) {
					if (stock !== null) stocks.set(`m${index}`, stock);
				}
				const open = stocks.size < codes.length ? extra : 0;
				const total = [...stocks.values()].reduce((a, b) => a + b, 0) + open;
				const ledger = ledgerOf(stocks);
				const claims = members.map(([weight], index) => claim(`m${index}`, weight));
				fillGaps(ledger, 'stock_b', { day: DAY, value: total }, claims);
				const filled = codes.map((nis) => ledger.value(nis, 'stock_b', DAY));
				expect(filled.reduce((a, b) => a + b, 0)).toBe(total);
				expect(Math.min(...filled)).toBeGreaterThanOrEqual(0);
				for (const [nis, stock] of stocks) expect(ledger.value(nis, 'stock_b', DAY)).toBe(stock);
				expect(ledger.estimates().filter(({ nis }) => stocks.has(nis))).toEqual([]);
			})
		);
	});
});

describe('the ledger', () => {
	it('never lets an estimate take the place of a published figure', () => {
		const ledger = ledgerOf(new Map([['a', 60]]));
		ledger.estimate('a', 'stock_b', DAY, 5);
		expect(ledger.value('a', 'stock_b', DAY)).toBe(60);
		expect(ledger.estimates()).toEqual([]);
	});

	it('says which figure is missing', () => {
		expect(() => ledgerOf(new Map()).value('a', 'stock_b', DAY)).toThrow('stock_b of a on 2020');
	});
});
