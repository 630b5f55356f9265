import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growthPath } from './growth-path.ts';
import { spread, textWidth } from './labels.ts';
import { LIGHT } from './palette.ts';
import { runsOf, yearTicks, type TrendPoint } from './time.ts';
import { trend } from './trend.ts';

const point = (
	year: number,
	value: number | null,
	status: TrendPoint['status'] = 'normal'
): TrendPoint => ({
	date: `${year}-12-31`,
	value,
	status: value === null ? 'missing' : status,
	text: String(value),
	label: `${year}: ${value}`
});
const years = (points: readonly TrendPoint[]) =>
	runsOf(points, []).map(({ certainty, points }) => [
		certainty,
		...points.map(({ date }) => Number(date.slice(0, 4)))
	]);

describe('points over the years are joined', () => {
	test('to their neighbours in time, as surely as the less sure of the two', () => {
		expect(
			years([point(2019, 1), point(2020, 2), point(2021, 3, 'estimated'), point(2022, 4)])
		).toEqual([
			['published', 2019, 2020],
			['estimated', 2020, 2021, 2022]
		]);
	});

	test('not over a missing value, nor over a year that has none', () => {
		expect(
			years([point(2018, 1), point(2019, null), point(2020, 2), point(2021, 3), point(2023, 4)])
		).toEqual([['published', 2020, 2021]]);
	});

	test('not over a break in the definition', () => {
		const points = [point(2019, 1), point(2020, 2), point(2021, 3)];
		const runs = runsOf(points, [{ date: '2021-01-01', label: '' }]);
		expect(runs.map((run) => run.points.length)).toEqual([2]);
	});
});

test('the last year always has its number, and no two numbers of years touch', () => {
	const year = fc.integer({ min: 1990, max: 2060 });
	fc.assert(
		fc.property(year, year, fc.integer({ min: 3, max: 20 }), (a, b, most) => {
			const [first, last] = [Math.min(a, b), Math.max(a, b)];
			const ticks = yearTicks(`${first}-12-31`, `${last}-12-31`, most).map((date) =>
				Number(date.slice(0, 4))
			);
			expect(ticks.at(-1)).toBe(last);
			const room = (last - first) / most;
			for (const [index, tick] of ticks.slice(1).entries())
				expect(tick - (ticks[index] ?? 0)).toBeGreaterThan(0.7 * room);
		})
	);
});

test('texts are moved apart as little as can be, and stay in their order', () => {
	expect(spread([10, 50], 20)).toEqual([10, 50]);
	expect(spread([10, 10, 10], 20)).toEqual([-10, 10, 30]);
	const places = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 });
	fc.assert(
		fc.property(places, (wished) => {
			const placed = spread(
				wished.toSorted((a, b) => a - b),
				19
			);
			placed
				.slice(1)
				.forEach((one, index) =>
					expect(one - (placed[index] ?? 0)).toBeGreaterThanOrEqual(19 - 1e-9)
				);
		})
	);
});

/** Every text of a drawing over its lines, with the box that it takes, in px. */
const boxes = (svg: string) =>
	[...svg.matchAll(/<text x="([-\d.]+)" y="([-\d.]+)"(?: text-anchor="(\w+)")?>([^<]*)</g)].map(
		([, x, y, anchor = 'middle', text = '']) => {
			const long = 0.92 * textWidth(text, 15);
			const left = Number(x) - long * ({ start: 0, end: 1 }[anchor] ?? 0.5);
			return { text, left, right: left + long, middle: Number(y) };
		}
	);

