import { expect, test } from 'vitest';
import { mainRegime, type RegimeStatus, type Tenure } from './regime.ts';

const regime = (tenure: Tenure, status: RegimeStatus, startsOn: string | null) => ({
	tenure,
	status,
	startsOn
});
const first = regime('rental', 'ended', '2009-09-01');

test('a regime in preparation does not measure progress yet, and does once it is in force', () => {
	expect(mainRegime([first, regime('rental', 'in_preparation', '2026-01-01')])).toBe(first);
	const second = regime('rental', 'in_force', '2026-01-01');
	expect(mainRegime([first, second])).toBe(second);
	expect(mainRegime([second, first])).toBe(second);
});

test('purchase, plots, covenants and local aims are not the regime that is measured', () => {
	const others = (['purchase', 'plots', 'rental_voluntary', 'local'] as const).map((tenure) =>
		regime(tenure, 'in_force', '2020-01-01')
	);
	expect(mainRegime([...others, first])).toBe(first);
	expect(mainRegime(others)).toBeUndefined();
});
