import { neighbors } from 'topojson-client';
import type {
	GeometryCollection,
	MultiPolygon as MultiPolygonArcs,
	Objects,
	Topology
} from 'topojson-specification';
import { alongEachOther, type BorderLine } from './near-borders.ts';

/** A topology of areas, each corner with its weight. */
export type AreaTopology = Topology<Objects & { areas: GeometryCollection }>;

/**
 * Pairs of areas with a common border, as their places in the list, the lower first, in order: those that share its corners,
 * and those whose borders run along each other without sharing any.
 */
export function neighboursOf(
	topology: AreaTopology,
	areas: readonly MultiPolygonArcs[]
): [number, number][] {
	const sharing = neighbors([...areas]).flatMap((others, at) =>
		others.filter((other) => other > at).map((other): [number, number] => [at, other])
	);
	const near = alongEachOther(linesOfOne(topology, areas));
	const pairs = new Map([...sharing, ...near].map((pair) => [String(pair), pair]));
	return [...pairs.values()].sort(([a, b], [c, d]) => a - c || b - d);
}

/** The lines that bound one area only. */
function linesOfOne(topology: AreaTopology, areas: readonly MultiPolygonArcs[]): BorderLine[] {
	const users = new Map<number, number[]>();
	areas.forEach((area, index) => {
		for (const arc of area.arcs.flat(2)) {
			const line = arc < 0 ? ~arc : arc;
			users.set(line, [...(users.get(line) ?? []), index]);
		}
	});
	return [...users].flatMap(([line, [area, another]]) => {
		const corners = topology.arcs[line] as BorderLine['corners'] | undefined;
		return area === undefined || another !== undefined || !corners ? [] : [{ corners, area }];
	});
}
