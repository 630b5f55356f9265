/** What a publication would change: itself in lines, then what follows from it in sentences and tables. */
import { isIndicator } from '#lib/domain/indicators.ts';
import type { Brought } from '#lib/server/desk/write/brought.ts';
import { RULE_TABLES } from '#lib/server/desk/read/rule-tables.ts';
import { FEW, type Changing, type Vanishing } from '#lib/server/desk/review/difference.ts';
import type {
	CategoryEffect,
	ObjectiveEffect,
	RegionEffect,
	Step
} from '#lib/server/desk/review/effects.ts';
import type { Lost } from '#lib/server/desk/review/lost.ts';
import type { KeptReview } from '#lib/server/desk/review/review.ts';
import type { GoalEffect, RoundEffect } from '#lib/server/desk/review/rule-effects.ts';
import { onPage, type Column } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import type { Cell } from '#lib/tables/cell.ts';
import {
	change,
	count,
	day,
	figure,
	list,
	municipalities,
	reason,
	UNKNOWN
} from '#lib/text/format.ts';
import { thresholdWords } from '#lib/text/progress-test.ts';
import { aimWords } from '#lib/text/sentences.ts';
import { COMPONENT_WORDS, indicatorName } from '#lib/text/words.ts';

/** The regimes by their codes, as readers know them. */
export type RegimeNames = Readonly<Record<string, string>>;

const number = (value: number | null, format = count, estimated = false): Cell =>
	value === null ? UNKNOWN : { amount: Math.round(value), format, estimated };
const side = (step: Step, at: 'before' | 'after'): Cell =>
	number(step[at], count, step.estimated?.[at]);
const numeric = { numeric: true };

/** What is counted, in words; an objective is told as the code of its regime with a component. */
function figureOf({ indicator }: Pick<Changing, 'indicator'>, regimes: RegimeNames): string {
	if (isIndicator(indicator)) return indicatorName(indicator);
	const [regime = '', component = ''] = indicator.split(' ');
	const part = COMPONENT_WORDS[component as keyof typeof COMPONENT_WORDS];
	return `${part} (${regimes[regime] ?? regime})`;
}

/** A figure that is known; of one that would change also whether it is an estimate. */
type Known = Vanishing & Partial<Pick<Changing, 'isEstimate'>>;

const known = (regimes: RegimeNames) => [
	onPage<Known>('Gemeente', ({ name, nis }) => `${name} (${nis})`),
	onPage<Known>('Cijfer', (one) => figureOf(one, regimes)),
	onPage<Known>('Op', (one) => (one.date ? { day: one.date } : 'geen dag')),
	onPage<Known>('Nu', ({ before, isEstimate }) => number(before, count, isEstimate), numeric)
];

const changing = (regimes: RegimeNames): readonly Column<Changing>[] => [
	...known(regimes),
	onPage('Dan', ({ after }) => number(after), numeric),
	onPage(
		'Verschil',
		({ before, after, isEstimate }) =>
			before === null || after === null ? UNKNOWN : number(after - before, change, isEstimate),
		numeric
	)
];

const regions: readonly Column<RegionEffect>[] = [
	onPage('Regio', ({ region }) => region),
	onPage('Op', ({ date: on }) => day(on)),
	onPage('Woningen nu', ({ stock }) => side(stock, 'before'), numeric),
	onPage('Woningen dan', ({ stock }) => side(stock, 'after'), numeric),
	onPage(
		'Tekort nu',
		({ short }) => (short ? side(short, 'before') : 'geen streefcijfer'),
		numeric
	),
	onPage('Tekort dan', ({ short }) => (short ? side(short, 'after') : ''), numeric)
];

const objectives: readonly Column<ObjectiveEffect>[] = [
	onPage('Regio', ({ region }) => region),
	onPage('Regeling', ({ regime }) => regime),
	onPage('Gevraagd nu', ({ objective }) => side(objective, 'before'), numeric),
	onPage('Gevraagd dan', ({ objective }) => side(objective, 'after'), numeric),
	onPage('Te gaan nu', ({ short }) => side(short, 'before'), numeric),
	onPage('Te gaan dan', ({ short }) => side(short, 'after'), numeric)
];

