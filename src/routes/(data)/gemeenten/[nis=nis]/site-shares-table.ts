import type { SiteShare } from '#lib/domain/site-shares.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { Publication } from '#lib/server/queries/publications.ts';
import type { Cell, Piece } from '#lib/tables/cell.ts';
import { onPage, type Column } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { publicationPath } from '#lib/text/addresses.ts';
import { day, dwellings, inPercent } from '#lib/text/format.ts';
import { indicatorFormat } from '#lib/text/words.ts';
import { SITE_RULE, SITE_WORDS } from '#lib/text/site-shares.ts';

type Publications = ReadonlyMap<number, Publication>;

const note = (words: Cell): Piece => ({ words, look: 'note' });
const none = (what: string): Piece => ({ words: `${what} niet gevonden`, look: 'none' });

/** A number with its day and who published it. */
function issued(
	number: Piece,
	{ date, publications: ids }: Figure,
	publications: Publications
): Cell {
	const by = ids.flatMap((id, at): Piece[] => [
		...(at > 0 ? [', '] : []),
		{ words: publications.get(id)?.publisher ?? '', href: publicationPath(id) }
	]);
	return [number, note([`${day(date)}: `, ...by])];
}

function shareCell({ share }: SiteShare, publications: Publications): Cell {
	if (share?.value == null) return none('percentage');
	const { indicator, value, status } = share;
	const number: Piece = indicator
		? { amount: value, format: indicatorFormat(indicator) }
		: { figure: share, format: inPercent(2) };
	return [
		issued(number, share, publications),
		indicator ? null : note('door ons berekend'),
		indicator && status === 'provisional' ? note('voorlopig cijfer') : null
	].flat();
}

const columns: readonly Column<SiteShare, unknown, Publications>[] = [
	onPage('Waar', ({ site }) => SITE_WORDS[site].name, { names: true }),
	onPage('Wat die telt, en waardoor die deelt', ({ site }) => [
		SITE_WORDS[site].counts,
		note(`gedeeld door ${SITE_WORDS[site].divides}`)
	]),
	onPage('Laatste aantal, zo geteld', ({ homes }, publications: Publications) =>
		homes ? issued({ figure: homes, format: dwellings }, homes, publications) : none('aantal')
	),
	onPage('Laatste percentage, zo geteld', shareCell)
];

/** Why sites give one municipality other percentages: who counts where, with its own numbers. */
export const siteSharesTable = (
	name: string,
	shares: readonly SiteShare[],
	publications: Publications
): Table =>
	tableOf(columns, shares, publications, {
		id: 'telwijzen',
		title: `Waarom u voor ${name} verschillende percentages vindt`,
		reflow: true,
		notes: [SITE_RULE]
	});
