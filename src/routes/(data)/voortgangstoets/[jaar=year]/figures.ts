import type { DrawnFigure } from '#lib/charts/figure.ts';
import { BROAD } from '#lib/charts/widths.ts';
import { day } from '#lib/text/format.ts';
import { replaySentence } from '#lib/text/progress-test.ts';
import { atWidths, mapDrawing } from '../../drawings.ts';
import type { load } from './+page.server.ts';

/** What a round says first. */
export const answerOf = ({
	round,
	total
}: Pick<Awaited<ReturnType<typeof load>>, 'round' | 'total'>): string =>
	round.thresholds
		? replaySentence(total.counts)
		: 'Van deze toets vonden we geen drempels. Daarom rekenen we geen categorie uit.';

/** The figure of the page of a round. */
export function roundFigures(data: Awaited<ReturnType<typeof load>>): { map: DrawnFigure } {
	const { round, map, sources } = data;
	return {
		map: {
			id: 'kaart',
			title: round.thresholds
				? 'Wie volgt het groeipad, nagerekend?'
				: 'Wie volgt het groeipad, zoals gepubliceerd?',
			subtitle: `toestand op ${day(round.measuredOn)}, gemeenten van die dag`,
			sources,
			drawings: [
				atWidths(
					mapDrawing({
						...map,
						title: `Kaart van Vlaanderen: categorie in de voortgangstoets van ${round.year}`,
						description: answerOf(data)
					}),
					BROAD
				)
			]
		}
	};
}