const categories: readonly Column<CategoryEffect>[] = [
	onPage('Gemeente', ({ municipality }) => municipality),
	onPage('Voortgangstoets', ({ round }) => String(round)),
	onPage('Categorie nu', ({ before }) => (before === null ? UNKNOWN : String(before))),
	onPage('Categorie dan', ({ after }) => (after === null ? UNKNOWN : String(after)))
];

/** The rules that a file brings, by the Dutch title of their table. */
const rulesWords = (rules: Brought['rules']): string[] =>
	rules.map(([rows, one]) => {
		const table = RULE_TABLES.find(({ counted }) => counted[0] === one);
		return `${table?.title ?? one}: ${count(rows)}`;
	});

/** `categorie 1 (17 zonder objectief)`; `geen meer` where too little is known. */
function categoryOf(category: number | null, some: readonly CategoryEffect[]): string {
	const without = some.filter(({ ground }) => ground === 'no_objective').length;
	const of = without > 0 ? ` (${count(without)} zonder objectief)` : '';
	return category === null ? 'geen meer' : `categorie ${category}${of}`;
}

/** How many municipalities get which category in a round, where they had another or none. */
const categoryWords = (effects: readonly CategoryEffect[]): string[] =>
	[...Map.groupBy(effects, ({ round }) => round)].map(([round, all]) => {
		const parts = [...Map.groupBy(all, ({ after }) => after)]
			.sort(([a], [b]) => String(a).localeCompare(String(b)))
			.map(([category, some]) => `${municipalities(some.length)} ${categoryOf(category, some)}`);
		return `In de voortgangstoets van ${round} krijgen, nagerekend: ${list(parts)}.`;
	});

/** `Kortrijk, sociale huurwoningen (jaarlijkse meting) op 31/12/2025: 3.120 → 3.210 (+90).` */
function figureLine(one: Changing, regimes: RegimeNames): string {
	const { name, date, before, after } = one;
	const status = one.isEstimate ? 'estimated' : 'normal';
	const was = before === null ? 'geen cijfer' : figure({ value: before, status }, count);
	const by = before === null || after === null ? '' : ` (${change(after - before)})`;
	const on = date === null ? '' : ` op ${day(date)}`;
	const is = after === null ? UNKNOWN : count(after);
	return `${name}, ${figureOf(one, regimes)}${on}: ${was} → ${is}${by}.`;
}

/** `Genk: geen streefcijfer → 12 % van de huishoudens.` */
function goalLine({ region, before, after }: GoalEffect): string {
	const none = after.kind === 'new_building' ? 'geen norm' : 'geen streefcijfer';
	return `${region}: ${before ? aimWords(before) : none} → ${aimWords(after)}.`;
}

/** `Voortgangstoets 2026 (cijfers van 31/12/2025): geen drempels → 85 % gerealiseerd, …` */
function roundLine({ round, measuredOn, before, after }: RoundEffect): string {
	const words = (one: RoundEffect['after']) => (one ? thresholdWords(one) : 'geen drempels');
	const on = measuredOn ? ` (cijfers van ${day(measuredOn)})` : '';
	return `Voortgangstoets ${round}${on}: ${words(before)} → ${words(after)}.`;
}

/** The figures that are told in lines: all that are new or change, or none. */
const fewFigures = ({ counts, changing, fresh = [] }: KeptReview['difference']): Changing[] =>
	counts.new + counts.changed <= FEW ? [...changing, ...fresh] : [];

/** As much of what was looked at as says what a publication itself changes. */
export interface OwnChange extends Pick<KeptReview, 'difference'> {
	effects: Pick<KeptReview['effects'], 'goals' | 'rounds'>;
}

/** What a publication itself says, old and new, a line for each where they are few. */
export const ownLines = (
	{ difference, effects: { goals = [], rounds = [] } }: OwnChange,
	regimes: RegimeNames
): string[] => [
	...goals.map(goalLine),
	...rounds.map(roundLine),
	...fewFigures(difference).map((one) => figureLine(one, regimes))
];

const LOST_WORDS: Record<Lost['quantity'], string> = {
	stock: 'het aantal sociale huurwoningen',
	target: 'het objectief',
	realised: 'wat gerealiseerd is',
	gap: 'het tekort tot het streefcijfer'
};
/** Areas named in a sentence at most. */
const NAMED = 5;

