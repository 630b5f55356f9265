/** What the pages of a region share that ask how to divide what it is short of. */
import { redirect } from '@sveltejs/kit';
import type { DivisionStanding } from '#lib/server/standing/division.ts';
import { PAGE_DIVISION, type DivisionAsked } from '#lib/server/standing/division-asked.ts';
import { DEFAULT_BY } from '#lib/server/standing/scenario.ts';

/** A form sends its empty fields along; the address that is shared has only what was filled in. */
export function redirectWithoutEmpty(url: URL) {
	const filled = [...url.searchParams].filter(([, value]) => value !== '');
	if (filled.length === url.searchParams.size) return;
	const query = new URLSearchParams(filled).toString();
	redirect(307, query ? `${url.pathname}?${query}` : url.pathname);
}

/** What stands in the fields of the form. */
export function fieldsOf(asked: DivisionAsked, standing: DivisionStanding | null) {
	const { scenario, cap: names, minimum, weightOf } = PAGE_DIVISION;
	const goal = asked.scenario.goal ?? standing?.scenario.goal ?? null;
	const cap = asked.cap ?? standing?.rule.cap ?? null;
	const written = (value: number | null) =>
		value === null ? '' : scenario.share.write(value).replace('.', ',');
	return {
		goal: { name: scenario.goal, value: written(goal) },
		by: {
			name: scenario.by,
			value: scenario.day.write(standing?.scenario.by ?? asked.scenario.by ?? DEFAULT_BY)
		},
		cap: { name: names, value: written(cap) },
		minimum: { name: minimum, value: `${asked.minimum ?? ''}` },
		weights: (['households', 'gap', 'growth'] as const).map((factor) => ({
			factor,
			name: weightOf(factor),
			value: String(asked.weights[factor]).replace('.', ',')
		}))
	};
}

export type Fields = ReturnType<typeof fieldsOf>;
