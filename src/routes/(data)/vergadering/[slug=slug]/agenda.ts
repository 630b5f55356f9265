import type { TestStanding } from '#lib/server/standing/tests.ts';
import type { Agenda } from '#lib/server/standing/agenda.ts';
import type { SeriesDue } from '#lib/server/standing/calendar.ts';
import type { MunicipalityChange } from '#lib/server/standing/changes.ts';
import type { MemberStanding } from '#lib/server/standing/standing.ts';
import type { MeetingPack } from '#lib/server/standing/meeting.ts';
import { countTests } from '#lib/server/standing/tests.ts';
import type { ChangedFigure } from '#lib/server/queries/changes.ts';
import { stakesSentence } from '#lib/text/division.ts';
import {
	correctedSentence,
	LATE_MEANS,
	lateSentence,
	NO_THRESHOLDS,
	mergedSentence,
	SINCE_NEEDED,
	unchangedSentence
} from '#lib/text/meeting.ts';
import { replaySentence, thresholdWords } from '#lib/text/progress-test.ts';
import { goalSentence, tallySentence } from '#lib/text/sentences.ts';
import { measurementWords, pipelineSentence, sinceSentence } from '#lib/text/since.ts';
import { byTown, day } from '#lib/text/format.ts';
import { towns } from '#lib/text/ranked.ts';
import { mostContested } from '../../stakes.ts';
import { tableBlock, type Block, type Part } from './flow.ts';

/** What the table of a card holds. */
export type CardTable =
	| { kind: 'none'; rows: readonly never[] }
	| { kind: 'path'; rows: readonly TestStanding[] }
	| { kind: 'objective'; rows: readonly MemberStanding[] }
	| {
			kind: 'since';
			rows: readonly MunicipalityChange[];
			/** Whether any row has such a step; else it is no column. */
			withReplaced: boolean;
			withCorrection: boolean;
	  }
	| { kind: 'corrected'; rows: readonly ChangedFigure[] }
	| { kind: 'calendar'; rows: readonly SeriesDue[] };

/** A point for the agenda, made from the figures; or a part of one that goes on on the next sheet. */
export type Card = Pick<Part<unknown>, 'first' | 'last'> & {
	/** Place on the agenda. */
	number: number;
	title: string;
	says: readonly string[];
	table: CardTable;
};

interface Point {
	title: string;
	says: readonly string[];
	table: CardTable;
	/** Lines of the heads of the table; one when not given. */
	heads?: number;
	/** Lines of a row; one when not given. */
	lines?: (row: never) => number;
}

/** Most figures that a card shows of all that were corrected: who wants them all, finds them at the address of the page. */
const MOST_CORRECTED = 12;

/** Heights on paper, in mm. */
const CARD = { around: 7, title: 6.5, line: 4.9, gap: 1, cell: 4.35, rule: 0.6, agreed: 9 };
/** Letters that fit on a line of a card. */
const LETTERS = 108;

const NOTHING: CardTable = { kind: 'none', rows: [] };

/** The agenda of a meeting: each card with its height. */
export function agendaCards(pack: MeetingPack): Block<Card>[] {
	const { agenda } = pack;
	if (!agenda) return [];
	const points = [
		...goalPoint(pack),
		pathPoint(agenda),
		objectivePoint(pack),
		...sincePoints(pack, agenda),
		calendarPoint(agenda)
	];
	return points.map((point, index) => cardBlock(point, index + 1));
}

function cardBlock(
	{ title, says, table, heads = 1, lines = () => 1 }: Point,
	number: number
): Block<Card> {
	const said = says.reduce(
		(sum, text) => sum + Math.ceil(text.length / LETTERS) * CARD.line + CARD.gap,
		0
	);
	const row = (count: number) => count * CARD.cell + CARD.rule;
	const size = {
		above: said,
		head: CARD.around + CARD.title + (table.rows.length > 0 ? row(heads) : 0),
		row: (one: CardTable['rows'][number]) => row(lines(one as never)),
		below: CARD.agreed
	};
	const block = tableBlock(table.rows, size, ({ rows, ...part }): Card => ({
		...part,
		number,
		title,
		says,
		table: { ...table, rows } as CardTable
	}));
	return { ...block, keep: true };
}

