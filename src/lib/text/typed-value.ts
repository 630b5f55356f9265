import type { Figure, Observation, Reason, Rule } from '#lib/domain/figure.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import { list, reason } from './format.ts';
import { indicatorFormat, STATUS_WORDS } from './words.ts';

/** A figure as a file takes it over from a page: the number itself, how the page writes it, and all its marks. */
export interface TypedFigure {
	kind: 'figure';
	/** Not rounded; null when unknown. */
	value: number | null;
	/** As the page writes it, without marks. */
	text: string;
	/** How sure it is, what it is made of, or why it is unknown: in words. */
	status: string;
	/** Reference date. */
	date: string;
	/** Publications it rests on. */
	publications: readonly number[];
	/** What was counted; null for a computed quantity. */
	indicator: Indicator | null;
	/** By which rule it came about; null when that is not told. */
	rule: Rule | null;
	/** Replies of the municipality to it, in words. */
	replies?: readonly string[];
	/** What is known of it today, on a page as known on an earlier day. */
	now?: TypedFigure;
}

/** A number without sources of its own, such as a count of rows. */
export interface TypedNumber {
	kind: 'number';
	value: number;
	text: string;
	/** Of its column, where a cell holds several. */
	name?: string;
	/** The mark of an estimate in words; absent when it needs none. */
	status?: string;
}

/** A day. */
export interface TypedDay {
	kind: 'day';
	value: string;
	/** Of its column, where a cell holds several. */
	name?: string;
}

/** What a cell of a page holds besides words, so that a file need not guess it from what is written. */
export type TypedValue = TypedFigure | TypedNumber | TypedDay;

type Format = (value: number) => string;

/** A figure with the way in which the page writes it. */
export function typedFigure(figure: Figure, format: Format): TypedFigure {
	const { value, date, publications, indicator, made, now } = figure;
	return {
		kind: 'figure',
		value,
		text: value === null ? '' : format(value),
		status: statusWords(figure),
		date,
		publications,
		indicator,
		rule: made?.rule ?? null,
		...(now && { now: typedFigure(now, format) })
	};
}

/** A number with the way in which the page writes it. */
export const typedNumber = (
	value: number,
	format: Format,
	{ estimated = false, name }: { estimated?: boolean; name?: string } = {}
): TypedNumber => ({
	kind: 'number',
	value,
	text: format(value),
	...(name && { name }),
	...(estimated && { status: ESTIMATE })
});

/** One number as it was published. */
export type ObservedNumber = Pick<Observation, 'indicator' | 'date' | 'value' | 'status'> & {
	publication: number | null;
};

/** A published number as a figure. */
export const typedObservation = (one: ObservedNumber): TypedFigure =>
	typedFigure(
		{
			...one,
			reason: one.value === null ? (one.status as Reason) : null,
			composed: false,
			publications: one.publication === null ? [] : [one.publication],
			missing: [],
			made: { rule: 'published', parts: [] }
		},
		indicatorFormat(one.indicator)
	);

const ESTIMATE = 'raming (rust op oefencijfers)';

/** The rules that take a number over as it was published or decided. */
const TAKEN_OVER: ReadonlySet<string> = new Set(['published', 'objective', 'goal']);

/** All marks of a figure in words, or why it is unknown. */
export function statusWords(figure: Figure): string {
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
	if (indicator !== null || (made && TAKEN_OVER.has(made.rule))) return STATUS_WORDS[status];
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
