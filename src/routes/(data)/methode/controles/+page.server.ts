import { LEVELS } from '#lib/server/desk/findings/rule.ts';
import { RULE_TABLES } from '#lib/server/desk/read/rule-tables.ts';
import { RULES } from '#lib/server/desk/findings/rules.ts';
import { THRESHOLDS } from '#lib/server/desk/findings/thresholds.ts';
import { day } from '#lib/text/format.ts';
import { question } from '../../../question.ts';

export async function load({ url }) {
	const { moment } = await question(url);
	const rules = Object.entries(RULES).map(([code, { level, screen }]) => ({
		code,
		level,
		...screen
	}));
	return {
		levels: LEVELS.map((level) => ({ level, rules: rules.filter((one) => one.level === level) })),
		layouts: RULE_TABLES.map(({ table, title, columns }) => ({
			id: `bestand-${table.replaceAll('_', '-')}`,
			title,
			columns: columns.map(({ header, required, about }) => ({ header, required, about }))
		})),
		thresholds: Object.entries(THRESHOLDS).map(([code, one]) => ({ code, ...one })),
		fixed: { on: null },
		sheet: `Controles bij het inladen, bekend op ${day(moment.known)}`
	};
}