/** What the goal of the region still asks, and for whom the way to divide it matters most. */
function goalPoint({ standing, scenario }: MeetingPack): Point[] {
	const { goal } = standing;
	if (!goal) return [];
	const division = scenario?.division;
	const contested = division && mostContested(division.towns);
	const stakes = contested
		? [
				`De manier van verdelen maakt het meeste uit voor één gemeente: ${stakesSentence(contested.name, contested, division.shortfall)} Scenario, geen beslissing.`
			]
		: [];
	return [
		{
			title: 'Het streefcijfer van de regio',
			says: [goalSentence(goal), goal.note ?? '', ...stakes].filter(Boolean),
			table: NOTHING
		}
	];
}

/** Who was short of the growth path in the last round of which the thresholds are known. */
function pathPoint({ path }: Agenda): Point {
	const title = 'Wie zit onder het groeipad?';
	if (!path) return { title, says: [NO_THRESHOLDS], table: NOTHING };
	const { round, tested, behind } = path;
	const asked = round.thresholds
		? `De toets van ${round.year} keek naar ${day(round.measuredOn)} en vroeg ${thresholdWords(round.thresholds)}.`
		: '';
	return {
		title,
		says: [replaySentence(countTests(tested)), asked],
		table: { kind: 'path', rows: behind }
	};
}

/** Who has dwellings left to realise of the objective, the most first where that is no estimate. */
function objectivePoint({ standing }: MeetingPack): Point {
	const left = ({ objective }: MemberStanding) => objective.toRealise.value ?? 0;
	const rows = standing.members
		.filter((row) => left(row) > 0)
		.sort(towns(({ objective }) => objective.toRealise));
	return {
		title: 'Wie heeft nog woningen te gaan van het objectief?',
		says: [tallySentence(standing.tally)],
		table: { kind: 'objective', rows }
	};
}

function sincePoints({ region }: MeetingPack, { since }: Agenda): Point[] {
	const titles = [
		'Wat veranderde sinds de vorige vergadering?',
		'Welke cijfers werden rechtgezet?'
	] as const;
	if (!since) return [{ title: titles[0], says: [SINCE_NEEDED], table: NOTHING }];
	const { period, rows, changed } = since;
	const moved = rows.filter(hasMoved).sort(byTown);
	const has = (step: 'replaced' | 'correction') =>
		moved.some(({ stock }) => stock[step].value !== 0);
	const largest = changed.slice(0, MOST_CORRECTED);
	return [
		{
			title: titles[0],
			says: [
				sinceSentence(region.name, since.stock),
				pipelineSentence(since.pipeline),
				unchangedSentence(rows.length - moved.length, rows.length),
				mergedSentence(moved.filter(isMerged).map((one) => one.municipality.name)),
				`Toen: ${measurementWords(period.from)}. Nu: ${measurementWords(period.to)}.`
			].filter(Boolean),
			table: {
				kind: 'since',
				rows: moved,
				withReplaced: has('replaced'),
				withCorrection: has('correction')
			},
			heads: 2
		},
		{
			title: titles[1],
			says: [correctedSentence(changed.length, largest.length, period.from.known, period.to.known)],
			table: { kind: 'corrected', rows: largest },
			lines: () => 2
		}
	];
}

const hasMoved = ({ stock, pipeline }: MunicipalityChange): boolean =>
	[stock.real, stock.replaced, stock.correction, pipeline.real].some((step) => step.value !== 0);

const isMerged = ({ stock }: MunicipalityChange): boolean =>
	stock.start.composed || stock.end.composed;

function calendarPoint({ calendar }: Agenda): Point {
	const late = calendar.filter((one) => one.late.length > 0).map((one) => one.series);
	return {
		title: 'Wat komt eraan, en wat is te laat?',
		says: [lateSentence(late), ...(late.length > 0 ? [LATE_MEANS] : [])],
		table: { kind: 'calendar', rows: calendar },
		lines: (one: SeriesDue) => Math.max(1, one.late.length)
	};
}
