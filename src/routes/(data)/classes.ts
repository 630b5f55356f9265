import { CLASS_EDGES, type Measure } from '#lib/domain/measures.ts';
import { REGIONAL_SPREAD_EDGES } from '#lib/domain/spread.ts';
import { count } from '#lib/text/format.ts';

/** Words of the classes of a measure, from low to high, made from the edges themselves. */
export function classWords(measure: Measure): string[] {
	const edges = CLASS_EDGES[measure];
	return edges.map((edge, index) => {
		const next = edges[index + 1];
		return measure === 'short' ? dwellingsClass(edge, next) : percentClass(edge, next);
	});
}

const whole = (fraction: number) => `${count(fraction * 100)}`;

function percentClass(edge: number, next: number | undefined): string {
	if (next === undefined) return `${whole(edge)} % of meer`;
	if (edge === -Infinity) return `onder ${whole(next)} %`;
	return `${whole(edge)} tot ${whole(next)} %`;
}

function dwellingsClass(edge: number, next: number | undefined): string {
	if (edge === -Infinity) return 'gehaald';
	return next === undefined ? `${count(edge)} of meer` : `${count(edge)} tot ${count(next - 1)}`;
}

/** Words of the classes of the regional spread, from low to high; the middle one is about even. */
export const spreadClassWords = (): string[] =>
	REGIONAL_SPREAD_EDGES.map((edge, index) => {
		const next = REGIONAL_SPREAD_EDGES[index + 1];
		if (next === undefined) return `${count(edge)} of meer`;
		const range = edge === 0 ? `onder ${count(next)}` : `${count(edge)} tot ${count(next)}`;
		return edge < 100 && next > 100 ? `${range}: ongeveer gelijk` : range;
	});
