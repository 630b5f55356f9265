import { withoutParts, type Figure } from '#lib/domain/figure.ts';
import { TYPICAL_PROJECT } from '#lib/domain/lumpiness.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { formsOn } from '#lib/domain/region.ts';
import { byTown } from '#lib/text/format.ts';
import type { Database } from '../database/database.ts';
import type { Region } from '../queries/regions.ts';
import { withdrawalsTouching, type Withdrawal } from '../queries/withdrawals.ts';
import { flandersOf, reference, type Reference } from '../reference/reference.ts';
import { agendaOf, type Agenda } from './agenda.ts';
import { unnumberedPeriods } from './build-up.ts';
import { agreementOf, type AgreementStanding } from './agreement.ts';
import { figuresBehindChange } from './changes.ts';
import { divisionFigures, divisionStanding, type DivisionStanding } from './division.ts';
import type { PackAsked } from './meeting-asked.ts';
import type { Moment } from './moment.ts';
import { sheetFigures, sheetsOf, type MunicipalitySheet } from './municipality-sheets.ts';
import { regionBesideNow } from './now.ts';
import { perMoment } from './per-moment.ts';
import { flandersStanding, regionStanding } from './regions.ts';
import type { RegionStanding } from './standing.ts';
import { roadFigures, roadStanding, type RoadStanding } from './road.ts';
import { figuresBehind, regionFiguresBehind, sourcesOf, type Source } from './sources.ts';
import { regionSpread, type RegionSpread } from './spread.ts';
import { regionTrend, type TrendPoint } from './trends.ts';

/** The most sheets of municipalities that one pack holds; of a larger region, which ones must be chosen. */
export const MOST_SHEETS = 40;

/** A share at a year-end. */
type SharePoint = Pick<TrendPoint, 'date' | 'stock' | 'share'>;

/** Flanders as a whole, to compare with. */
export interface Flanders {
	name: string;
	share: Figure;
	/** Over the years, on the ground of the moment. */
	trend: readonly SharePoint[];
}

/** What a region could do: a scenario, never a decision. */
export interface MeetingScenario {
	road: RoadStanding;
	/** Null when there is no day with households to divide by. */
	division: DivisionStanding | null;
}

/** Everything that a meeting needs of a region; what a part that was not asked needs is null or empty. */
export interface MeetingPack {
	region: Region;
	moment: Moment;
	asked: PackAsked;
	/** Members by name; today's figures beside those that became something else. */
	standing: RegionStanding;
	spread: RegionSpread;
	/** Share of the region over the years, on the ground of the moment. */
	trend: readonly TrendPoint[];
	/** Null for Flanders itself. */
	flanders: Flanders | null;
	agenda: Agenda | null;
	/** By name. */
	sheets: readonly MunicipalitySheet[];
	/** Whether more sheets were asked than a pack holds, so that it holds none. */
	tooMany: boolean;
	/** The most sheets of municipalities that a pack holds. */
	mostSheets: number;
	/** Municipalities that were asked and are no members at the moment. */
	strangers: readonly Municipality[];
	/** Null when nobody names a share to reach. */
	scenario: MeetingScenario | null;
	/** What the region agreed on for itself; null when it did not. */
	agreement: AgreementStanding | null;
	/** The years of announced regimes of which no member has a number yet. */
	unnumbered: readonly string[];
	/** Publications with figures of the members that were taken back. */
	withdrawals: readonly Withdrawal[];
	/** The publications that the numbers rest on, the most used first. */
	sources: readonly Source[];
}

/**
 * Everything of the meeting pack of a region at a moment, from a number of queries that does not grow with its members.
 * @throws MalformedParameterError for a scenario that ends before the reference date
 */
