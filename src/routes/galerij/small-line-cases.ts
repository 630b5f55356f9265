import { smallLines, type SmallLine } from '#lib/charts/small-lines.ts';
import type { TrendPoint } from '#lib/charts/time.ts';
import type { Status } from '#lib/domain/status.ts';
import { percent } from '#lib/text/format.ts';
import { example, type Case } from './case.ts';

/** Shares at the year-ends from 2019 on; null leaves a year open. */
const years = (shares: readonly (number | null)[], status: Status = 'normal'): TrendPoint[] =>
	shares.map((value, at) => ({
		date: `${2019 + at}-12-31`,
		value,
		status,
		text: value === null ? '–' : percent(value, 1),
		label: `${2019 + at}: ${value}`
	}));

const line = (name: string, points: readonly TrendPoint[]): SmallLine => ({
	id: name,
	name,
	href: `/gemeenten/${name}`,
	points,
	label: `${name}: van 2019 tot 2023`
});

const whole = { name: 'Regio Middelstad', points: years([0.07, 0.071, 0.073, 0.074, 0.076]) };

/** Small multiples: many places, some with gaps or estimates, long names, and nothing known at all. */
export const SMALL_LINES: Case[] = [
	example('small-lines', 'Zeven leden, met een raming, een gat en een lange naam', smallLines, {
		lines: [
			line('Middelstad', years([0.09, 0.091, 0.094, 0.097, 0.1])),
			line('Oostdorp', years([0.05, 0.049, 0.052, 0.05, 0.051], 'estimated')),
			line('Westdorp', years([0.03, null, 0.035, 0.036, 0.034])),
			line('Sint-Aldegondis-aan-de-Heide', years([0.061, 0.06, 0.06, 0.058, 0.055])),
			line('Noordveld', years([null, null, null, null, 0.044])),
			line('Zuidhoek', years([null, null, null, null, null])),
			line('Hoogland', years([0.17, 0.18, 0.18, 0.19, 0.2]))
		],
		whole,
		goal: { value: 0.11, label: 'streefcijfer: 11 %' },
		format: (value) => percent(value, 0),
		title: 'Aandeel van elk lid door de jaren',
		description: 'Het aandeel steeg in 4 van de 6 leden.'
	}),
	example('small-lines-nothing', 'Van niemand is iets bekend', smallLines, {
		lines: [line('Zuidhoek', years([null, null])), line('Noordveld', years([null, null]))],
		whole: { ...whole, points: years([null, null]) },
		format: (value) => percent(value, 0),
		title: 'Aandeel van elk lid door de jaren',
		description: 'Van geen enkel lid is een aandeel bekend.'
	})
];
