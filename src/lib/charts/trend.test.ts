import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Status } from '#lib/domain/status.ts';
import { trendLayout, type TrendBreak, type TrendInput, type TrendPoint } from './trend.ts';

const point = (year: number, value: number | null, status: Status = 'normal'): TrendPoint => ({
	date: `${year}-12-31`,
	value,
	status,
	text: `${value}`,
	label: `${year}`
});
const layoutOf = (points: TrendPoint[], given: Partial<TrendInput> = {}) =>
	trendLayout({
		series: [{ key: 'a', name: 'a', points }],
		goal: null,
		breaks: [],
		height: 200,
		...given
	});
const steps = (path: string | undefined) => path?.match(/L/g)?.length ?? 0;

describe('trend', () => {
	test('published figures of following years are joined by one line', () => {
		const [line] = layoutOf([point(2019, 1), point(2020, 2), point(2021, 3)]).lines;
		expect(line?.segments).toHaveLength(1);
		expect(steps(line?.segments[0]?.path)).toBe(2);
	});

	test('a missing value splits the line, whether it is given as unknown or not at all', () => {
		const unknown = layoutOf([
			point(2018, 1),
			point(2019, 2),
			point(2020, null),
			point(2021, 3),
			point(2022, 4)
		]);
		const absent = layoutOf([point(2018, 1), point(2019, 2), point(2021, 3), point(2022, 4)]);
		expect(unknown.lines[0]?.segments).toHaveLength(2);
		expect(absent.lines[0]?.segments).toEqual(unknown.lines[0]?.segments);
		expect(unknown.lines[0]?.marks).toHaveLength(4);
	});

	test('a stretch is as certain as its weaker end; an estimate is weaker than a forecast', () => {
		const [line] = layoutOf([
			point(2018, 1),
			point(2019, 2),
			point(2020, 2, 'estimated'),
			point(2021, 3, 'provisional'),
			point(2022, 3, 'forecast'),
			point(2023, 4, 'estimated')
		]).lines;
		expect(line?.segments.map(({ certainty }) => certainty)).toEqual([
			'published',
			'estimated',
			'forecast',
			'estimated'
		]);
		expect(line?.marks.map(({ certainty }) => certainty)).toEqual([
			'published',
			'published',
			'estimated',
			'published',
			'forecast',
			'estimated'
		]);
	});

	test('no line runs across a change of definition, and its mark stands between the two figures', () => {
		const breaks: TrendBreak[] = [{ date: '2020-12-31', label: 'andere telling' }];
		const layout = layoutOf([point(2018, 1), point(2019, 2), point(2020, 9), point(2021, 9)], {
			breaks
		});
		const [, before, after] = layout.lines[0]?.marks ?? [];
		expect(layout.lines[0]?.segments).toHaveLength(2);
		expect(layout.breaks[0]?.x).toBeGreaterThan(before?.x ?? NaN);
		expect(layout.breaks[0]?.x).toBeLessThan(after?.x ?? NaN);
	});

	test('a figure with the status of a break starts a new line', () => {
		const [line] = layoutOf([point(2019, 1), point(2020, 5, 'break'), point(2021, 6)]).lines;
		expect(steps(line?.segments.map(({ path }) => path).join(''))).toBe(1);
	});

	test('heights start at zero, below it only for negative values', () => {
		expect(layoutOf([point(2020, 50), point(2021, 100)]).valueTicks[0]).toEqual({
			value: 0,
			y: 200
		});
		const negative = layoutOf([point(2020, -50), point(2021, 100)]);
		expect(negative.valueTicks.find(({ value }) => value === 0)?.y).toBeLessThan(200);
	});

	test('a scale of counts has no step between two of them', () => {
		const few = [point(2020, 1), point(2021, 2)];
		const steps = (whole: boolean) => layoutOf(few, { whole }).valueTicks.map(({ value }) => value);
		expect(steps(false)).toContain(0.5);
		expect(steps(true)).toEqual([0, 1, 2]);
	});

	test('the scale reaches the goal', () => {
		const { goal } = layoutOf([point(2020, 2), point(2021, 3)], { goal: 11 });
		expect(goal?.y).toBeGreaterThanOrEqual(0);
		expect(goal?.y).toBeLessThan(60);
	});

	test('the last value is labelled, even when later years are unknown', () => {
		const end = layoutOf([point(2019, 5), point(2020, 7), point(2021, null)]).lines[0]?.end;
		expect(end).toMatchObject({ text: '7', x: expect.closeTo(50, 0) });
	});

	test.for([2, 3, 4])('the labels of %i last values never overlap', (lines) => {
		const layout = trendLayout({
			series: ['a', 'b', 'c', 'd'].slice(0, lines).map((key, index) => ({
				key,
				name: key,
				points: [point(2020, 8), point(2021, 8 + index / 100)]
			})),
			goal: null,
			breaks: [],
			height: 200
		});
		const labels = layout.lines.map(({ end }) => end?.labelY ?? NaN).sort((a, b) => a - b);
		const apart = labels.slice(1).map((y, index) => y - (labels[index] ?? NaN));
		expect(Math.min(...apart)).toBeGreaterThanOrEqual(19);
	});

	test('years under the axis are round ones and the last, fewer where room is short', () => {
		const years = Array.from({ length: 18 }, (_, index) => point(2007 + index, 1));
		const ticks = layoutOf(years).yearTicks;
		const shownWhen = (room: 'wide' | 'narrow') =>
			ticks.filter(({ shown }) => shown === room || shown === 'both').map(({ year }) => year);
		expect(shownWhen('wide')).toEqual([2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024]);
		expect(shownWhen('narrow')).toEqual([2010, 2015, 2020, 2024]);
	});

	test('without a single figure there is an axis and nothing else', () => {
		const layout = layoutOf([point(2019, null), point(2020, null)]);
		expect(layout.lines[0]).toMatchObject({ marks: [], segments: [], end: null });
		expect(layout.valueTicks).toEqual([{ value: 0, y: 200 }]);
	});

	test('every known figure is a mark inside the plot and nothing is NaN', () => {
		const value = fc.option(fc.double({ min: -1e5, max: 1e5, noNaN: true }));
		fc.assert(
			fc.property(fc.array(value, { maxLength: 20 }), value, (values, goal) => {
				const layout = layoutOf(
					values.map((one, index) => point(2005 + index, one)),
					{ goal }
				);
				const marks = layout.lines[0]?.marks ?? [];
				expect(marks).toHaveLength(values.filter((one) => one !== null).length);
				expect(
					marks.filter(({ x, y }) => !(x >= 0 && x <= 100 && y >= -0.1 && y <= 200.1))
				).toEqual([]);
				expect(JSON.stringify(layout.lines[0]?.segments)).not.toMatch(/NaN|Infinity|null/);
			})
		);
	});
});
