import type { Spread } from '../api/answers/region.ts';
import type { Moment } from '../standing/moment.ts';
import type { RegionStanding } from '../standing/regions.ts';
import type { MemberSpread, RegionSpread } from '../standing/spread.ts';
import { marksOf } from './api.ts';
import { figureColumns, table, type Column } from './tables.ts';

/** What every export says of the size of a project. */
const ASSUMPTION = 'our assumption, no official figure';

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

/** The same, one row for each member; what holds for the region stands in every row. */
export function spreadTable(
	{ region, members }: RegionStanding,
	spread: RegionSpread,
	moment: Moment
) {
	const rows = spread.members.flatMap((own) => {
		const { nis } = own.municipality;
		const standing = members.find((one) => one.municipality.nis === nis);
		const end = spread.lorenz?.find((point) => point.nis === nis) ?? null;
		return standing ? [{ ...own, standing, end }] : [];
	});
	type Row = (typeof rows)[number];
	const whole: Column<Row>[] = [
		['region', () => region.slug],
		...figureColumns<Row>('dwellings_elsewhere', () => spread.elsewhere),
		...Object.entries(spread.measures).map(([name, value]): Column<Row> => [
			name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
			() => value
		]),
		['project', () => spread.project],
		['project_note', () => ASSUMPTION],
		['on', () => moment.on],
		['known', () => moment.known]
	];
	return table<Row>(
		[
			['nis', (row) => row.municipality.nis],
			['name', (row) => row.municipality.name],
			...figureColumns<Row>('households', (row) => row.standing.households),
			...figureColumns<Row>('stock', (row) => row.standing.stock),
			...figureColumns<Row>('share', (row) => row.standing.share),
			...figureColumns<Row>('location_quotient', (row) => row.quotient),
			...figureColumns<Row>('excess_dwellings', (row) => row.excess),
			...figureColumns<Row>('regional_spread', (row) => row.regional),
			['neighbours_without_figure', (row) => row.neighboursWithout.join(' ')],
			['lorenz_households', (row) => row.end?.x ?? null],
			['lorenz_dwellings', (row) => row.end?.y ?? null],
			['project_share', (row) => row.project.value],
			['place', (row) => row.place?.place ?? null],
			['place_highest', (row) => row.place?.highest ?? null],
			['place_lowest', (row) => row.place?.lowest ?? null],
			['places', (row) => row.place?.of ?? null],
			['places_status', (row) => row.place?.status ?? null],
			...whole
		],
		rows
	);
}
