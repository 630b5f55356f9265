import { redirect } from '@sveltejs/kit';
import type { RegionKind } from '#lib/domain/region.ts';
import type { Reference } from '#lib/server/reference.ts';
import { comparison, type ComparedRegion } from '#lib/server/standing/compare.ts';
import { regionsBesideNow } from '#lib/server/standing/now.ts';
import { flandersStanding } from '#lib/server/standing/regions.ts';
import { regionFiguresBehind, sourcesOf } from '#lib/server/standing/sources.ts';
import { byName } from '#lib/text/format.ts';
import { REGION_KINDS } from '#lib/text/words.ts';
import { changesTo, linksFrom } from '../../links.ts';
import { comparisonIn, question } from '../../question.ts';
import { stripRows } from './strips.ts';

/** The two ways to order regions: who has most, and where most municipalities reach their objective. */
const ORDERS = ['niveau', 'inspanning'] as const;

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const several = url.searchParams.getAll('regios');
	if (several.length > 1)
		redirect(307, changesTo(url)({ regios: [...new Set(several)].join(), soort: null }));
	const asked = comparisonIn(url, facts);
	const [found, flanders] = await Promise.all([
		comparison(database, moment, asked.regions),
		flandersStanding(database, moment)
	]);
	const standings = await regionsBesideNow(
		database,
		moment,
		found.rows.map((row) => row.standing)
	);
	const order = ORDERS.find((one) => one === url.searchParams.get('orde')) ?? ORDERS[0];
	const rows = found.rows
		.map((row, index) => ({ ...row, standing: standings[index] ?? row.standing }))
		.sort(highestFirst(order === 'niveau' ? level : effort));
	const names = (codes: readonly string[]) =>
		codes.map((nis) => facts.places.byCode.get(nis)?.name ?? nis).sort(byName);

	return {
		kind: asked.kind,
		own: asked.regions.find((one) => one.own) ?? null,
		order,
		rows,
		strips: stripRows(rows, flanders, linksFrom(url)),
		theil: found.theil,
		overlapping: names(found.overlapping),
		missing: names(found.theil.total.missing),
		differInSize: found.differInSize,
		flanders,
		choice: kindsToCompare(facts),
		sources: sourcesOf(
			facts,
			[flanders, ...rows.map((row) => row.standing)]
				.flatMap(regionFiguresBehind)
				.concat(rows.flatMap(({ standing }) => standing.members.map((one) => one.share)))
		)
	};
}

/** The kinds that have several regions, in the order in which a reader looks for them, with their regions by name. */
function kindsToCompare({ regions }: Reference) {
	const byKind = Map.groupBy(regions.values(), (region) => region.kind);
	return (Object.keys(REGION_KINDS) as RegionKind[]).flatMap((kind) => {
		const own = byKind.get(kind) ?? [];
		return own.length > 1
			? [
					{
						kind,
						term: REGION_KINDS[kind],
						regions: own.toSorted((a, b) => byName(a.name, b.name))
					}
				]
			: [];
	});
}

const level = ({ standing }: ComparedRegion) => standing.share.value;

/** Which part of the municipalities with an objective reach it. */
const effort = ({ standing: { tally } }: ComparedRegion) =>
	tally.bound > 0 ? tally.reached / tally.bound : null;

const highestFirst =
	(pick: (row: ComparedRegion) => number | null) =>
	(a: ComparedRegion, b: ComparedRegion): number =>
		(pick(b) ?? -1) - (pick(a) ?? -1) || byName(a.standing.region.name, b.standing.region.name);
