import type { Mention } from '#lib/domain/mention.ts';
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

/** What a publication says of As beside its figures: a project, unless told otherwise. */
export const mention = (more: Partial<Mention> = {}): Mention => ({
	publication: 1,
	code: 'project-1',
	places: '71002',
	kind: 'project',
	value: 12,
	unit: 'dwellings',
	trueOn: '2018-05-17',
	provisional: false,
	says: 'Eén project.',
	...more
});
