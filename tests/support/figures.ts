import type { PublishedNumber } from '#lib/domain/published-number.ts';

/** The same without where each figure is looked up and how it came about, for two ways to the same figures. */
export const withoutOrigin = <Value>(value: Value): Value =>
	JSON.parse(
		JSON.stringify(value, (key, part: unknown) =>
			['address', 'made', 'unknownOf'].includes(key) ? undefined : part
		)
	) as Value;

/** What somebody published of Kortrijk at the end of 2010. @param value in the unit of its indicator */
export const publishedNumber = (
	code: string,
	value: number,
	more: Partial<PublishedNumber> = {}
): PublishedNumber => ({
	part: 'observation',
	area: '34022',
	code,
	scheme: null,
	year: null,
	date: '2010-12-31',
	value,
	category: null,
	status: 'normal',
	publication: 1,
	note: null,
	...more
});
