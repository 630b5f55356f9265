/** What a check found, as readers are told. */
import { RULES } from '#lib/server/desk/findings/rules.ts';
import type { Rule } from '#lib/server/desk/findings/rule.ts';
import { count } from '#lib/text/format.ts';

/** With the number where it found several; a code that is no rule any more stands for itself. */
export function findingTitle(code: string, number = 1): string {
	if (!Object.hasOwn(RULES, code)) return code;
	const { title, many }: Rule['screen'] = RULES[code as keyof typeof RULES].screen;
	return number > 1 && many ? `${count(number)} ${many}` : title;
}
