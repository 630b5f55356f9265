import type { RuleValue } from './rule-cells.ts';
import type { RuleTable } from './rule-tables.ts';

type Values = Readonly<Record<string, unknown>>;

/** What a row is about, as text. */
export const keyOf = ({ key }: RuleTable, values: Values): string =>
	JSON.stringify(key.map((name) => values[name] ?? null));

/** Whether two rows say the same in every column. */
export const sameValues = ({ columns }: RuleTable, one: Values, other: Values): boolean =>
	columns.every(({ field }) => (one[field] ?? null) === (other[field] ?? null));

/** The fields that a file brings, out of a row of the database. */
export const valuesOf = ({ columns }: RuleTable, row: Values): Record<string, RuleValue> =>
	Object.fromEntries(columns.map(({ field }) => [field, (row[field] ?? null) as RuleValue]));
