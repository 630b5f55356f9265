// A figure and its source as the API gives them.
import type { Figure } from '#lib/domain/figure.ts';
import { definitionLetter, marksOf } from '#lib/tables/field.ts';
import type * as Shape from '../api/answers/figure.ts';
import type { Reference } from '../reference/reference.ts';
import { replyJson } from './replies.ts';

/** A publication as the source of a number; null when there is none. */
export function publicationSource(facts: Reference, id: number | undefined) {
	const found = facts.publications.get(id ?? -1);
	return found ? { publication: found.id, title: found.title, url: found.url } : null;
}

/** Where a figure comes from: its publication, or the first of several with all their ids. */
export function source(figure: Figure, facts: Reference) {
	const one = publicationSource(facts, figure.publications[0]);
	if (!one) return null;
	return figure.publications.length > 1 ? { ...one, publications: [...figure.publications] } : one;
}

/** A figure as the API gives it; unknown is `null` with a reason. What its municipality replied stands with it. */
export function figureJson(figure: Figure, facts: Reference): Shape.Figure {
	const definition = definitionLetter(figure);
	const replies = facts.repliesTo?.(figure) ?? [];
	return {
		value: figure.value,
		date: figure.date,
		...marksOf(figure),
		...(definition && { definition }),
		source: source(figure, facts),
		...(replies.length > 0 && { replies: replies.map(replyJson) })
	};
}
