import { shown, type DrawnFigure } from '#lib/charts/figure.ts';
import { twoParts } from '#lib/charts/two-parts.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import { rangeSentence, splitSentence } from '#lib/text/compare.ts';
import { day, figure, isEstimate, percent } from '#lib/text/format.ts';
import { UNRANKED } from '#lib/text/ranked.ts';
import { regionStrips } from '../drawings.ts';
import type { load } from './+page.server.ts';

type Data = Awaited<ReturnType<typeof load>> & { moment: Moment };

export const aboutMembers = (on: string) => ({
	id: 'leden-per-regio',
	title: 'Hoe ver liggen de gemeenten van elke regio uit elkaar?',
	subtitle: `sociale huurwoningen per 100 huishoudens, ${day(on)}; één punt is één gemeente`
});

export const aboutSplit = (on: string) => ({
	id: 'binnen-en-tussen',
	title: 'Zit de ongelijkheid binnen of tussen de regio’s?',
	subtitle: `Theil-index van alle gemeenten samen, ${day(on)}`
});

/** How to read the split. */
export const SPLIT_NOTE =
	'De Theil-index is 0 als elke gemeente hetzelfde aandeel heeft. Hij splitst precies in twee: de verschillen tussen gemeenten van dezelfde regio, en de verschillen tussen de regio’s als geheel.';

/** The figures of the page that compares regions. */
export function comparedFigures({ rows, strips, theil, sources, moment }: Data) {
	const range = rangeSentence(
		rows.map(({ standing: { region, share } }) => ({ name: region.name, share }))
	);
	const members: DrawnFigure = {
		...aboutMembers(moment.on),
		sources,
		remarks: rows.some(({ standing }) => isEstimate(standing.share)) ? [UNRANKED] : [],
		drawings: [regionStrips(strips, range)]
	};
	return {
		members,
		split: theil.total.value !== null && rows.length > 1 ? split(theil, moment.on, sources) : null
	};
}

function split(theil: Data['theil'], on: string, sources: Data['sources']): DrawnFigure {
	const { total, within, between } = theil;
	const description = splitSentence(theil);
	return {
		...aboutSplit(on),
		sources,
		remarks: [description, SPLIT_NOTE],
		drawings: [
			shown('two-parts', twoParts, {
				parts: [
					{ word: 'binnen de regio’s', value: within.value ?? 0 },
					{ word: 'tussen de regio’s', value: between.value ?? 0 }
				],
				format: (fraction) => figure({ ...total, value: fraction }, (one) => percent(one, 1)),
				title: 'Ongelijkheid binnen en tussen de regio’s',
				description
			})
		]
	};
}
