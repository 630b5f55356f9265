import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillLowest, type Vessel } from './water-filling.ts';

const open = (key: string, content: number, width: number): Vessel => ({
	key,
	content,
	width,
	floor: 0,
	cap: Infinity
});

test('the lowest are lifted to one level, the high ones get nothing', () => {
	const vessels = [open('a', 2700, 30_000), open('b', 500, 10_000), open('c', 300, 10_000)];
	expect([...fillLowest(800, vessels).values()]).toEqual([0, 300, 500]);
	expect([...fillLowest(2000, vessels).values()]).toEqual([600, 600, 800]);
});

test('a floor is given first and a cap ends it; what has no room is not given', () => {
	const [a, b] = [open('a', 90, 1000), open('b', 0, 1000)];
	expect([...fillLowest(30, [{ ...a, floor: 10 }, b]).values()]).toEqual([10, 20]);
	expect([
		...fillLowest(30, [
			{ ...a, cap: 5 },
			{ ...b, cap: 12 }
		]).values()
	]).toEqual([5, 12]);
});

const vessel = fc.record({
	content: fc.nat(300),
	width: fc.integer({ min: 1, max: 3000 }),
	floor: fc.nat(5),
	room: fc.oneof(fc.nat(40), fc.constant(Infinity))
});
const vessels = fc.array(vessel, { minLength: 1, maxLength: 8 }).map((rows) =>
	rows.map(({ room, ...rest }, at): Vessel => ({
		...rest,
		key: `k${at}`,
		cap: rest.floor + room
	}))
);

/** The same, unit by unit. */
function unitByUnit(total: number, list: readonly Vessel[]): Map<string, number> {
	const parts = new Map(list.map(({ key, floor }) => [key, floor]));
	const next = ({ key, content, width }: Vessel) =>
		(2 * (content + (parts.get(key) ?? 0)) + 1) / width;
	for (let rest = total - list.reduce((sum, { floor }) => sum + floor, 0); rest > 0; rest -= 1) {
		const [lowest] = list
			.filter(({ key, cap }) => (parts.get(key) ?? 0) < cap)
			.toSorted((a, b) => next(a) - next(b) || (a.key < b.key ? -1 : 1));
		if (!lowest) break;
		parts.set(lowest.key, (parts.get(lowest.key) ?? 0) + 1);
	}
	return parts;
}

test('large steps give what single units would, in any order of the vessels', () => {
	fc.assert(
		fc.property(vessels, fc.nat(400), (list, more) => {
			const total = list.reduce((sum, { floor }) => sum + floor, 0) + more;
			const filled = fillLowest(total, list);
			expect(filled).toEqual(unitByUnit(total, list));
			expect(fillLowest(total, list.toReversed())).toEqual(filled);
		})
	);
});

test('no whole division within the bounds is more even', () => {
	const uneven = (list: readonly Vessel[], parts: readonly number[]) =>
		list.reduce(
			(sum, { content, width }, at) => sum + (content + (parts[at] ?? 0)) ** 2 / width,
			0
		);
	fc.assert(
		fc.property(fc.tuple(vessel, vessel, vessel), fc.nat(12), (rows, more) => {
			const list = rows.map(({ room, ...rest }, at): Vessel => ({
				...rest,
				key: `k${at}`,
				cap: rest.floor + room
			}));
			const total = list.reduce((sum, { floor }) => sum + floor, 0) + more;
			const found = [...fillLowest(total, list).values()];
			const given = found.reduce((a, b) => a + b, 0);
			const best = uneven(list, found);
			for (let a = 0; a <= given; a += 1) {
				for (let b = 0; a + b <= given; b += 1) {
					const other = [a, b, given - a - b];
					const inside = list.every(
						({ floor, cap }, at) => floor <= (other[at] ?? -1) && (other[at] ?? Infinity) <= cap
					);
					if (inside) expect(uneven(list, other)).toBeGreaterThanOrEqual(best * (1 - 1e-12));
				}
			}
		}),
		{ numRuns: 60 }
	);
});
