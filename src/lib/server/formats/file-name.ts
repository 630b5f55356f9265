import type { Reference } from '../reference/reference.ts';
import type { PageSheet } from './file-notes.ts';

/** What a file is made of: a part of a page. */
export interface FilePart {
	/** Path of the page. */
	path: string;
	query: URLSearchParams;
	/** Name of the table or drawing on the page. */
	id: string;
}

/** Parameters whose value says what a table shows, in the order of the name. */
const TELLING = [
	'regio',
	'provincie',
	'soort',
	'gebied',
	'cijfer',
	'maat',
	'kaart',
	'sleutel',
	'toon',
	'status'
];

/**
 * The name of a file without its ending: area, what is shown, and date, as in `kortrijk-leden-2024-12-31`. On a page as known
 * on an earlier day that day follows.
 */
export function fileName(
	{ path, query, id }: FilePart,
	{ on, known }: Pick<PageSheet, 'on' | 'known'>,
	{ scenario, facts }: { scenario: boolean; facts: Pick<Reference, 'places' | 'regions'> }
): string {
	const choices = TELLING.map((name) => query.get(name)).filter((value) => value !== null);
	const version = query.get('versie');
	const parts = [
		...areaParts(path, query, facts),
		...choices,
		id,
		...(scenario ? ['scenario'] : []),
		on ?? known,
		...(on !== null && query.get('bekend') ? ['bekend', known] : []),
		...(version ? ['versie', version] : [])
	].map(plainName);
	return parts.filter((part, place) => part !== '' && part !== parts[place - 1]).join('-');
}

function areaParts(
	path: string,
	query: URLSearchParams,
	{ places }: Pick<Reference, 'places'>
): string[] {
	const [kind, area, ...rest] = path.split('/').filter(Boolean);
	if (kind === undefined) return ['vlaanderen'];
	if (kind === 'gemeenten' && area) return [places.byCode.get(area)?.name ?? area, ...rest];
	if (kind === 'regios' && area === 'eigen') return [query.get('naam') || 'eigen-regio', ...rest];
	if (kind === 'regios' && area) return [area, ...rest];
	return [kind, ...(area ? [area] : []), ...rest];
}

/** The area that a part of a page is about, as a reader knows it; empty when it is about none or several. */
export function areaName(
	{ path, query }: Pick<FilePart, 'path' | 'query'>,
	{ places, regions }: Pick<Reference, 'places' | 'regions'>
): string {
	const [kind, area] = path.split('/').filter(Boolean);
	if (kind === undefined || kind === 'voortgangstoets') return 'Vlaanderen';
	if (!area) return '';
	if (kind === 'gemeenten') return places.byCode.get(area)?.name ?? '';
	if (kind !== 'regios') return '';
	return area === 'eigen'
		? query.get('naam') || 'Eigen lijst van gemeenten'
		: (regions.get(area)?.name ?? '');
}

/** Letters, digits and hyphens only, so that every system can store it: `Hamont-Achel` as `hamont-achel`. */
const plainName = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z\d]+/g, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 60);
