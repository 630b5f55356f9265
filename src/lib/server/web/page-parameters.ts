import { PAGE_QUESTIONS } from '../asked/page-questions.ts';
import { isOf, type Parameters } from '../asked/parameter.ts';
import { QUESTIONS } from '../asked/questions.ts';
import { PROPOSAL } from '#lib/text/proposal.ts';

/** Of one page or a few: what is traced, searched, shown on a page. */
const OF_SOME = [
	...['q', 'provincie', 'toon', 'vroeger', 'namen', 'reeks', 'gebied'],
	...['publicatie', 'rijen', 'kaart', 'regeling', 'over', 'mijn']
];

const ASKED: readonly Parameters[] = Object.values({ ...QUESTIONS, ...PAGE_QUESTIONS });

const NAMES = new Set([...Object.values(PROPOSAL), ...OF_SOME]);

/** Whether some page reads a parameter of this name; each municipality has its part in a proposal. */
export const isOfPages = (name: string): boolean =>
	NAMES.has(name) ||
	name.startsWith(PROPOSAL.part) ||
	ASKED.some((question) => isOf('page', question, name));

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
