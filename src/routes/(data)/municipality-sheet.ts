import type { TrendSeries } from '#lib/charts/time-lines.ts';
import { otherCount } from '#lib/domain/definition.ts';
import { together, type Figure } from '#lib/domain/figure.ts';
import { withPipeline } from '#lib/domain/progress-test.ts';
import type { Flanders } from '#lib/server/standing/meeting.ts';
import type { MunicipalitySheet } from '#lib/server/standing/municipality-sheets.ts';
import type { RegionStanding } from '#lib/server/standing/standing.ts';
import type { TrendPoint } from '#lib/server/standing/trends.ts';
import { cellWords } from '#lib/tables/cell-words.ts';
import { mentionsLine } from '#lib/tables/mentions.ts';
import { fairPartSentence, SCENARIO } from '#lib/text/division.ts';
import { goalLine, shareSeries } from './charts.ts';
import { testRows } from './test-rows.ts';

/** The region that a municipality is set beside: its share over the years and its goal. */
export interface Beside {
	standing: RegionStanding;
	trend: readonly TrendPoint[];
}

/** The share of a municipality over the years, with its region and Flanders for context. */
export const sharesOver = (
	{ municipality, trend }: MunicipalitySheet,
	beside: Beside | null,
	flanders: Flanders | null
): TrendSeries[] => [
	shareSeries('gemeente', municipality.name, trend),
	...(beside
		? [{ ...shareSeries('regio', beside.standing.region.name, beside.trend), context: true }]
		: []),
	...(flanders
		? [{ ...shareSeries('gewest', otherwiseNamed(flanders), flanders.trend), context: true }]
		: [])
];

/** Flanders, told that its totals are not counted as the municipality is, where one of them is not. */
const otherwiseNamed = ({ name, trend }: Flanders): string =>
	trend.some(({ share }) => otherCount(share)) ? `${name} (andere telling)` : name;

/** The goal of the region as a line across its members. */
export const besideGoal = (beside: Beside | null) => goalLine(beside?.standing.goal ?? null);

/** The dwellings of an objective in rows: what was asked, done and is under way. */
export function progressRows({ standing: { objective } }: MunicipalitySheet) {
	const { target, counted, toRealise } = objective;
	const pipeline = together(counted.inExecution, counted.planned);
	const withPlanned = withPipeline({ target, ...counted });
	const rows: readonly (readonly [string, Figure])[] = [
		['objectief', target],
		['gerealiseerd', counted.realised],
		['in uitvoering', counted.inExecution],
		['gepland', counted.planned],
		['gerealiseerd, in uitvoering en gepland samen', withPlanned]
	];
	return { rows, toRealise, pipeline, withPlanned };
}

/** What its regions would ask of a municipality, each in a sentence. */
export const partSentences = ({ municipality: { name }, parts }: MunicipalitySheet): string[] =>
	parts.flatMap(({ division: { region, scenario, shortfall, towns }, row }) => {
		const range = towns[row]?.range;
		return range
			? [`${fairPartSentence(name, region.name, scenario, range, shortfall)} Een ${SCENARIO}.`]
			: [];
	});

/** Height of the plots of a sheet in px, of the room that a sheet has for them: lower where much is said above or under them. */
const PLOT = { least: 20, most: 120, room: 119 };
/** Lines of text that fit under plots of full height: of tests, and of regions. */
const ROOM = { tests: 6, regions: 10 };
const LINE = 19;
/** Letters of a name that fit on a line of half a sheet. */
const LETTERS = 28;

/** Letters that fit on a line of a whole sheet. */
const WIDE_LETTERS = 100;

/** Lines that a test takes on half a sheet. */
const TEST = 2.4;

/** Lines that an agreement of a region, and what it would ask, take on half a sheet, with the room around them. */
const AGREEMENT = 8;
const PART = 6;

/** What was published that fits on a line. */
const FACTS = 2;

/** Height in px that is left for the plots of a sheet under what is said. */
export function plotHeight(sheet: MunicipalitySheet): number {
	const { regions, tests, standing, published, mentions, agreements, parts } = sheet;
	const names = regions.map((one) => one.standing.region.name);
	const lines = names.reduce((sum, name) => sum + Math.ceil(name.length / LETTERS), 0);
	const under = Math.max(
		lines - ROOM.regions,
		testRows(tests).rows.length * TEST +
			agreements.length * AGREEMENT +
			parts.length * PART -
			ROOM.tests,
		0
	);
	const above =
		(standing.stock.now || standing.share.now ? 1 : 0) +
		sheet.unnumbered.length +
		published.length / FACTS +
		Math.ceil(cellWords(mentionsLine(mentions)).length / WIDE_LETTERS);
	return Math.min(PLOT.most, Math.max(PLOT.least, PLOT.room - (under + above) * LINE));
}
