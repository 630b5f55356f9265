import type { Figure, Observation, Reason, Rule } from '#lib/domain/figure.ts';
import { list, reason } from './format.ts';
import { STATUS_WORDS } from './words.ts';

/** One number as it was published. */
export type ObservedNumber = Pick<Observation, 'indicator' | 'date' | 'value' | 'status'> & {
	publication: number | null;
};

/** A published number as a figure. */
export const observedFigure = (one: ObservedNumber): Figure => ({
	...one,
	reason: one.value === null ? (one.status as Reason) : null,
	composed: false,
	publications: one.publication === null ? [] : [one.publication],
	missing: [],
	made: { rule: 'published', parts: [] }
});

/** The mark of a number that rests on practice figures. */
export const ESTIMATE = 'raming (rust op oefencijfers)';

/** Whether a rule takes a number over as it was published or decided. */
export const isTakenOver = (rule: Rule): boolean => TAKEN_OVER.has(rule);
const TAKEN_OVER: ReadonlySet<Rule> = new Set<Rule>(['published', 'objective', 'goal']);

/** Whether there is no number because none is asked, which is not the same as one that is not known. */
export const isNotAsked = ({ reason }: Pick<Figure, 'reason'>): boolean =>
	reason === 'no_objective' || reason === 'not_applicable';

const notAsked = ({ reason: why }: Figure): string =>
	why === 'no_objective' ? `${reason('not_applicable')}: ${reason(why)}` : reason('not_applicable');

/** All marks of a figure in words, or why it is unknown. */
export function statusWords(figure: Figure): string {
	if (isNotAsked(figure)) return notAsked(figure);
	if (figure.value === null) return `niet bekend: ${reason(figure.reason ?? 'missing')}`;
	return [
		certainty(figure),
		figure.composed && 'samengesteld: som van de gemeenten voor de fusie',
		figure.missing.length > 0 && `zonder ${list(figure.missing)} (NIS-code)`
	]
		.filter((mark) => mark !== false)
		.join('; ');
}

function certainty({ status, made, indicator }: Figure): string {
	if (indicator !== null || (made && isTakenOver(made.rule))) return STATUS_WORDS[status];
	return COMPUTED_WORDS[status] ?? STATUS_WORDS[status];
}

/** Statuses of a number that was computed: it is as sure as the least sure figure that it rests on. */
const COMPUTED_WORDS: Partial<Record<Figure['status'], string>> = {
	normal: 'berekend uit gepubliceerde cijfers',
	break: 'berekend uit gepubliceerde cijfers, na een breuk in de reeks',
	provisional: 'rust op een voorlopig cijfer',
	forecast: 'rust op een vooruitzicht',
	estimated: ESTIMATE
};