/** What becomes unknown, and why: a sentence for each quantity and reason. */
function lostWords({ lost = [], objectives }: KeptReview['effects']): string[] {
	const kinds = Map.groupBy(lost, (one) => `${one.quantity} ${one.reason}`);
	const sentences = [...kinds.values()].flatMap(([first, ...others]) => {
		if (!first) return [];
		const why = first.reason === null ? '' : `: ${reason(first.reason)}`;
		const names = [first, ...others].map(({ area }) => area);
		const some = names.slice(0, NAMED);
		const more = names.length - NAMED;
		const of = list(more > 0 ? [...some, `${count(more)} andere`] : some);
		return [`Niet meer bekend wordt ${LOST_WORDS[first.quantity]} in ${of}${why}.`];
	});
	const isLess = ({ objective: { before, after } }: ObjectiveEffect) =>
		(after ?? 0) < (before ?? 0);
	return sentences.length > 0 && objectives.some(isLess)
		? [...sentences, 'Wat in de regio’s samen gevraagd wordt, telt die gemeenten niet meer mee.']
		: sentences;
}

/** How many figures are new, change or stay, in a sentence; null for a file of rules alone, or where each is told. */
function figureWords(
	{ difference }: Pick<KeptReview, 'difference'>,
	retired: number
): string | null {
	const { counts, vanished } = difference;
	const isTold =
		fewFigures(difference).length > 0 && counts.unchanged + counts.overtaken + vanished === 0;
	if (isTold || Object.values(counts).every((many) => many === 0)) return null;
	const instead = retired > 0 ? ` (${count(retired)} in plaats van oefencijfers)` : '';
	const parts = [
		[counts.new, `nieuw${instead}`],
		[counts.changed, 'anders dan wat bekend is'],
		[counts.unchanged, 'hetzelfde'],
		[counts.overtaken, 'ouder dan wat bekend is'],
		[vanished, 'bekend en niet in dit bestand: die blijven']
	] as const;
	const told = parts.flatMap(([many, words]) => (many > 0 ? `${count(many)} ${words}` : []));
	return `Cijfers en objectieven: ${told.join(', ')}.`;
}

/** What a publication itself changes, in one line of the log. */
export const ownChange = (change: OwnChange, regimes: RegimeNames): string =>
	[...ownLines(change, regimes), figureWords(change, change.difference.retired) ?? '']
		.join(' ')
		.trim();

/** What follows from a publication, in sentences. @param isShown whether its rules stand beside it already */
export function changeWords(
	reviewed: KeptReview,
	{ rules, retired }: Pick<Brought, 'rules' | 'retired'>,
	isShown: boolean
): string[] {
	const { effects } = reviewed;
	const figures = figureWords(reviewed, retired);
	const categories = categoryWords(effects.categories);
	const isTold = isShown || ownLines(reviewed, {}).length > 0;
	const changesNothing =
		!figures && fewFigures(reviewed.difference).length === 0 && effectTables(effects).length === 0;
	return [
		...(rules.length > 0 && !isTold ? [`Regels: ${rulesWords(rules).join('; ')}.`] : []),
		...(figures ? [figures] : []),
		...(changesNothing ? ['Aan de cijfers en tekorten van nu verandert niets.'] : []),
		...categories,
		...lostWords(effects)
	];
}

const about = (id: string, title: string) => ({ id: `wijziging-${id}`, title });
const filled = (tables: readonly Table[]): Table[] =>
	tables.filter(({ groups }) => groups.length > 0);

/** The figures that change and are too many for lines, and those that are not in it. */
export const figureTables = ({ difference }: KeptReview, regimes: RegimeNames): Table[] =>
	filled([
		tableOf(
			changing(regimes),
			fewFigures(difference).length > 0 ? [] : difference.changing,
			{},
			about('cijfers', 'Cijfers die anders worden, de grootste eerst')
		),
		tableOf(
			known(regimes),
			difference.vanishing,
			{},
			about('blijft', 'Bekend voor deze dagen en niet in het bestand')
		)
	]);

/** What follows from it for regions and tests. */
export const effectTables = (
	effects: Pick<KeptReview['effects'], 'regions' | 'objectives' | 'categories'>
): Table[] =>
	filled([
		tableOf(regions, effects.regions, {}, about('regios', 'Regio’s die veranderen')),
		tableOf(
			objectives,
			effects.objectives,
			{},
			about('objectieven', 'Objectieven van regio’s die veranderen')
		),
		tableOf(
			categories,
			effects.categories,
			{},
			about('toetsen', 'Nagerekende categorieën die veranderen')
		)
	]);
