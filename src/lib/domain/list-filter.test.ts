import { describe, expect, test } from 'vitest';
import { derived, fromObservation, unknown, type Figure } from './figure.ts';
import { fits, type ListFilter } from './list-filter.ts';
import { objectiveProgress } from './objective.ts';
import type { Status } from './status.ts';

const DAY = '2024-12-31';
const ALL: ListFilter = {
	status: null,
	from: null,
	below: null,
	short: null,
	outcome: null,
	published: null
};
const NOTHING_TOLD = { outcome: null, known: new Map() };
const known = (value: number, status: Status = 'normal'): Figure =>
	fromObservation({
		...{ nis: '34022', indicator: 'realised', date: DAY, value, status },
		...{ publication: 1, structureOn: null, note: null }
	});
const nobody = unknown(DAY, 'not_published');

/** A municipality with this share, and this much of its objective of 100. */
const town = (share: number | null, realised: Figure, target = known(100)) => ({
	share: share === null ? nobody : derived(share, DAY, []),
	objective: objectiveProgress({
		...{ target, status: 'compulsory', baseline: known(0), realised },
		...{ inExecution: known(0), planned: known(0) }
	})
});

describe('a list of municipalities', () => {
	test.for<[string, Partial<ListFilter>, number | null, boolean]>([
		['less than 3 %', { below: 300 }, 0.0299, true],
		['less than 3 % is not 3 %', { below: 300 }, 0.03, false],
		['at least 3 %', { from: 300 }, 0.03, true],
		['at least 3 % is not less', { from: 300 }, 0.0299, false],
		['between two', { from: 300, below: 900 }, 0.05, true],
		['an unknown share fits no bound', { below: 300 }, null, false],
		['an unknown share fits a list that asks for none', {}, null, true]
	])('%s', ([, filter, share, fitting]) => {
		expect(fits({ ...ALL, ...filter }, town(share, known(50)), NOTHING_TOLD)).toBe(fitting);
	});

	test.for<[number, Figure, boolean]>([
		[10, known(89), true],
		[10, known(90), false],
		[0, known(99), true],
		[0, known(100), false],
		[10, nobody, false]
	])('more than %i short with %o realised of 100', ([short, realised, fitting]) => {
		expect(fits({ ...ALL, short }, town(0.05, realised), NOTHING_TOLD)).toBe(fitting);
	});

	test('the outcome is that of the last test, and none fits none', () => {
		const row = town(0.05, known(50));
		const after = (outcome: '1' | '2a' | null) => ({ ...NOTHING_TOLD, outcome });
		expect(fits({ ...ALL, outcome: '2a' }, row, after('2a'))).toBe(true);
		expect(fits({ ...ALL, outcome: '2a' }, row, after('1'))).toBe(false);
		expect(fits({ ...ALL, outcome: '2a' }, row, after(null))).toBe(false);
	});

	test('who has something published fits its sort, and who has nothing fits «nothing» alone', () => {
		const row = town(0.05, known(50));
		const some = { ...NOTHING_TOLD, known: new Map([['objective', null]] as const) };
		const asked = (published: ListFilter['published']) => ({ ...ALL, published });
		expect(fits(asked('objective'), row, some)).toBe(true);
		expect(fits(asked('stock'), row, some)).toBe(false);
		expect(fits(asked('nothing'), row, some)).toBe(false);
		expect(fits(asked('nothing'), row, NOTHING_TOLD)).toBe(true);
		expect(fits(asked('stock'), row, NOTHING_TOLD)).toBe(false);
	});
});
