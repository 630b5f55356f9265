import { strips } from '#lib/charts/strips.ts';
import { twoParts } from '#lib/charts/two-parts.ts';
import { percent } from '#lib/text/format.ts';
import { example, type Case } from './case.ts';

const oneDecimal = (value: number) => percent(value, 1);

/** A region with invented shares of its members; the first two are estimates. */
const row = (name: string, whole: number, shares: readonly number[], goal?: number) => ({
	id: name,
	name,
	href: `/regios/${name.toLowerCase()}`,
	about: oneDecimal(whole),
	dots: shares.map((value, index) => ({
		id: `${name}-${index}`,
		name: `${name} ${index + 1}`,
		href: `/gemeenten/${index}`,
		value,
		label: `${name} ${index + 1}: ${oneDecimal(value)}`,
		estimated: index < 2
	})),
	lines: [
		{ kind: 'whole' as const, value: whole, label: '' },
		{ kind: 'wider' as const, value: 0.06, label: '' },
		...(goal === undefined ? [] : [{ kind: 'goal' as const, value: goal, label: '' }])
	]
});

const axis = { format: (value: number) => percent(value, 0), axis: 'per 100 huishoudens' };

export const COMPARISONS: Case[] = [
	example('strips-three', 'Drie verzonnen regio’s op één schaal, één zonder cijfers', strips, {
		...axis,
		title: 'Leden van drie verzonnen regio’s',
		description: 'De leden van Noord liggen het verst uit elkaar.',
		rows: [
			row('Noord', 0.08, [0.021, 0.04, 0.041, 0.043, 0.128, 0.07], 0.11),
			row('Midden', 0.05, []),
			row('Zuid', 0.055, [0.05, 0.06])
		]
	}),
	example('two-parts', 'Een geheel in twee delen', twoParts, {
		parts: [
			{ word: 'binnen', value: 0.072 },
			{ word: 'tussen', value: 0.028 }
		],
		format: oneDecimal,
		title: 'Ongelijkheid in verzonnen regio’s',
		description: 'Van alle ongelijkheid zit 72 % binnen de regio’s.'
	}),
	example('two-parts-one', 'Alles in het eerste deel', twoParts, {
		parts: [
			{ word: 'binnen', value: 0.1 },
			{ word: 'tussen', value: 0 }
		],
		format: oneDecimal,
		title: 'Ongelijkheid in één verzonnen regio',
		description: 'Alle ongelijkheid zit binnen de regio.'
	})
];