describe('names on a growth path never overlap', () => {
	const path = (
		values: readonly number[],
		target: number,
		width: number,
		planned = 1,
		height = 240
	) =>
		growthPath(
			{
				realised: {
					key: 'a',
					name: 'gerealiseerd',
					points: values.map((value, index) => point(2012 + index, value))
				},
				withPlanned: {
					key: 'b',
					name: 'met gepland',
					points: values.map((value, index) => point(2012 + index, value + planned))
				},
				target: { value: target, label: `objectief: ${target} woningen` },
				from: '2007-12-31',
				deadline: { date: '2025-12-31', label: 'einddatum' },
				steps: [
					{
						date: '2021-12-31',
						value: Math.ceil(target * 0.7952),
						text: '79,52 %',
						label: 'drempel 1'
					},
					{
						date: '2021-12-31',
						value: Math.ceil(target * 0.9542),
						text: '95,42 %',
						label: 'drempel 2'
					}
				],
				band: 'gepland',
				height,
				format: String,
				title: 't',
				description: 'd'
			},
			{ width, palette: LIGHT }
		);

	test.for([
		[[0, 0, 0, 0, 0], 1],
		[[0, 0, 1, 1, 1], 2],
		[[10, 20, 30, 41, 60], 83],
		[[10, 90, 160, 180, 203], 203]
	] as const)('%j towards %i', ([values, target]) => {
		for (const width of [280, 430, 590]) {
			const all = boxes(path(values, target, width)).filter(({ text }) => !/^\d{4}$/.test(text));
			expect(all.length).toBeGreaterThan(3);
			const overlapping = all.flatMap((a, index) =>
				all
					.slice(index + 1)
					.filter((b) => a.right > b.left && b.right > a.left && Math.abs(a.middle - b.middle) < 13)
					.map((b) => `${a.text} / ${b.text} at ${width}`)
			);
			expect(overlapping).toEqual([]);
		}
	});

	const numbersOf = (svg: string, mark: RegExp) =>
		[...svg.matchAll(mark)].map(([, ...numbers]) => numbers.map(Number));

	test('each per cent stands nearest its own step, and the name of the target on neither', () => {
		const values = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 12 });
		const size = [fc.integer({ min: 1, max: 400 }), fc.constantFrom(280, 430, 590, 860)] as const;
		fc.assert(
			fc.property(values, ...size, fc.constantFrom(104, 150, 240), (all, target, width, height) => {
				const drawn = path(all, target, width, 1, height);
				const steps = numbersOf(
					drawn,
					/<line x1="([\d.]+)" x2="([\d.]+)" y1="([\d.]+)" y2="[\d.]+">\s*<title>/g
				).map(([left = 0, right = 0, y = 0]) => ({ left, right, y }));
				expect(steps).toHaveLength(2);
				const [lower, upper] = steps.map(({ y }) => y) as [number, number];
				for (const { text, middle, left, right } of boxes(drawn)) {
					const off = (y: number) => Math.abs(middle - 5 - y);
					if (text === '95,42 %') expect(off(upper)).toBeLessThanOrEqual(off(lower));
					if (text === '79,52 %') expect(off(lower)).toBeLessThanOrEqual(off(upper));
					if (!text.startsWith('objectief')) continue;
					for (const step of steps)
						expect(off(step.y) < 9 && left < step.right && right > step.left).toBe(false);
				}
			})
		);
	});

	test('lines that end in the same value share its number', () => {
		const numbers = (planned: number) =>
			boxes(path([0, 7, 7], 9, 590, planned)).filter(({ text }) => text === String(7));
		expect(numbers(2)).toHaveLength(1);
		expect(numbers(0)).toHaveLength(1);
	});
});

test('a goal is named beside no point and above the years, however low the drawing is', () => {
	const values = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 14 });
	const size = [fc.constantFrom(60, 100, 240), fc.constantFrom(250, 380, 590)] as const;
	fc.assert(
		fc.property(
			values,
			fc.integer({ min: 1, max: 400 }),
			...size,
			(values, value, height, width) => {
				const label = `objectief: ${value}`;
				const drawn = trend(
					{
						series: [
							{ key: 'a', name: 'a', points: values.map((one, at) => point(2008 + at, one)) }
						],
						...{ goal: { value, label }, height, format: String, title: 't', description: 'd' }
					},
					{ width, palette: LIGHT }
				);
				const all = boxes(drawn);
				const goal = all.find(({ text }) => text === label);
				const years = all.filter(({ text }) => /^20\d\d$/.test(text));
				const points = [...drawn.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)];
				if (!goal) throw new Error('the goal has no name');
				expect(points.length).toBeGreaterThanOrEqual(values.length);
				expect(Math.max(...years.map(({ middle }) => goal.middle - middle))).toBeLessThan(-13);
				for (const [, x, y] of points) {
					const isBeside = Number(x) > goal.left && Number(x) < goal.right;
					const isBetween = Number(y) > goal.middle - 10 && Number(y) < goal.middle + 4;
					expect(isBeside && isBetween).toBe(false);
				}
			}
		)
	);
});

test('nothing known is said in words', () => {
	const drawn = trend(
		{
			series: [{ key: 'a', name: 'a', points: [point(2020, null)] }],
			format: String,
			title: 't',
			description: 'd'
		},
		{ width: 430, palette: LIGHT }
	);
	expect(drawn).toContain('Geen cijfers');
});
