import type { Moment } from '#lib/server/standing/moment.ts';

/** The parameters of a page's address that fix the moment; they travel along from page to page. */
export const MOMENT_PARAMETERS = ['op', 'bekend', 'structuur'];

/** Whether a parameter is one of those that fix the moment. */
export const isOfMoment = (name: string): boolean => MOMENT_PARAMETERS.includes(name);

/** The parameters of an address that `which` picks by name, as far as they say something. */
export const parametersOf = (
	{ searchParams }: URL,
	which: (name: string) => boolean
): Record<string, string> =>
	Object.fromEntries([...searchParams].filter(([name, value]) => value !== '' && which(name)));

/** Makes an address from a path and parameters; null leaves one out. */
export type Link = (path: string, parameters?: Record<string, string | null>) => string;

/** Makes addresses that keep the moment of the current page. */
export const linksFrom =
	(url: URL): Link =>
	(path, parameters = {}) =>
		withParameters(path, new URLSearchParams(parametersOf(url, isOfMoment)), parameters);

/** Makes addresses of the same page with some parameters changed and all others kept. */
export function changesTo(url: URL) {
	return (parameters: Record<string, string | null>): string =>
		withParameters(url.pathname, new URLSearchParams(url.searchParams), parameters);
}

/** The address at which the API gives what a page shows: the same date and structure, and the same knowledge if asked. */
export function apiLink(path: string, moment: Moment): string {
	const asked = new URLSearchParams({ on: moment.on });
	if (moment.structure === 'today') asked.set('structure', 'today');
	if (moment.knownAsked) asked.set('known', moment.known);
	return `/api/v1/${path}?${asked}`;
}

function withParameters(
	path: string,
	kept: URLSearchParams,
	parameters: Record<string, string | null>
): string {
	for (const [name, value] of Object.entries(parameters)) {
		if (value === null) kept.delete(name);
		else kept.set(name, value);
	}
	const query = kept.toString();
	return query ? `${path}?${query}` : path;
}
