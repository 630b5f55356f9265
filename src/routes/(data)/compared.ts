import type { Figure } from '#lib/domain/figure.ts';
import { ORDER } from '#lib/server/asked/page-questions.ts';
import type { Database } from '#lib/server/database/database.ts';
import type { Region } from '#lib/server/queries/regions.ts';
import { comparison, type ComparedRegion, type Comparison } from '#lib/server/standing/compare.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import { regionsBesideNow } from '#lib/server/standing/now.ts';
import type { RegionStanding } from '#lib/server/standing/standing.ts';
import { regionFiguresBehind } from '#lib/server/standing/sources.ts';
import { rankedBy } from '#lib/domain/status.ts';
import { highestFirst } from '#lib/text/ranked.ts';
import { askedIn } from '../question.ts';

/** The two ways to order regions: who has most, and where most municipalities reach their objective. */
const ORDERS = ['niveau', 'inspanning'] as const;
type Order = (typeof ORDERS)[number];

/** The order in the address of a page; level when it says none. */
export const orderIn = (url: URL): Order =>
	ORDERS.find((one) => one === askedIn(ORDER, url).sort) ?? ORDERS[0];

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
		.sort(highestFirst(order === 'niveau' ? level : effort, nameOf));
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

/** Whether there is anything to order by: regions of which all is estimated stand by name in either order. */
export const isOrdered = (rows: readonly ComparedRegion[]): boolean =>
	rows.some((row) => level(row) !== null || effort(row) !== null);

const level = ({ standing }: ComparedRegion) => rankedBy(standing.share);

/** Which part of the municipalities with an objective reach it; null where that rests on estimates. */
const effort = ({ standing: { tally } }: ComparedRegion) =>
	tally.bound > 0 && ![tally.boundStatus, tally.reachedStatus].includes('estimated')
		? tally.reached / tally.bound
		: null;

const nameOf = ({ standing }: ComparedRegion) => standing.region.name;
