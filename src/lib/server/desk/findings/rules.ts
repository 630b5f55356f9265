import { BOUNDARY_RULES } from './boundary-rules.ts';
import { LAYOUT_RULES } from './layout-rules.ts';
import { COMPARISON_RULES, POLICY_RULES, REGISTER_RULES } from './policy-rules.ts';
import { READING_RULES } from './reading-rules.ts';
import type { Level } from './rule.ts';
import { RULE_RULES } from './rule-rules.ts';

/** Every rule by its code. A code keeps its meaning: scripts read it from `--json`. */
export const RULES = {
	...READING_RULES,
	...LAYOUT_RULES,
	...POLICY_RULES,
	...COMPARISON_RULES,
	...REGISTER_RULES,
	...RULE_RULES,
	...BOUNDARY_RULES
};

/** Every kind of finding. */
export type FindingCode = keyof typeof RULES;

/** The kinds of finding of one level. */
export type CodeOf<L extends Level> = {
	[Code in FindingCode]: (typeof RULES)[Code]['level'] extends L ? Code : never;
}[FindingCode];

/** The kinds of finding that somebody can say yes to. */
export const ASKED_CODES = (Object.keys(RULES) as FindingCode[]).filter(
	(code): code is CodeOf<'ask'> => RULES[code].level === 'ask'
);
