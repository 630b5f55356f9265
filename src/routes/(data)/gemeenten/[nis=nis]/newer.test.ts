import { expect, test } from 'vitest';
import { newerThan } from './newer.ts';

const one = (
	indicator: 'realised' | 'planned' | 'stock_b',
	date: string,
	value: number | null = 1
) => ({
	...{ indicator, date, value, status: 'normal' as const }
});

test('the latest day after the one shown is told, with what is known of it', () => {
	const published = [
		...[
			one('realised', '2025-12-31'),
			one('planned', '2025-12-31'),
			one('realised', '2025-12-31', 2)
		],
		...[one('realised', '2024-12-31'), one('stock_b', '2023-12-31')]
	];
	expect(newerThan('2023-12-31', published)).toEqual({
		date: '2025-12-31',
		figures: [one('planned', '2025-12-31'), one('realised', '2025-12-31')]
	});
});

test('nothing is newer than the last day, and what is missing is no figure', () => {
	expect(newerThan('2025-12-31', [one('realised', '2025-12-31')])).toBeNull();
	expect(newerThan('2024-12-31', [one('realised', '2025-12-31', null)])).toBeNull();
});
