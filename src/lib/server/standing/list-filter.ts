/** What the address of a list of municipalities asks for. */
import type { ListFilter } from '#lib/domain/list-filter.ts';
import { CATEGORIES } from '#lib/domain/progress-test.ts';
import { PUBLISHED_WORDS } from '#lib/text/published.ts';
import { ATTAINMENT_WORDS, bySlug } from '#lib/text/words.ts';
import { MalformedParameterError } from './moment.ts';
import { PERCENT } from './scenario.ts';

/** Names in the address of a page. */
export const PAGE_LIST = {
	status: 'status',
	from: 'aandeel-van',
	below: 'aandeel-tot',
	short: 'tekort',
	outcome: 'uitslag',
	published: 'gepubliceerd'
} as const;

/**
 * What an address asks of a list.
 * @throws MalformedParameterError for a share that is no per cent, or a shortage that is no whole number
 */
export function readListFilter(parameters: URLSearchParams): ListFilter {
	const valueOf = (name: keyof typeof PAGE_LIST) => parameters.get(PAGE_LIST[name]) ?? '';
	const share = (name: 'from' | 'below') => numberIn(name, valueOf(name), PERCENT);
	return {
		status: bySlug(ATTAINMENT_WORDS, valueOf('status')) ?? null,
		from: share('from'),
		below: share('below'),
		short: numberIn('short', valueOf('short'), WHOLE),
		outcome: CATEGORIES.find((one) => one === valueOf('outcome')) ?? null,
		published: bySlug(PUBLISHED_WORDS, valueOf('published')) ?? null
	};
}

const WHOLE: Pick<typeof PERCENT, 'read' | 'expected'> = {
	read: (text) => (/^\d{1,5}$/.test(text) ? Number(text) : null),
	expected: 'een geheel getal, zoals 10'
};

function numberIn(
	name: keyof typeof PAGE_LIST,
	text: string,
	{ read, expected }: typeof WHOLE
): number | null {
	if (text === '') return null;
	const value = read(text);
	if (value !== null) return value;
	const key = PAGE_LIST[name];
	throw new MalformedParameterError(key, `${key}: "${text.slice(0, 40)}" (${expected})`);
}
