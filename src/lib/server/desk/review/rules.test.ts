import { describe, expect, test } from 'vitest';
import type { Indicator } from '#lib/domain/indicators.ts';
import { createPlaces } from '#lib/domain/places.ts';
import { Findings } from '../findings/findings.ts';
import {
	definitionChanged,
	incompleteList,
	sameAsLastYear,
	yearOff,
	yearOfSheet
} from './rules-of-many.ts';
import {
	percentageAsCount,
	plannedBelowRealised,
	realisedFell,
	stockBelowBaseline,
	stockHalved,
	totalNotParts,
	type PolicyRule
} from './rules-of-one.ts';
import type { OwnFigure, Situation } from './situation.ts';

const DATE = '2023-12-31';
const PREVIOUS = '2022-12-31';
const NEXT = '2024-12-31';
const BASELINE = '2007-12-31';
const REGIME: Situation['regimes'][number] = {
	code: 'FIRST',
	tenure: 'rental',
	status: 'ended',
	startsOn: '2009-09-01',
	deadline: '2025-12-31',
	baselineOn: BASELINE,
	figures: ''
};
const TOWN = '34022';
const CODES = Array.from({ length: 30 }, (_, at) => String(10_001 + at));

type Values = Record<string, number>;

/** A file of one date, what is known beside it and what is estimated; all keyed by `nis indicator date`. */
function situation(
	file: Values,
	known: Values = {},
	own: Partial<OwnFigure> = {},
	estimates: Values = {}
): Situation {
	const figures = Object.entries(file).map(([key, value], at): OwnFigure => {
		const [nis = '', indicator = '', date = ''] = key.split(' ');
		const place = { sheet: null, row: at + 2, column: 'value' };
		return {
			...place,
			nis,
			indicator: indicator as Indicator,
			date,
			value,
			status: 'normal',
			...own
		};
	});
	const places = createPlaces(
		CODES.map((nis) => ({
			nis,
			name: `Gemeente ${nis}`,
			province: '30000',
			arrondissement: '34000',
			validFrom: '1970-01-01',
			validTo: null,
			longitude: null,
			latitude: null,
			areaKm2: null
		})),
		[]
	);
	const ask = (values: Values) => (nis: string, indicator: Indicator, date: string) =>
		values[`${nis} ${indicator} ${date}`] ?? null;
	return {
		date: DATE,
		previous: PREVIOUS,
		next: NEXT,
		regimes: [REGIME],
		places,
		own: Map.groupBy(
			figures.filter((one) => one.date === DATE),
			(one) => one.indicator
		),
		ofFile: ask(file),
		known: ask(known),
		expected: ask({ ...estimates, ...known }),
		best: ask({ ...known, ...file }),
		name: (nis) => nis
	};
}

/** A value for each of the first municipalities. */
const all = (
	indicator: Indicator,
	date: string,
	value: (at: number) => number,
	count = CODES.length
): Values =>
	Object.fromEntries(
		CODES.slice(0, count).map((nis, at) => [`${nis} ${indicator} ${date}`, value(at)])
	);

const stock = (at: number) => 100 + 7 * at;
const one = (indicator: Indicator, value: number, date = DATE): Values => ({
	[`${TOWN} ${indicator} ${date}`]: value
});