export async function meetingPack(
	database: Database,
	moment: Moment,
	region: Region,
	asked: PackAsked
): Promise<MeetingPack> {
	const facts = await reference(database, moment.known);
	const standing = await membersByName(database, moment, region);
	const towns = standing.members.map((one) => one.municipality);
	const { chosen, strangers } = chosenMembers(facts, moment, towns, asked);
	const tooMany = chosen.size > MOST_SHEETS;
	const wants = (part: PackAsked['parts'][number]) => asked.parts.includes(part);
	const rows = standing.members.filter((one) => chosen.has(one.municipality.nis));
	const [spread, trend, flanders, agenda, sheets, scenario, withdrawals, agreement] =
		await Promise.all([
			regionSpread(database, moment, standing, TYPICAL_PROJECT),
			regionTrend(database, moment, region, 'constant'),
			flandersFor(database, moment, region),
			wants('agenda') ? agendaOf(database, moment, region, towns, asked.since) : null,
			wants('sheets') && !tooMany ? sheetsOf(database, moment, rows) : [],
			wants('scenario') ? scenarioFor(database, moment, region, asked) : null,
			withdrawalsTouching(database.read, codesOf(facts, towns), moment.known),
			wants('region') ? agreementOf(database, facts, moment, region) : null
		]);
	agreement?.rows.sort(byTown);
	spread.members.sort(byTown);
	const pack = { standing, trend, flanders, agenda, sheets, scenario };
	return {
		region,
		moment,
		asked,
		...pack,
		spread,
		tooMany,
		mostSheets: MOST_SHEETS,
		strangers,
		unnumbered: unnumberedPeriods(facts, moment, standing.beside),
		withdrawals,
		agreement,
		sources: sourcesOf(facts, packFigures(pack))
	};
}

async function membersByName(
	database: Database,
	moment: Moment,
	region: Region
): Promise<RegionStanding> {
	const found = await regionStanding(database, moment, region);
	const standing = await regionBesideNow(database, moment, found);
	const members = standing.members.toSorted(byTown);
	return { ...standing, members };
}

/** The members that get a sheet: those asked, each in the form that it has at the moment, else all. */
function chosenMembers(
	{ places }: Reference,
	{ structureOn }: Moment,
	members: readonly Municipality[],
	{ members: asked }: PackAsked
): { chosen: ReadonlySet<string>; strangers: Municipality[] } {
	const own = new Set(members.map((one) => one.nis));
	if (!asked) return { chosen: own, strangers: [] };
	const forms = asked.map((nis) => ({ nis, now: formsOn(places, nis, structureOn) }));
	const isMember = ({ now }: { now: readonly string[] }) => now.some((code) => own.has(code));
	return {
		chosen: new Set(forms.flatMap(({ now }) => now.filter((code) => own.has(code)))),
		strangers: forms
			.filter((one) => !isMember(one))
			.flatMap(({ nis }) => places.byCode.get(nis) ?? [])
	};
}

const codesOf = ({ places }: Reference, towns: readonly Municipality[]) =>
	towns.flatMap((one) => places.withPredecessors(one.nis));

/** Flanders to compare a region or municipality with; null for Flanders itself. */
export async function flandersFor(
	database: Database,
	moment: Moment,
	region: Region | null
): Promise<Flanders | null> {
	if (region?.kind === 'gewest') return null;
	const [standing, trend] = await Promise.all([
		flandersStanding(database, moment),
		flandersTrend(database, moment)
	]);
	return { name: standing.region.name, share: standing.share, trend };
}

/** The share of Flanders over the years; how each was made is not held on to, for it names every municipality. */
const flandersTrend = perMoment(async (database, moment): Promise<SharePoint[]> => {
	const flanders = flandersOf(await reference(database, moment.known));
	const points = await regionTrend(database, moment, flanders, 'constant');
	return points.map(({ date, stock, share }) => ({
		date,
		stock: withoutParts(stock),
		share: withoutParts(share)
	}));
});

/** The road and the division that were asked, else those to the region's own goal; null without any goal. */
async function scenarioFor(
	database: Database,
	moment: Moment,
	region: Region,
	asked: PackAsked
): Promise<MeetingScenario | null> {
	const [road, division] = await Promise.all([
		roadStanding(database, moment, region, asked.road, 'page'),
		divisionStanding(database, moment, region, asked.division, 'page')
	]);
	if (road.scenario.goal === null) return null;
	division?.towns.sort(byTown);
	for (const key of division?.keys ?? []) key.parts.sort(byTown);
	return { road, division };
}

/** What the numbers of a pack rest on. */
const packFigures = ({
	standing,
	trend,
	flanders,
	agenda,
	sheets,
	scenario
}: Pick<
	MeetingPack,
	'standing' | 'trend' | 'flanders' | 'agenda' | 'sheets' | 'scenario'
>): Figure[] => [
	...regionFiguresBehind(standing),
	...standing.members.flatMap(figuresBehind),
	...trend.map((point) => point.share),
	...(flanders ? [flanders.share] : []),
	...(agenda?.since?.rows ?? []).flatMap(figuresBehindChange),
	...sheets.flatMap(sheetFigures),
	...(scenario ? roadFigures(scenario.road) : []),
	...(scenario?.division ? divisionFigures(scenario.division) : [])
];
