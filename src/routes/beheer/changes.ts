/** What a publication would change, as tables. */
import { isIndicator } from '#lib/domain/indicators.ts';
import type { Brought } from '#lib/server/desk/write/brought.ts';
import { RULE_TABLES } from '#lib/server/desk/read/rule-tables.ts';
import type { Changing, Vanishing } from '#lib/server/desk/review/difference.ts';
import type {
	CategoryEffect,
	ObjectiveEffect,
	RegionEffect
} from '#lib/server/desk/review/effects.ts';
import type { Reviewed } from '#lib/server/desk/review/review.ts';
import { onPage, type Column } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import type { Cell } from '#lib/tables/cell.ts';
import { change, count, day, list, municipalities, UNKNOWN } from '#lib/text/format.ts';
import { indicatorName } from '#lib/text/words.ts';

const number = (value: number | null, format = count): Cell =>
	value === null ? UNKNOWN : { amount: Math.round(value), format };
const numeric = { numeric: true };

const figureOf = ({ indicator }: Pick<Changing, 'indicator'>): string =>
	isIndicator(indicator) ? indicatorName(indicator) : indicator;

const town = onPage<Vanishing>('Gemeente', ({ name, nis }) => `${name} (${nis})`);
const subject = onPage<Vanishing>('Cijfer', figureOf);
const date = onPage<Vanishing>('Op', (one) => (one.date ? { day: one.date } : 'geen dag'));
const now = onPage<Vanishing>('Nu', ({ before }) => number(before), numeric);

const changing: readonly Column<Changing>[] = [
	town,
	subject,
	date,
	now,
	onPage('Dan', ({ after }) => number(after), numeric),
	onPage(
		'Verschil',
		({ before, after }) =>
			before === null || after === null ? UNKNOWN : number(after - before, change),
		numeric
	)
];

const regions: readonly Column<RegionEffect>[] = [
	onPage('Regio', ({ region }) => region),
	onPage('Op', ({ date: on }) => day(on)),
	onPage('Woningen nu', ({ stock }) => number(stock.before), numeric),
	onPage('Woningen dan', ({ stock }) => number(stock.after), numeric),
	onPage('Tekort nu', ({ short }) => (short ? number(short.before) : 'geen streefcijfer'), numeric),
	onPage('Tekort dan', ({ short }) => (short ? number(short.after) : ''), numeric)
];

const objectives: readonly Column<ObjectiveEffect>[] = [
	onPage('Regio', ({ region }) => region),
	onPage('Regeling', ({ regime }) => regime),
	onPage('Gevraagd nu', ({ objective }) => number(objective.before), numeric),
	onPage('Gevraagd dan', ({ objective }) => number(objective.after), numeric),
	onPage('Te gaan nu', ({ short }) => number(short.before), numeric),
	onPage('Te gaan dan', ({ short }) => number(short.after), numeric)
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

/** How many municipalities get which category in a round, where they had another or none. */
const categoryWords = (effects: readonly CategoryEffect[]): string[] =>
	[...Map.groupBy(effects, ({ round }) => round)].map(([round, all]) => {
		const parts = [...Map.groupBy(all, ({ after }) => after)]
			.sort(([a], [b]) => String(a).localeCompare(String(b)))
			.map(([category, some]) =>
				category === null
					? `${municipalities(some.length)} geen meer`
					: `${municipalities(some.length)} categorie ${category}`
			);
		return `In de voortgangstoets van ${round} krijgen, nagerekend: ${list(parts)}.`;
	});

/** How many figures are new, change or stay, in a sentence; null for a file of rules alone. */
function figureWords({ counts, vanished }: Reviewed['difference'], retired: number): string | null {
	const instead = retired > 0 ? ` (${count(retired)} in plaats van oefencijfers)` : '';
	const parts = [
		[counts.new, `nieuw${instead}`],
		[counts.changed, 'anders dan wat bekend is'],
		[counts.unchanged, 'hetzelfde'],
		[counts.overtaken, 'ouder dan wat bekend is'],
		[vanished, 'bekend en niet in dit bestand: die blijven']
	] as const;
	if (Object.values(counts).every((many) => many === 0)) return null;
	const told = parts.flatMap(([many, words]) => (many > 0 ? `${count(many)} ${words}` : []));
	return `Cijfers en objectieven: ${told.join(', ')}.`;
}

/** What a publication brings and would change, in sentences. @param isShown whether the rules stand beside it already */
export function changeWords(
	{ difference, effects }: Reviewed,
	{ rules, retired }: Pick<Brought, 'rules' | 'retired'>,
	isShown: boolean
): string[] {
	const figures = figureWords(difference, retired);
	const categories = categoryWords(effects.categories);
	const changesNothing = !figures && changeTables({ difference, effects }).length === 0;
	return [
		...(rules.length > 0 && !isShown ? [`Regels: ${rulesWords(rules).join('; ')}.`] : []),
		...(figures ? [figures] : []),
		...(changesNothing ? ['Aan de cijfers en tekorten van nu verandert niets.'] : []),
		...categories
	];
}

/** The tables that have rows. */
export function changeTables({
	difference,
	effects
}: Pick<Reviewed, 'difference' | 'effects'>): Table[] {
	const about = (id: string, title: string) => ({ id: `wijziging-${id}`, title });
	return [
		tableOf(
			changing,
			difference.changing,
			{},
			about('cijfers', 'Cijfers die anders worden, de grootste eerst')
		),
		tableOf(
			[town, subject, date, now],
			difference.vanishing,
			{},
			about('blijft', 'Bekend voor deze dagen en niet in het bestand')
		),
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
	].filter(({ groups }) => groups.length > 0);
}
