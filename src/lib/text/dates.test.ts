import { expect, test } from 'vitest';
import { dateLabel } from './dates.ts';

test('a date says when only totals of regions are known', () => {
	expect(dateLabel('2024-12-31', [])).toBe('31/12/2024');
	expect(dateLabel('2025-12-31', ['Vlaanderen'])).toBe('31/12/2025 (woningen: alleen Vlaanderen)');
	expect(dateLabel('2025-12-31', ['Limburg', 'Vlaanderen'])).toBe(
		'31/12/2025 (woningen: alleen totalen van regio’s)'
	);
});
