import { marksOf } from '#lib/tables/field.ts';
import { ASSUMPTION } from '#lib/tables/spread.ts';
import type { Spread } from '../api/answers/region.ts';
import type { MemberSpread, RegionSpread } from '../standing/spread.ts';

/**
 * The spread of a region as `/api/v1/regions/{slug}` gives it; the marks are those of all its measures, for they rest on the
 * same figures. A measure that is null has its reason under `reasons`. Places are bands: `highest` with one project more,
 * `lowest` with one less.
 */
export function spreadJson(spread: RegionSpread): Spread {
	const { elsewhere, measures, members, reasons, lorenz, project } = spread;
	const places = members.flatMap(({ place }) => place ?? []);
	return {
		...marksOf(elsewhere),
		...measures,
		reasons,
		dwellingsElsewhere: elsewhere.value,
		locationQuotients: byNis(members, (one) => one.quotient.value),
		excessDwellings: byNis(members, (one) => one.excess.value),
		lorenz,
		regionalSpread: byNis(members, (one) => one.regional.value),
		regionalSpreadReasons: byNis(
			members.filter((one) => one.regional.reason),
			(one) => one.regional.reason
		),
		neighboursWithoutFigure: byNis(members, (one) => one.neighboursWithout),
		neighboursCounted: 'Flemish municipalities only',
		project: { dwellings: project, note: ASSUMPTION },
		projectShares: byNis(members, (one) => one.project.value),
		places: byNis(members, ({ place }) => place && placeJson(place)),
		placesStatus: places[0]?.status ?? null
	};
}

const placeJson = ({ place, highest, lowest, of }: NonNullable<MemberSpread['place']>) => ({
	place,
	highest,
	lowest,
	of
});

const byNis = <Value>(
	members: readonly MemberSpread[],
	value: (member: MemberSpread) => Value
): Record<string, Value> =>
	Object.fromEntries(members.map((one) => [one.municipality.nis, value(one)]));
