/** What the pages of a region share that ask how to divide what it is short of. */
import { redirect } from '@sveltejs/kit';
import { halfUp } from '#lib/domain/rounding.ts';
import type { DivisionStanding } from '#lib/server/standing/division.ts';
import { SHARE, YEAR_END } from '#lib/server/asked/notations.ts';
import { namesIn } from '#lib/server/asked/parameter.ts';
import { DIVISION, type DivisionAsked } from '#lib/server/asked/questions.ts';
import { DEFAULT_BY } from '#lib/server/standing/scenario.ts';

/** A form sends its empty fields along; the address that is shared has only what was filled in. */
export function redirectWithoutEmpty(url: URL) {
	const filled = [...url.searchParams].filter(([, value]) => value !== '');
	if (filled.length === url.searchParams.size) return;
	const query = new URLSearchParams(filled).toString();
	redirect(307, query ? `${url.pathname}?${query}` : url.pathname);
}

const written = (basisPoints: number | null) =>
	basisPoints === null ? '' : SHARE.page.write(basisPoints).replace('.', ',');

const isHeld = (scenario: DivisionStanding['scenario'] | undefined) =>
	scenario?.goalFrom === 'held';

/** No field can hold the share that a region holds: it counts while the field is empty, and is shown there rounded. */
const whenSilent = (scenario: DivisionStanding['scenario'] | undefined) =>
	scenario && isHeld(scenario)
		? { placeholder: written(halfUp(scenario.goal)) }
		: { required: true };

/** What stands in the fields of the form. */
export function fieldsOf(asked: DivisionAsked, standing: DivisionStanding | null) {
	const names = namesIn('page', DIVISION);
	const scenario = standing?.scenario;
	const goal = asked.goal ?? (isHeld(scenario) ? null : scenario?.goal) ?? null;
	const cap = asked.cap ?? standing?.rule.cap ?? null;
	return {
		goal: { name: names.goal, value: written(goal), ...whenSilent(scenario) },
		by: {
			name: names.by,
			value: YEAR_END.page.write(standing?.scenario.by ?? asked.by ?? DEFAULT_BY)
		},
		cap: { name: names.cap, value: written(cap) },
		minimum: { name: names.min, value: `${asked.min ?? ''}` },
		weights: (['households', 'gap', 'growth'] as const).map((factor) => ({
			factor,
			name: names[`weight-${factor}`],
			value: String(asked[`weight-${factor}`]).replace('.', ',')
		}))
	};
}

export type Fields = ReturnType<typeof fieldsOf>;
