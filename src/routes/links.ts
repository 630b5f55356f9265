import type { Moment } from '#lib/server/standing/moment.ts';
import type { Period } from '#lib/server/standing/period.ts';

/** The parameters of a page's address that fix the moment; they travel along from page to page. */
export const MOMENT_PARAMETERS = ['op', 'bekend', 'versie', 'structuur'];

/** The parameter that says which municipality a visitor calls its own: by its code, or forgiving, by its name. */
export const MINE = 'mijn';

/** The pages on which municipalities are listed or drawn, so that one can be marked. */
const MARKING =
	/^\/(?:(?:gemeenten|regios|vergelijken|voortgangstoets|vergadering)(?![\w-])|$|[?#])/;

/** Whether a page marks the municipality of a visitor. */
export const marksMine = (path: string): boolean => MARKING.test(path);

/** What is no page for readers, and needs no municipality of theirs. */
const NO_PAGES = /^\/(?:api|uitvoer|beheer|insluiten|melding)(?![\w-])/;

/** The parameters with which a page says the two days that it compares. */
export const PERIOD_PARAMETERS = { from: 'van', to: 'tot' };

/** Whether a parameter is one of those that fix the moment. */
export const isOfMoment = (name: string): boolean => MOMENT_PARAMETERS.includes(name);

/** Whether a parameter travels along from page to page: the moment, and the municipality of the visitor. */
export const travels = (name: string): boolean => isOfMoment(name) || name === MINE;

/** The parameters of an address that `which` picks by name, as far as they say something. */
export const parametersOf = (
	{ searchParams }: URL,
	which: (name: string) => boolean
): Record<string, string> =>
	Object.fromEntries([...searchParams].filter(([name, value]) => value !== '' && which(name)));

/** Makes an address from a path and parameters; null leaves one out. */
export type Link = (path: string, parameters?: Record<string, string | null>) => string;

/** The parameters of a region that a visitor put together, and the paths under which they say which one. */
const OWN_REGION = {
	paths: ['/regios/eigen', '/vergadering/eigen'],
	parameters: ['gemeenten', 'naam']
};

/** A region as far as an address needs it; `own` when a visitor put it together. */
interface AddressedRegion {
	slug: string;
	own?: { codes: readonly string[]; name: string | null };
}

/** The parameters with which the API finds a region's municipalities; none for a region that it knows by its slug. */
export const regionParameters = ({ own }: AddressedRegion): Record<string, string> =>
	own ? { municipalities: own.codes.join(','), ...(own.name && { name: own.name }) } : {};

/** The address at which the API gives something of a region: `.csv`, `/division`, or nothing for the region itself. */
export const regionApiLink = (region: AddressedRegion, part: string, moment: Moment): string =>
	apiLink(`regions/${region.slug}${part}`, moment, regionParameters(region));

/**
 * Makes addresses that keep the moment of the current page, the municipality of the visitor between pages for readers, and from
 * page to page of an own region its municipalities.
 */
export const linksFrom =
	(url: URL): Link =>
	(path, parameters = {}) => {
		const isOwn = OWN_REGION.paths.some((own) => `${path}/`.startsWith(`${own}/`));
		const kept = isOwn ? OWN_REGION.parameters : [];
		const isKept = (name: string) =>
			isOfMoment(name) || kept.includes(name) || (name === MINE && !NO_PAGES.test(path));
		return withParameters(path, new URLSearchParams(parametersOf(url, isKept)), parameters);
	};

/** Makes addresses of pages that compare two days: without the moment, but with the municipalities of an own region. */
export const changesFrom =
	(url: URL): Link =>
	(path, parameters = {}) =>
		linksFrom(url)(path, { op: null, bekend: null, versie: null, structuur: null, ...parameters });

/** Makes addresses of the same page with some parameters changed and all others kept. */
export function changesTo(url: URL) {
	return (parameters: Record<string, string | null>): string =>
		withParameters(url.pathname, new URLSearchParams(url.searchParams), parameters);
}

/**
 * The whole address at which a page shows the same numbers for ever: it says the version, and what is said of today in it
 * becomes a day. The version tells what had come; the day on which it is read, what was late or still to come.
 * @param dated whether the page has a reference date that can be asked
 */
export const frozenAddress = (url: URL, moment: Moment, dated = true): string =>
	url.origin +
	changesTo(url)({
		...(dated && { op: moment.on }),
		bekend: moment.known,
		...(moment.version && { versie: `${moment.version.number}` }),
		...(moment.structure === 'today' && { structuur: moment.structureOn })
	});

/** The whole address at which a page that compares two days shows the same numbers for ever, as its moment knows them. */
export const frozenPeriod = (
	url: URL,
	{ from, to }: Period,
	{ version }: Pick<Moment, 'version'>
): string =>
	url.origin +
	changesTo(url)({
		[PERIOD_PARAMETERS.from]: from.known,
		[PERIOD_PARAMETERS.to]: to.known,
		...(version && { versie: `${version.number}` })
	});

/**
 * The address at which the API gives what a page shows: the same date and structure, and the same knowledge if asked.
 * @param others more that is asked, such as `regionParameters`
 */
export function apiLink(
	path: string,
	moment: Moment,
	others: Readonly<Record<string, string>> = {}
): string {
	const asked = new URLSearchParams({ on: moment.on });
	if (moment.structure === 'today') asked.set('structure', 'today');
	if (moment.knownAsked) asked.set('known', moment.known);
	if (moment.version?.asked) asked.set('version', `${moment.version.number}`);
	return withParameters(`/api/v1/${path}`, asked, others);
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
	// A comma may stand in an address as it is, and a list of codes is read better so.
	const query = kept.toString().replaceAll('%2C', ',');
	return query ? `${path}?${query}` : path;
}
