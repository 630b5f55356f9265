import { EMBED, LIST, MAP, ORDER, PACK, ROUND } from '../asked/page-questions.ts';
import { namesIn, type Parameters } from '../asked/parameter.ts';
import {
	COMPARISON,
	CONTRADICTIONS,
	DIVISION,
	MOMENT,
	OWN_REGION,
	PERIOD,
	PROJECT,
	PUBLICATIONS,
	ROAD
} from '../asked/questions.ts';
import { PROPOSAL } from '#lib/text/proposal.ts';

/** Of one page or a few: what is traced, searched, shown on a page. */
const OF_SOME = [
	...['q', 'provincie', 'toon', 'meer', 'vroeger', 'namen', 'breedte', 'reeks', 'gebied'],
	...['grond', 'publicatie', 'rijen', 'kaart', 'regeling', 'over', 'mijn']
];

const QUESTIONS: readonly Parameters[] = [
	...[MOMENT, PERIOD, OWN_REGION, COMPARISON, ROAD, DIVISION, PROJECT],
	...[CONTRADICTIONS, PUBLICATIONS, LIST, ORDER, ROUND, MAP, EMBED, PACK]
];

const NAMES = new Set([
	...QUESTIONS.flatMap((question) => Object.values(namesIn('page', question))),
	...Object.values(PROPOSAL),
	...OF_SOME
]);

/** Each municipality has a least and a most in a division, and its part in a proposal. */
const OF_MUNICIPALITIES = ['min-', 'max-', PROPOSAL.part];

/** Whether some page reads a parameter of this name. */
export const isOfPages = (name: string): boolean =>
	NAMES.has(name) || OF_MUNICIPALITIES.some((start) => name.startsWith(start));

/**
 * An address without what no page reads: two that differ in that alone are one page. The API is left as it is asked, for it
 * names what it passed over.
 * @param address path and query
 */
export function withoutUnread(address: string): string {
	const question = address.indexOf('?');
	if (question === -1 || address.startsWith('/api/')) return address;
	const parts = address.slice(question + 1).split('&');
	const read = parts.filter((part) => isOfPages(nameOf(part)));
	if (read.length === parts.length) return address;
	return address.slice(0, question) + (read.length > 0 ? `?${read.join('&')}` : '');
}

/** The name of a part of a query, as it is meant. */
const nameOf = (part: string): string => new URLSearchParams(part).keys().next().value ?? '';
