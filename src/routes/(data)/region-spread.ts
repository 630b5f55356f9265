import type { DivergingRow } from '#lib/charts/diverging.ts';
import type { LorenzStep } from '#lib/charts/lorenz.ts';
import type { ComparedLine, Dot } from '#lib/charts/one-line.ts';
import type { TrendSeries } from '#lib/charts/time-lines.ts';
import { otherCount } from '#lib/domain/definition.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { RegionStanding } from '#lib/server/standing/standing.ts';
import type { RegionSpread } from '#lib/server/standing/spread.ts';
import type { SpreadPoint } from '#lib/server/standing/spread-trend.ts';
import { change, count, day, decimal, figure, isEstimate, percent } from '#lib/text/format.ts';
import { countMark } from '#lib/text/sentences.ts';
import type { Placed } from '#lib/text/minutes-range.ts';
import type { Link } from '../links.ts';
import { goalLine } from './charts.ts';

/** One figure of each member with its name. */
export const placed = <Key extends string>(
	members: readonly ({ municipality: { name: string } } & Record<Key, Figure>)[],
	key: Key
): Placed[] => members.map((one) => ({ name: one.municipality.name, figure: one[key] }));

const oneDecimal = (value: number) => percent(value, 1);

/** The shares of the members that have one, as dots; the member with most households is named first. */
export function memberDots({ members }: RegionStanding, link: Link): Dot[] {
	const most = Math.max(...members.map((row) => row.households.value ?? 0));
	return members.flatMap(({ municipality: { nis, name }, share, households }) =>
		share.value === null
			? []
			: [
					{
						id: nis,
						name,
						href: link(`/gemeenten/${nis}`),
						value: share.value,
						label: `${name}: ${figure(share, (value) => percent(value))} van de huishoudens`,
						estimated: isEstimate(share),
						priority: households.value === most ? 1 : 0
					}
				]
	);
}

/** What the shares of the members are compared with: the region, Flanders and the goal, as far as they are known. */
export function comparedWith(
	{ share, goal }: RegionStanding,
	flanders: { name: string; share: Figure } | null
): ComparedLine[] {
	const line = (kind: ComparedLine['kind'], name: string, one: Figure): ComparedLine[] =>
		one.value === null
			? []
			: [
					{
						kind,
						value: one.value,
						label: `${name} ${figure(one, oneDecimal)}${countMark(otherCount(one))}`
					}
				];
	const target = goalLine(goal);
	return [
		...line('whole', 'de regio', share),
		...(flanders ? line('wider', flanders.name, flanders.share) : []),
		...(target ? [{ ...target, kind: 'goal' as const }] : [])
	];
}

/** The Lorenz curve with a name and a sentence for each member; empty when the spread is unknown. */
export const lorenzSteps = (
	{ lorenz, elsewhere }: RegionSpread,
	nameOf: (nis: string) => string
): LorenzStep[] =>
	(lorenz ?? []).flatMap(({ nis, x, y }) => {
		if (nis === null) return [];
		const [households, dwellings] = [x, y].map((value) =>
			figure({ ...elsewhere, value }, oneDecimal)
		);
		const label = `tot en met ${nameOf(nis)}: ${households} van de huishoudens, ${dwellings} van de woningen`;
		return [{ id: nis, name: nameOf(nis), x, y, label }];
	});

/** The dwellings of each member above or below its part; empty when the spread is unknown. */
export const excessRows = ({ members }: RegionSpread, link: Link): DivergingRow[] =>
	members.flatMap(({ municipality: { nis, name }, excess }) =>
		excess.value === null
			? []
			: [
					{
						id: nis,
						name,
						href: link(`/gemeenten/${nis}`),
						value: excess.value,
						text: figure(excess, change),
						estimated: isEstimate(excess)
					}
				]
	);

/** One measure of spread over the years as a series of the trend chart. */
const measureSeries = (
	key: 'elsewhere' | 'gini',
	name: string,
	points: readonly SpreadPoint[],
	format: (value: number) => string
): TrendSeries => ({
	key,
	name,
	points: points.map((point) => ({
		date: point.date,
		value: point[key].value,
		status: point[key].status,
		text: figure(point[key], format),
		label: `${day(point.date)}: ${figure(point[key], format)}`
	}))
});

/** The dwellings that would have to stand elsewhere over the years. */
export const elsewhereSeries = (points: readonly SpreadPoint[]): TrendSeries =>
	measureSeries('elsewhere', 'woningen elders', points, count);

/** The Gini coefficient over the years. */
export const giniSeries = (points: readonly SpreadPoint[]): TrendSeries =>
	measureSeries('gini', 'Gini', points, (value) => decimal(value, 3));
