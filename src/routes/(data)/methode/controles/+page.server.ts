import { LEVELS } from '#lib/server/import/rule.ts';
import { RULES } from '#lib/server/import/rules.ts';
import { THRESHOLDS } from '#lib/server/import/thresholds.ts';
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
		thresholds: Object.entries(THRESHOLDS).map(([code, one]) => ({ code, ...one })),
		fixed: { on: null },
		sheet: `Controles bij het inladen, bekend op ${day(moment.known)}`
	};
}
