import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coursesLayout, type CourseLine } from './courses.ts';
import type { TrendPoint } from './trend.ts';

const point = (year: number, value: number | null): TrendPoint => ({
	date: `${year}-12-31`,
	value,
	status: 'estimated',
	text: `${value}`,
	label: `${year}: ${value}`
});
const line = (key: string, values: readonly (number | null)[]): CourseLine => ({
	key,
	name: key,
	about: '',
	shape: 'dot',
	points: values.map((value, at) => point(2024 + at, value))
});
const history = [7.8, 7.9, 7.9].map((value, at) => point(2022 + at, value));
const lay = (courses: readonly CourseLine[], goal: number | null = 11) =>
	coursesLayout({ history, courses, goal, height: 240 });

describe('the courses that can follow a history', () => {
	test('all begin where the history ends', () => {
		const { now, past, courses } = lay([line('a', [7.9, 7.8]), line('b', [7.9, 9.5])]);
		expect(now).toEqual({ x: past.at(-1)?.x, y: past.at(-1)?.y });
		for (const { path } of courses) expect(path).toContain(`M${now?.x} ${now?.y}`);
	});

	test('one that is not known is left out; without any the history stands alone', () => {
		expect(lay([line('a', [null, null]), line('b', [7.9, 9.5])]).courses).toHaveLength(1);
		expect(lay([])).toMatchObject({ courses: [], now: null });
	});

	test('the scale begins above zero when everything lies high, and then says so', () => {
		expect(lay([line('a', [7.9, 7.8])]).cut).toBe(true);
		expect(lay([line('a', [7.9, 1])]).cut).toBe(false);
		expect(coursesLayout({ history: [], courses: [], goal: null, height: 240 }).cut).toBe(false);
	});

	test('everything that is drawn lies in the plot', () => {
		const value = fc.double({ min: 0, max: 0.4, noNaN: true });
		fc.assert(
			fc.property(fc.array(value, { minLength: 2, maxLength: 9 }), value, (values, goal) => {
				const layout = coursesLayout({
					history: [],
					courses: [line('a', values)],
					goal,
					height: 240
				});
				const places = layout.courses.flatMap(({ marks, end }) => [...marks, end]);
				const heights = [...places.map((mark) => mark.y), layout.goal?.y ?? 0];
				expect(Math.min(...heights)).toBeGreaterThanOrEqual(0);
				expect(Math.max(...heights)).toBeLessThanOrEqual(240);
			})
		);
	});

	test('no two labels overlap, and they keep the order of their values', () => {
		const ends = fc.array(fc.integer({ min: 70, max: 110 }), { minLength: 2, maxLength: 4 });
		fc.assert(
			fc.property(ends, (values) => {
				const courses = values.map((end, at) => line(`c${at}`, [7.9, end / 10]));
				const labels = lay(courses)
					.courses.map(({ end }) => end)
					.toSorted((a, b) => a.labelY - b.labelY);
				labels.slice(1).forEach((below, at) => {
					expect(below.labelY - (labels[at]?.labelY ?? NaN)).toBeGreaterThan(18.8);
					expect(below.y).toBeGreaterThanOrEqual(labels[at]?.y ?? NaN);
				});
			})
		);
	});

	test('the label of the goal stands on the side of its line where the history is not', () => {
		const beside = (values: readonly number[]) =>
			coursesLayout({
				history: values.map((value, at) => point(2010 + at, value)),
				courses: [line('a', [8, 8])],
				goal: 8,
				height: 240
			}).goal?.above;
		expect(beside([8.1, 8.1, 8, 8])).toBe(false);
		expect(beside([7.9, 7.9, 8, 8])).toBe(true);
	});

	test('a label without neighbours stands at its value', () => {
		const { courses } = lay([line('a', [7.9, 7]), line('b', [7.9, 11])]);
		for (const { end } of courses) expect(end.labelY).toBe(end.y);
	});
});