/** What triggers a rule, and what comes near and does not. */
const CASES: readonly [code: string, PolicyRule, triggers: Situation, not: Situation][] = [
	[
		'incomplete_list',
		incompleteList,
		situation(all('stock_b', DATE, stock, 28)),
		situation(all('stock_b', DATE, stock, 13))
	],
	[
		'total_not_parts',
		totalNotParts,
		situation({ ...one('stock_w', 100), ...one('stock_owned', 80), ...one('stock_rented_in', 19) }),
		situation({ ...one('stock_w', 100), ...one('stock_owned', 80), ...one('stock_rented_in', 20) })
	],
	[
		'total_not_parts',
		totalNotParts,
		situation({
			...one('flow_net', 5),
			...one('flow_new_build', 8),
			...one('flow_purchase', 0),
			...one('flow_taken_in', 0),
			...one('flow_sale', 1),
			...one('flow_demolition', 1),
			...one('flow_left_system', 0)
		}),
		situation({ ...one('flow_net', 5), ...one('flow_new_build', 8) })
	],
	[
		'year_looks_wrong',
		yearOff,
		situation(all('stock_b', DATE, stock), all('stock_b', NEXT, stock)),
		situation(all('stock_b', DATE, stock), {
			...all('stock_b', NEXT, (at) => stock(at) + (at % 2))
		})
	],
	[
		'year_looks_wrong',
		yearOfSheet,
		situation(one('stock_b', 9), {}, { sheet: 'Meting 2024' }),
		situation(one('stock_b', 9), {}, { sheet: 'Meting 2023' })
	],
	[
		'realised_fell',
		realisedFell,
		situation(
			{ ...one('realised', 90), ...one('flow_demolition', 9) },
			one('realised', 100, PREVIOUS)
		),
		situation(
			{ ...one('realised', 90), ...one('flow_demolition', 10) },
			one('realised', 100, PREVIOUS)
		)
	],
	[
		'planned_below_realised',
		plannedBelowRealised,
		situation({ ...one('social_all', 9), ...one('social_realised', 10) }),
		situation({ ...one('social_all', 10), ...one('social_realised', 10) })
	],
	[
		'stock_below_baseline',
		stockBelowBaseline,
		situation(
			{ ...one('stock_b', 1_070), ...one('realised', 100) },
			one('stock_a', 1_000, BASELINE)
		),
		situation(
			{ ...one('stock_b', 1_080), ...one('realised', 100) },
			one('stock_a', 1_000, BASELINE)
		)
	],
	[
		'definition_changed',
		definitionChanged,
		situation(all('stock_w', DATE, stock), all('stock_b', PREVIOUS, stock)),
		situation(all('stock_w', DATE, stock), {
			...all('stock_b', PREVIOUS, stock),
			...all('stock_w', PREVIOUS, stock)
		})
	],
	[
		'definition_changed',
		definitionChanged,
		situation(one('stock_b', 9), {}, { status: 'break' }),
		situation(one('stock_b', 9))
	],
	[
		'percentage_as_count',
		percentageAsCount,
		situation(one('stock_b', 9), {
			...one('stock_b', 1_100, PREVIOUS),
			...one('households', 12_500, '2024-01-01')
		}),
		situation(one('stock_b', 9), {
			...one('stock_b', 10, PREVIOUS),
			...one('households', 110, '2024-01-01')
		})
	],
	[
		'stock_halved',
		stockHalved,
		situation(one('stock_b', 300), one('stock_b', 1_100, PREVIOUS)),
		situation(one('stock_b', 30), one('stock_b', 75, PREVIOUS))
	],
	[
		'stock_halved',
		stockHalved,
		situation(one('stock_b', 300), {}, {}, one('stock_b', 1_100)),
		situation(one('stock_b', 600), {}, {}, one('stock_b', 1_100))
	],
	[
		'percentage_as_count',
		percentageAsCount,
		situation(
			one('stock_b', 9),
			one('households', 12_500, '2024-01-01'),
			{},
			one('stock_b', 1_100)
		),
		situation(one('stock_b', 9), one('households', 110, '2024-01-01'), {}, one('stock_b', 10))
	],
	[
		'same_as_last_year',
		sameAsLastYear,
		situation(
			all('stock_b', DATE, stock),
			all('stock_b', PREVIOUS, (at) => stock(at) - (at % 3 ? 0 : 1))
		),
		situation(
			all('stock_b', DATE, stock),
			all('stock_b', PREVIOUS, (at) => stock(at) - (at % 2))
		)
	]
];

describe.for(CASES)('%s', ([code, rule, triggers, not]) => {
	const told = (at: Situation) => {
		const findings = new Findings();
		rule(at, findings);
		return findings.list();
	};
	test('is asked about with its value and what was expected', () => {
		expect(told(triggers)).not.toEqual([]);
		for (const finding of told(triggers)) expect(finding).toMatchObject({ level: 'ask', code });
	});
	test('is not asked about what comes near', () => {
		expect(told(not)).toEqual([]);
	});
});

test('zeros that stay zero are no repetition of last year', () => {
	const zeros = situation(
		all('planned', DATE, () => 0),
		all('planned', PREVIOUS, () => 0)
	);
	const findings = new Findings();
	sameAsLastYear(zeros, findings);
	expect(findings.list()).toEqual([]);
});
