import { onPage, type Column } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { count, inPercent } from '#lib/text/format.ts';
import type { PageData } from './$types';

/** What a rule of each level does. */
export const LEVEL_WORDS = {
	block: {
		title: 'Houdt het bestand tegen',
		about: 'Eerst herstellen: er wordt niets ingeladen.'
	},
	ask: {
		title: 'Vraagt een ja',
		about:
			'Het kan kloppen, maar klopt zelden. Wie inlaadt, zegt waarom; dat blijft bij de publicatie staan.'
	},
	info: { title: 'Om te weten', about: 'Houdt niets tegen.' }
};

type Rule = PageData['levels'][number]['rules'][number];
type Limit = PageData['thresholds'][number];

const rules: readonly Column<Rule>[] = [
	onPage('Controle', ({ title }) => title),
	onPage('Wat te doen', ({ todo }) => todo),
	onPage('Code', ({ code }) => ({ words: code, look: 'code' }))
];

const limits: readonly Column<Limit>[] = [
	onPage('Grens', ({ about }) => about),
	onPage(
		'Waarde',
		({ value, unit }) => ({ amount: value, format: unit === 'fraction' ? inPercent(1) : count }),
		{ numeric: true }
	),
	onPage('Waarom', ({ why }) => why)
];

type LayoutColumn = PageData['layouts'][number]['columns'][number];

const layoutColumns: readonly Column<LayoutColumn>[] = [
	onPage('Kolom', ({ header }) => ({ words: header, look: 'code' })),
	onPage('Nodig', ({ required }) => (required ? 'ja' : 'nee')),
	onPage('Wat erin staat', ({ about }) => about)
];

/** The columns of each table of rules. */
export const layoutTables = ({ layouts }: Pick<PageData, 'layouts'>): Record<string, Table> =>
	Object.fromEntries(
		layouts.map(({ id, title, columns }) => [
			id,
			tableOf(layoutColumns, columns, undefined, { id, title })
		])
	);

/** The rules of each level. */
export const ruleTables = ({ levels }: Pick<PageData, 'levels'>): Record<string, Table> =>
	Object.fromEntries(
		levels.map(({ level, rules: own }) => {
			const id = `niveau-${level}`;
			const about = { id, title: LEVEL_WORDS[level].title };
			return [id, tableOf(rules, own, undefined, about, { lookOf: ({ code }) => ({ id: code }) })];
		})
	);

/** The tables of the page: the rules, the columns of files with rules, and the numbers that decide. */
export const tables = (data: PageData) => ({
	...ruleTables(data),
	...layoutTables(data),
	grenzen: tableOf(limits, data.thresholds, undefined, {
		id: 'grenzen',
		title: 'De grenzen, en waarom'
	})
});
