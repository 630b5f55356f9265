import { PAGE_REGION } from '../standing/asked-region.ts';
import { PAGE_COMPARISON } from '../standing/compare.ts';
import { PAGE_DIVISION } from '../standing/division-asked.ts';
import { PAGE_LIST } from '../standing/list-filter.ts';
import { PAGE_PACK } from '../standing/meeting-asked.ts';
import { PAGE_NAMES } from '../standing/moment.ts';
import { PAGE_PERIOD } from '../standing/period.ts';
import { PROJECT_PARAMETER } from '../standing/project-size.ts';
import { PAGE_ROAD } from '../standing/road-asked.ts';
import { FACTOR_WORDS } from '#lib/text/division.ts';
import { PROPOSAL } from '#lib/text/proposal.ts';

/** Of one page or a few: order and filter of lists, what is traced, how a frame looks, what is searched. */
const OF_SOME = [
	...['q', 'orde', 'richting', 'provincie', 'toon', 'maat', 'meer', 'vroeger', 'namen'],
	...['berekend', 'ingevoerd', 'verschil', 'gemeente', 'regio', 'kleur', 'figuur', 'breedte'],
	...['cijfer', 'reeks', 'gebied', 'grond', 'publicatie', 'rijen', 'kaart', 'regeling', 'over'],
	...['uitgever', 'mijn']
];

const { on, known, version, structure } = PAGE_NAMES;
const { key, cap, minimum, min, max, scenario, without } = PAGE_DIVISION;
const FACTORS = Object.keys(FACTOR_WORDS) as (keyof typeof FACTOR_WORDS)[];

const NAMES = new Set([
	...[on, known, version, structure],
	...Object.values(PAGE_PERIOD),
	...Object.values(PAGE_REGION),
	...[PAGE_COMPARISON.kind, PAGE_COMPARISON.regions],
	...[scenario.goal, scenario.by, PAGE_ROAD.social, PAGE_ROAD.newHomes],
	...[key, cap, minimum, without[0] ?? '', ...FACTORS.map(PAGE_DIVISION.weightOf)],
	...Object.values(PAGE_PACK),
	...Object.values(PROPOSAL),
	PROJECT_PARAMETER,
	...Object.values(PAGE_LIST),
	...OF_SOME
]);

/** Each municipality has a least and a most in a division, and its part in a proposal. */
const OF_MUNICIPALITIES = [min, max, PROPOSAL.part];

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
