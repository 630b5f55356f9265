import type { Figure } from '#lib/domain/figure.ts';
import type { Database } from '#lib/server/database/database.ts';
import type { Region } from '#lib/server/queries/regions.ts';
import { comparison, type ComparedRegion, type Comparison } from '#lib/server/standing/compare.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import { regionsBesideNow } from '#lib/server/standing/now.ts';
import type { RegionStanding } from '#lib/server/standing/standing.ts';
import { regionFiguresBehind } from '#lib/server/standing/sources.ts';
import { byName } from '#lib/text/format.ts';

/** The two ways to order regions: who has most, and where most municipalities reach their objective. */
const ORDERS = ['niveau', 'inspanning'] as const;
type Order = (typeof ORDERS)[number];

/** The order in the address of a page; level when it says none. */
export const orderIn = ({ searchParams }: URL): Order =>
	ORDERS.find((one) => one === searchParams.get('orde')) ?? ORDERS[0];

/** Several regions side by side in an order, with what is known today where that became something else. */
export async function comparedBesideNow(
	database: Database,
	moment: Moment,
	regions: readonly Region[],
	order: Order
): Promise<Comparison> {
	const found = await comparison(database, moment, regions);
	const standings = await regionsBesideNow(
		database,
		moment,
		found.rows.map((row) => row.standing)
	);
	const rows = found.rows
		.map((row, index) => ({ ...row, standing: standings[index] ?? row.standing }))
		.sort(highestFirst(order === 'niveau' ? level : effort));
	return { ...found, rows };
}

/** What a comparison rests on. */
export const comparedFigures = (
	rows: readonly ComparedRegion[],
	flanders: RegionStanding
): Figure[] =>
	[flanders, ...rows.map((row) => row.standing)]
		.flatMap(regionFiguresBehind)
		.concat(rows.flatMap(({ standing }) => standing.members.map((one) => one.share)));

const level = ({ standing }: ComparedRegion) => standing.share.value;

/** Which part of the municipalities with an objective reach it. */
const effort = ({ standing: { tally } }: ComparedRegion) =>
	tally.bound > 0 ? tally.reached / tally.bound : null;

const highestFirst =
	(pick: (row: ComparedRegion) => number | null) =>
	(a: ComparedRegion, b: ComparedRegion): number =>
		(pick(b) ?? -1) - (pick(a) ?? -1) || byName(a.standing.region.name, b.standing.region.name);
