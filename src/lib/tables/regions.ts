import type { Tally } from '#lib/domain/objective.ts';
import type { Status } from '#lib/domain/status.ts';
import type { ComparedRegion, Comparison } from '#lib/server/standing/compare.ts';
import type { RegionStanding } from '#lib/server/standing/standing.ts';
import { count, inPercent, NBSP, shortOrOver, UNKNOWN } from '#lib/text/format.ts';
import { thresholdCell, type Cell } from './cell.ts';
import {
	field,
	figure,
	figureCell,
	gap,
	lifted,
	onPage,
	shownFigure,
	type Column
} from './column.ts';
import { both, maybeWord, spaced, word, type Quantity } from './field.ts';
import {
	householdsDate,
	moment,
	QUANTITIES,
	stockDefinition,
	type AtMoment
} from './quantities.ts';
import { measures } from './spread.ts';

/** What a page adds to a list of regions. */
export interface RegionsPage {
	/** Address of the page of a region. */
	href: (slug: string) => string;
	/** Only share, goal and gap: for a narrow place. */
	brief?: boolean;
}

const SUM_OF_MEMBERS: Quantity = {
	name: 'sum_of_members',
	unit: 'dwellings',
	about: 'woningen van de leden samen',
	meaning: 'Social rental dwellings of the members together.'
};
const PUBLISHED: Quantity = {
	name: 'published',
	unit: 'dwellings',
	about: 'woningen zoals voor de regio als geheel gepubliceerd',
	meaning: 'Social rental dwellings as published for the region as a whole.'
};
const SHORT: Quantity = {
	name: 'short',
	unit: 'dwellings',
	about: 'woningen die leden tekortkomen voor hun objectief, samen',
	meaning: 'Dwellings that the others are short together.'
};
const GOAL: Quantity = {
	name: 'goal',
	unit: 'share',
	about: 'aandeel dat de regio vraagt, als breuk',
	meaning: 'Share of the goal, a fraction.'
};

const whole = ({ brief = false }: RegionsPage) => !brief;
const NONE: Cell = { words: '–', look: 'none' };

/** What a region asks of itself. */
export const goalCell = (goal: RegionStanding['goal'], hold = inPercent(1)): Cell => {
	if (!goal) return { words: 'geen', look: 'none' };
	return goal.basisPoints === null
		? ['houden: ', { figure: goal.value, format: hold }]
		: thresholdCell(goal.basisPoints);
};

const about = (status: Status) => (status === 'estimated' ? `≈${NBSP}` : '');

const tallyWords = ({ bound, boundStatus, reached, reachedStatus }: Tally): string =>
	bound > 0
		? `${about(reachedStatus)}${count(reached)} van ${about(boundStatus)}${count(bound)}`
		: '–';

function tallyCell({ tally }: RegionStanding): Cell {
	const { bound, boundStatus, reached, reachedStatus, now } = tally;
	const then: Cell =
		bound > 0
			? [
					{ amount: reached, format: count, estimated: reachedStatus === 'estimated' },
					' van ',
					{
						amount: bound,
						format: count,
						name: 'Gemeenten met een objectief',
						estimated: boundStatus === 'estimated'
					}
				]
			: ['–'];
	return [...then, now ? { words: tallyWords(now), look: 'now' } : null];
}

