import type { Day } from '#lib/domain/dates.ts';
import { fromObservation, type Figure } from '#lib/domain/figure.ts';
import { sumProgress, tallyOf } from '#lib/domain/objective.ts';
import {
	headlineOf,
	listedOn,
	membersOn,
	type Members,
	sumArea,
	TOTAL_DEFINITIONS
} from '#lib/domain/region.ts';
import type { Database } from '../database/database.ts';
import type { Region } from '../queries/regions.ts';
import { flandersOf, reference, type Reference } from '../reference/reference.ts';
import { addressedProgress, addressedRegion, regionAddressing } from './addressed.ts';
import { fittingMembers, readTotals, type Totals } from './fitting.ts';
import { goalsOf, membersWithGap, regionGoal } from './goals.ts';
import type { Moment } from './moment.ts';
import {
	allStandings,
	hasFigures,
	mainScheme,
	standingsOf,
	type Standings
} from './municipalities.ts';
import type { MunicipalityStanding } from './standing.ts';
import { perMoment } from './per-moment.ts';
import type { RegionStanding } from './standing.ts';

/** Members of a region in the structure of a day. */
export const membersOf = (
	facts: Pick<Reference, 'places' | 'memberships'>,
	region: Region,
	structureOn: Day
): Members =>
	region.own
		? { municipalities: listedOn(facts.places, region.own.codes, structureOn), attestedFrom: null }
		: membersOn(
				facts.places,
				facts.memberships.get(region.slug) ?? [],
				region.attestedFrom,
				structureOn
			);

/** Where one region stands, of the database or put together by a visitor; reads its members only. */
export async function regionStanding(
	database: Database,
	moment: Moment,
	region: Region
): Promise<RegionStanding> {
	const facts = await reference(database, moment.known);
	const { municipalities } = membersOf(facts, region, moment.structureOn);
	const standings = await standingsOf(database, moment, municipalities);
	return (await assessor(database, facts, moment, standings))(region);
}

/** Where regions stand, from one reading of all municipalities; each is worked out when it is first asked for. */
const standingIn = perMoment(async (database, moment) => {
	const facts = await reference(database, moment.known);
	const assess = await assessor(database, facts, moment, await allStandings(database, moment));
	const held = new Map<Region, Promise<RegionStanding>>();
	return (region: Region): Promise<RegionStanding> => {
		const found = held.get(region);
		if (found) return found;
		const standing = assess(region);
		standing.catch(() => held.delete(region));
		held.set(region, standing);
		return standing;
	};
});

/** Where the regions stand for which `include` says so. */
export async function regionStandings(
	database: Database,
	moment: Moment,
	include: (region: Region) => boolean
): Promise<RegionStanding[]> {
	const { regions } = await reference(database, moment.known);
	const wanted = [...regions.values()].filter(include);
	return Promise.all(wanted.map(await standingIn(database, moment)));
}

/** Where Flanders as a whole stands: the region of kind `gewest`. */
export async function flandersStanding(
	database: Database,
	moment: Moment
): Promise<RegionStanding> {
	const flanders = flandersOf(await reference(database, moment.known));
	return (await standingIn(database, moment))(flanders);
}

/** Works out where a region stands from the standings of its members. */
async function assessor(
	database: Database,
	facts: Reference,
	moment: Moment,
	standings: Standings
): Promise<(region: Region) => Promise<RegionStanding>> {
	const totals = await readTotals(database, moment, mainScheme(facts, moment.on));
	const published = publishedStocks(totals);
	const byCode = new Map(standings.rows.map((row) => [row.municipality.nis, row]));
	return (region) =>
		assess(database, facts, region, moment, byCode, {
			totals,
			published: published.get(region.slug) ?? null
		});
}

/** The stocks that were published for regions as a whole at the reference date, by the first definition that is known. */
function publishedStocks({ figures }: Totals): Map<string, Figure> {
	const bySurest = figures
		.filter(({ indicator }) => TOTAL_DEFINITIONS.includes(indicator))
		.sort(
			(a, b) => TOTAL_DEFINITIONS.indexOf(b.indicator) - TOTAL_DEFINITIONS.indexOf(a.indicator)
		);
	return new Map(
		bySurest.map((row) => [
			row.region,
			fromObservation({ ...row, nis: row.region, structureOn: null })
		])
	);
}

/** The members' progress in every other regime, summed. */
function besideOf(rows: readonly MunicipalityStanding[], on: Day) {
	const schemes = rows[0]?.beside.map(({ scheme }) => scheme) ?? [];
	return schemes.flatMap((scheme) => {
		const parts = rows.flatMap(({ municipality: { nis }, beside }) =>
			beside
				.filter((one) => one.scheme.code === scheme.code)
				.map(({ progress }) => ({ nis, progress }))
		);
		const progress = sumProgress(parts, on);
		return hasFigures(progress) ? [{ scheme, progress, tally: tallyOf(parts, on) }] : [];
	});
}

function addressedBeside(
	region: Region,
	moment: Moment,
	{ scheme, progress, tally }: RegionStanding['beside'][number]
) {
	const at = regionAddressing(
		region,
		{ ...moment, on: progress.realised.date },
		{ regime: scheme.code }
	);
	return {
		scheme,
		progress: addressedProgress(at, progress),
		tally: { ...tally, short: at('short', tally.short) }
	};
}

async function assess(
	database: Database,
	facts: Reference,
	region: Region,
	moment: Moment,
	byCode: ReadonlyMap<string, MunicipalityStanding>,
	{ totals, published }: { totals: Totals; published: Figure | null }
): Promise<RegionStanding> {
	const { municipalities, attestedFrom } = membersOf(facts, region, moment.structureOn);
	const all = municipalities.flatMap((one) => byCode.get(one.nis) ?? []);
	const rows = fittingMembers(all, region.slug, totals);
	const sum = sumArea(
		rows.map(({ municipality, stock, households }) => ({
			nis: municipality.nis,
			stock,
			households
		})),
		moment.on
	);
	const { goal: adopted, norm, coming } = goalsOf(facts, region, moment);
	const members = membersWithGap(rows, adopted);
	const headline = headlineOf(sum, published);
	const progresses = rows.map((row) => ({ nis: row.municipality.nis, progress: row.objective }));
	const beside = besideOf(rows, moment.on);
	return addressedRegion(moment, {
		region,
		members,
		attestedFrom,
		...headline,
		headline,
		sum,
		published,
		scheme: mainScheme(facts, moment.on),
		objective: sumProgress(progresses, moment.on),
		tally: tallyOf(progresses, moment.on),
		beside: beside.map((one) => addressedBeside(region, moment, one)),
		goal: adopted && (await regionGoal(database, facts, moment, adopted, members, sum)),
		norm,
		coming
	});
}
