import type { RulesLayout } from './layout.ts';
import { recogniseRules } from './rules-read.ts';
import { RULE_TABLES } from './rule-tables.ts';

/** Rules as a file brings them: rounds, regions with members, goals, regimes; a table each, together or apart. */
export const rulesLayout: RulesLayout = {
	kind: 'rules',
	name: 'rules',
	about: 'rules: a table for each sort, as sheets of a workbook or apart as CSV;',
	columns: RULE_TABLES.map(({ marks }) => marks.join('+')),
	optional: [],
	publisher: null,
	title: null,
	note: null,
	recognises: (table) => recogniseRules(table) !== null
};
