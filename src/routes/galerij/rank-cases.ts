import { ranking, type RankRow } from '#lib/charts/ranking.ts';
import { change, count, percent } from '#lib/text/format.ts';
import { example, type Case } from './case.ts';

const row = (
	name: string,
	value: number | null,
	text: string,
	rest: Partial<RankRow> = {}
): RankRow => ({ id: name, name, value, text, estimated: false, ...rest });
const share = (name: string, value: number, rest: Partial<RankRow> = {}) =>
	row(name, value, percent(value), {
		href: `/${name}`,
		more: count(1000 * (0.11 - value)),
		...rest
	});

/** Municipalities in order. Every number is invented. */
export const RANKS: Case[] = [
	example('rank-shares', 'Leden naar aandeel, met een raming, een leemte en het geheel', ranking, {
		rows: [
			share('Torendam', 0.131),
			share('Beekstede', 0.082, { estimated: true }),
			row('Ouderheide', null, 'n.b.', { more: 'n.b.' }),
			share('de regio', 0.094, { whole: true })
		],
		lines: [
			{ kind: 'goal', value: 0.11, label: 'streefcijfer: 11 %' },
			{ kind: 'whole', value: 0.094, label: 'de regio 9,4 %' }
		],
		mark: 'dot',
		heads: { name: 'Gemeente', value: 'Aandeel', more: 'Te kort' },
		title: 'Leden naar aandeel',
		description: 'Torendam heeft het hoogste aandeel.'
	}),
	example('rank-apart', 'Boven en onder nul', ranking, {
		rows: [
			row('Torendam', 140, change(140)),
			row('Beekstede', 0, change(0)),
			row('Ouderheide', -140, change(-140), { estimated: true })
		],
		reach: [200],
		mark: 'bar',
		heads: { name: 'Gemeente', value: 'Verschil' },
		title: 'Woningen boven of onder het eigen deel',
		description: 'Torendam heeft 140 woningen te veel, Ouderheide 140 te weinig.'
	})
];
