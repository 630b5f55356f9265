/** The rules that a publication brings, as tables with Dutch heads, and the pages on which they show. */
import { isIndicator } from '#lib/domain/indicators.ts';
import type { RuleValue } from '#lib/server/desk/read/rule-cells.ts';
import type { RuleColumn } from '#lib/server/desk/read/rule-tables.ts';
import type { RuleRowsBrought } from '#lib/server/desk/review/rules-brought.ts';
import { onPage } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { capital, day, goalShare } from '#lib/text/format.ts';
import { COMPONENT_WORDS, indicatorName, OBJECTIVE_WORDS, REGIME_WORDS } from '#lib/text/words.ts';
import { FORMS, townOf } from '../../forms.ts';

/** The first words of what stands in a column: what it is, without its codes. */
export const headOf = ({ about }: Pick<RuleColumn, 'about'>): string => {
	const [head = about] = about.split(/[:;(]|, als /);
	return capital(head.trim());
};

/** The name of a municipality, region or regime by its code; null when it is none. */
type NameOf = (code: string) => string | null;

const coded = (column: string, words: Readonly<Record<string, string>>) =>
	Object.entries(words).map(([code, said]) => [`${column} ${code}`, said] as const);

/** What the forms call the code of a choice, and the site those that no form asks. */
const CHOICES = new Map([
	...Object.values(FORMS)
		.flatMap(({ fields }) => fields)
		.flatMap(({ name, options = [] }) =>
			options.map(({ value, words }) => [`${name} ${value}`, words] as const)
		),
	...coded('status', { ...OBJECTIVE_WORDS, ...REGIME_WORDS }),
	...coded('component', COMPONENT_WORDS)
]);

/** A value as an official reads it. */
function valueWords({ header, cell }: RuleColumn, value: RuleValue, nameOf: NameOf): string {
	if (value === null) return '';
	if (typeof value === 'boolean') return value ? 'ja' : 'nee';
	if (typeof value === 'number') return cell.holds === 'part' ? goalShare(value) : String(value);
	if (cell.holds === 'day') return day(value);
	if (isIndicator(value)) return indicatorName(value);
	return CHOICES.get(`${header} ${value}`) ?? nameOf(value) ?? value;
}

/** A table for each sort of rule; a column that nothing is said in is left out. */
export const ruleTables = (brought: readonly RuleRowsBrought[], nameOf: NameOf): Table[] =>
	brought.map(({ table: { table, title, columns }, rows }) => {
		const said = columns.filter(({ field }) => rows.some((row) => (row[field] ?? null) !== null));
		const heads = said.map((column) =>
			onPage(headOf(column), (row: RuleRowsBrought['rows'][number]) =>
				valueWords(column, row[column.field] ?? null, nameOf)
			)
		);
		return tableOf(heads, rows, {}, { id: `regel-${table}`, title });
	});

/** Paths of the pages that show the rules, each once; no more than a few. */
export function rulePages(brought: readonly RuleRowsBrought[]): string[] {
	const paths = brought.flatMap(({ table: { table }, rows }) =>
		rows.map((row) => {
			if (table.startsWith('test_')) return `/voortgangstoets/${row['year']}`;
			if (table === 'release_calendar') return '/cijfers';
			if (table === 'objective' || (table === 'target_group_part' && row['nis_code']))
				return `/gemeenten/${row['nis_code']}`;
			if (table === 'mention') return placePath(String(row['places']));
			if (table === 'cooperation' && row['nis_code']) return `/gemeenten/${row['nis_code']}`;
			const region = row['region'] ?? (table === 'region' ? row['slug'] : null);
			return region ? regionPath(String(region)) : '/objectief';
		})
	);
	return [...new Set(paths)].slice(0, MOST_PAGES);
}

/** A municipality with a goal of its own stands on its page. */
function regionPath(slug: string): string {
	const town = townOf(slug);
	return town ? `/gemeenten/${town}` : `/regios/${slug}`;
}

/** The page of what is said of a region, or of the first of some municipalities. */
const placePath = (places: string): string =>
	/^\d/.test(places) ? `/gemeenten/${places.slice(0, 5)}` : `/regios/${places}`;

const MOST_PAGES = 8;
