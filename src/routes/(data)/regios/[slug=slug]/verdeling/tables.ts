import type { DivisionStanding } from '#lib/server/standing/division.ts';
import type { DivisionPart } from '#lib/server/standing/division-keys.ts';
import type { Cell } from '#lib/tables/cell.ts';
import { figureCell, onPage, pageFigure, type Column } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { KEY_WORDS } from '#lib/text/division.ts';
import { count, day, shortOrOver, inDecimals, inPercent } from '#lib/text/format.ts';
import { changesTo, linksFrom, type Link } from '../../../../links.ts';
import { keyTable } from '../../../key-table.ts';
import type { PageData } from './$types';

/** How to read what a key gives. */
export const KEY_NOTE =
	'«Nog niet gepland» is wat erbij komt min wat in uitvoering of gepland is; met − staat er al meer op de planning dan de sleutel vraagt. Het objectief vroeg woningen tegen 31/12/2025.';

/** The tables of the page; null where there is nothing to divide. */
export function tables({ standing, shown }: Pick<PageData, 'standing' | 'shown'>, url: URL) {
	const link = linksFrom(url);
	const alter = changesTo(url);
	const isDivided = (standing?.shortfall.value ?? 0) > 0;
	return {
		'naast-elkaar':
			standing && isDivided
				? keyTable(standing, {
						link,
						shown,
						headLink: (key) => `${alter({ sleutel: KEY_WORDS[key].slug })}#sleutel`
					})
				: null,
		sleutel: standing && isDivided && !standing.chosen.reason ? oneKey(standing, link) : null
	};
}

/** One key in full: what each municipality would get, its new share, and what it has on its planning. */
function oneKey(standing: DivisionStanding, link: Link): Table {
	const { chosen, scenario, stock, shareNow, pipeline } = standing;
	const { name } = KEY_WORDS[chosen.key];
	const share = inPercent(2);
	const yearly = inDecimals(1);
	const columns: readonly Column<DivisionPart>[] = [
		onPage('Gemeente', ({ municipality }) => ({
			words: municipality.name,
			href: link(`/gemeenten/${municipality.nis}`)
		})),
		pageFigure('Woningen nu', count, (part) => part.stock),
		pageFigure('Aandeel nu', share, (part) => part.shareNow),
		pageFigure('Erbij', count, (part) => part.dwellings, { look: 'strong' }),
		pageFigure(`Aandeel ${scenario.by.slice(0, 4)}`, share, (part) => part.share),
		pageFigure('Per jaar', yearly, (part) => part.perYear),
		pageFigure('In uitvoering of gepland', count, (part) => part.pipeline),
		pageFigure('Nog niet gepland', count, (part) => part.beyondPipeline),
		pageFigure('Nog te gaan van het objectief', shortOrOver, (part) => part.toRealise)
	];
	const together: readonly Cell[] = [
		'Samen',
		figureCell(stock, count),
		figureCell(shareNow, share),
		figureCell(chosen.assigned, count),
		figureCell(chosen.share, share),
		figureCell(chosen.perYear, yearly),
		figureCell(pipeline, count)
	];
	return tableOf(
		columns,
		chosen.parts,
		undefined,
		{
			id: 'sleutel',
			title: `De sleutel «${name}» in detail`,
			caption: `Sleutel «${name}»: van ${day(stock.date)} tot ${day(scenario.by)}. Scenario, geen beslissing.`,
			notes: [KEY_NOTE]
		},
		{ foot: [together] }
	);
}