const standing: readonly Column<RegionStanding, AtMoment, RegionsPage>[] = [
	field('slug', 'slug', both('naam in adressen', 'Slug.'), (row) => row.region.slug),
	field('name', 'text', both('naam', 'Name, Dutch.'), (row) => row.region.name),
	onPage('Regio', ({ region: { slug, name } }, { href }: RegionsPage) => ({
		words: name,
		href: href(slug)
	})),
	field(
		'kind',
		word('RegionKind'),
		both('soort', 'What sort of area it is.'),
		(row) => row.region.kind
	),
	field(
		'members',
		'count',
		both('leden', 'How many members.'),
		(row) => row.members.length,
		'municipalities'
	),
	onPage(
		'Gemeenten',
		({ members }) => (members.length > 0 ? { amount: members.length, format: count } : UNKNOWN),
		{ numeric: true, when: whole }
	),
	field(
		'missing',
		'list?',
		both(
			'NIS-codes van leden zonder woningcijfer, met een spatie ertussen',
			spaced('NIS codes of members without a figure')
		),
		(row) => row.sum.stock.missing.join(' ')
	),
	figure(QUANTITIES.households, (row) => row.households),
	householdsDate(),
	shownFigure(QUANTITIES.stock, (row) => row.stock, {
		head: 'Sociale huurwoningen',
		format: count,
		when: whole
	}),
	stockDefinition(),
	figure(SUM_OF_MEMBERS, (row) => row.sum.stock),
	figure(PUBLISHED, (row) => row.published),
	shownFigure(QUANTITIES.share, (row) => row.share, {
		head: 'Per 100 huishoudens',
		format: inPercent(2)
	}),
	onPage('Streefcijfer', ({ goal }) => goalCell(goal), { numeric: true, look: 'goal' }),
	onPage('Tekort', ({ goal }) => (goal ? figureCell(goal.gap, shortOrOver) : NONE), {
		numeric: true
	}),
	figure(QUANTITIES.target, (row) => row.objective.target),
	figure(QUANTITIES.realised, (row) => row.objective.realised),
	figure(QUANTITIES.counted, (row) => row.objective.counted.realised),
	figure(QUANTITIES.realisedShare, (row) => row.objective.realisedShare),
	field(
		'bound',
		'count',
		both(
			'leden met een verplicht objectief',
			'Municipalities with an objective above 0 of which target and realised are known.'
		),
		(row) => row.tally.bound,
		'municipalities'
	),
	field(
		'reached',
		'count',
		both('leden die hun objectief halen', 'Those of them that reached it.'),
		(row) => row.tally.reached,
		'municipalities'
	),
	onPage('Gemeenten die hun objectief halen', tallyCell, { numeric: true, when: whole }),
	field(
		'bound_status',
		word('Status'),
		both(
			'hoe zeker het aantal met een objectief is',
			'How sure `bound` is; missing when nothing is known.'
		),
		(row) => row.tally.boundStatus
	),
	field(
		'reached_status',
		word('Status'),
		both(
			'hoe zeker het aantal is dat het haalt',
			'How sure `reached` is; missing when nothing is known.'
		),
		(row) => row.tally.reachedStatus
	),
	field(
		'tally_missing',
		'list?',
		both(
			'NIS-codes van leden waarvan objectief of gerealiseerd niet bekend is, met een spatie ertussen',
			spaced('NIS codes of members of which target or realised is unknown')
		),
		(row) => row.tally.missing.join(' ')
	),
	figure(SHORT, (row) => row.tally.short),
	onPage(
		'Woningen die de andere tekort komen',
		({ tally }) => (tally.short.reason === 'no_objective' ? NONE : figureCell(tally.short, count)),
		{ numeric: true, when: whole }
	),
	field(
		'goal_kind',
		maybeWord('GoalKind'),
		both(
			'soort streefcijfer: reach_share (bereiken), hold_share (behouden)',
			'What sort of goal; blank without a goal.'
		),
		(row) => row.goal?.kind ?? null
	),
	figure(GOAL, (row) => row.goal?.value),
	field(
		'goal_denominator',
		'text?',
		both(
			'reeks waardoor het streefcijfer deelt',
			'Indicator below the line of the goal; blank without a goal.'
		),
		(row) => row.goal?.denominator ?? null
	),
	gap((row) => row.goal?.gap)
];

/**
 * Regions. `stock` is the surer of the sum of the members and the total that was published for the region as a whole; the
 * two stand beside it.
 */
export const regions: readonly Column<RegionStanding, AtMoment, RegionsPage>[] = [
	...standing,
	...moment
];

const THEIL_WITHIN: Quantity = {
	name: 'theil_within',
	unit: 'ratio',
	about: '',
	meaning: 'Theil index inside the regions.'
};

/** What holds for all regions of a comparison. */
type Compared = AtMoment & Pick<Comparison, 'theil'>;

/** Regions side by side, with their spread and what each adds to the unevenness within regions (Theil). */
export const comparedRegions: readonly Column<ComparedRegion, Compared>[] = [
	...lifted(standing, (row: ComparedRegion) => row.standing),
	figure(QUANTITIES.elsewhere, (row) => row.spread.elsewhere),
	...measures<ComparedRegion>(
		['hoover', 'gini', 'cv', 'weightedCv', 'highestToLowest', 'cityToRing', 'theil'],
		(row) => row.spread.measures
	),
	field(
		'theil_adds_within',
		'number?',
		'What the region adds to the unevenness within regions; blank without a split.',
		(row) => row.within
	),
	figure<ComparedRegion, Compared>(THEIL_WITHIN, (_, { theil }) => theil.within),
	field(
		'theil_between',
		'number?',
		'Theil index between the regions; blank without a split.',
		(_, { theil }) => theil.between.value
	),
	field(
		'theil_total',
		'number?',
		'Theil index of all members; blank without a split.',
		(_, { theil }) => theil.total.value
	),
	...moment
];
