import type { Address, Figure } from '#lib/domain/figure.ts';
import type { Mention } from '#lib/domain/mention.ts';
import { QUANTITY_WORDS } from './trace.ts';

/** Where a figure tells what it was made from, down to the publication, its file and the cell. */
export const tracePath = (address: Address): string =>
	tracePathOf(address, { cijfer: QUANTITY_WORDS[address.quantity].slug });

/** Where every figure of the same area and moment is listed. */
export const areaTracePath = (address: Address): string => tracePathOf(address, {});

function tracePathOf(
	{ area, on, known, version, structureOn, region, regime, codes }: Address,
	which: { cijfer?: string }
): string {
	const parameters = new URLSearchParams({ gebied: area, ...which, op: on });
	if (structureOn !== on) parameters.set('grond', structureOn);
	if (known) parameters.set('bekend', known);
	if (version) parameters.set('versie', `${version}`);
	if (region) parameters.set('regio', region);
	if (regime) parameters.set('regeling', regime);
	if (codes) parameters.set('gemeenten', codes.join());
	return `/herkomst?${parameters}`;
}

/** Where a figure can be traced: at its own address, or as the one published number that it is; null for neither. */
export function originPath({ address, made, date, publications }: Figure): string | null {
	if (address) return tracePath(address);
	const [publication] = publications;
	if (!made?.of || publication === undefined) return null;
	const { nis, indicator } = made.of;
	return `/herkomst?${new URLSearchParams({ gebied: nis, reeks: indicator, op: date, publicatie: String(publication) })}`;
}

/** Where something that is said of a place and is no figure of a series can be traced. */
export const mentionPath = ({ publication, code }: Pick<Mention, 'publication' | 'code'>): string =>
	`/herkomst/${publication}/${code}`;

/** The form with which the desk corrects a figure of the municipality of an address, filled in as far as that tells; null without one. */
export function correctionPath(about: string): string | null {
	const { searchParams } = new URL(about, 'http://site');
	const nis = townAt(about) ?? searchParams.get('gebied') ?? '';
	if (!/^\d{5}$/.test(nis)) return null;
	const isStock = searchParams.get('cijfer') === QUANTITY_WORDS.stock.slug;
	const known = {
		indicator: searchParams.get('reeks') ?? (isStock ? 'stock_b' : null),
		reference_date: searchParams.get('op')
	};
	const filled = Object.entries(known).flatMap(([name, value]) => (value ? [[name, value]] : []));
	return `/beheer/formulieren/cijfer?${new URLSearchParams([['nis_code', nis], ...filled])}`;
}

/** The municipality whose page an address leads to, by its NIS code; null for another page. */
export const townAt = (href: string): string | null =>
	/^\/gemeenten\/(\d{5})(?![\w/-])/.exec(href)?.[1] ?? null;

/** Where a publication tells what it brought and what it changed. */
export const publicationPath = (id: number | null | undefined): string =>
	`/cijfers/publicaties/${id}`;

/** Where a version tells what made it. */
export const versionPath = (number: number): string => `/cijfers/versies/${number}`;

/** Where the picture of a page is that other sites show beside a link to it. @param page its path and query */
export function cardPath(page: string): string {
	const [path = '', query] = page.split('?', 2);
	return `/uitvoer/deelbeeld${path === '/' ? '' : path}${query ? `?${query}` : ''}`;
}

/** Where a table or drawing of a page is to be had as a file. */
export function filePath(page: string, id: string, ending: string): string {
	const [path = '', query] = page.split('?', 2);
	return `/uitvoer${path === '/' ? '' : path}/${id}.${ending}${query ? `?${query}` : ''}`;
}
