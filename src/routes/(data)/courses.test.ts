import { expect, test } from 'vitest';
import type { RoadStanding } from '#lib/server/standing/road.ts';
import { goalName } from './courses.ts';

/** What the sentence of a goal looks at. */
const road = (goalFrom: RoadStanding['scenario']['goalFrom'], goal: number | null = 1100) =>
	({ scenario: { goal, goalFrom }, regionGoal: null }) as RoadStanding;

test('a goal is said to be chosen by the visitor only when it is not that of the region', () => {
	expect(goalName(road('region'))).toBe('11\u00A0% is het streefcijfer van de regio als geheel.');
	expect(goalName(road('asked'))).toBe('U koos zelf 11\u00A0% als doel.');
	expect(goalName(road('asked', null))).toContain('geen eigen streefcijfer bekend');
});

test('a goal that does not hold yet says from when it does', () => {
	const scenario = { ...road('region').scenario, comesOn: '2030-01-01' };
	expect(goalName({ ...road('region'), scenario })).toBe(
		'11\u00A0% is het streefcijfer van de regio als geheel, dat pas vanaf 01/01/2030 geldt.'
	);
});
