import type { Tile } from '#lib/components/Tiles.svelte';
import { otherCount } from '#lib/domain/definition.ts';
import type { Figure } from '#lib/domain/figure.ts';
import { attainment } from '#lib/domain/measures.ts';
import { newestOfSorts } from '#lib/domain/published.ts';
import { estimatedWords, type Cell } from '#lib/tables/cell.ts';
import { numberCell, publisherLink } from '#lib/tables/facts.ts';
import { count, day, isEstimate, shortOrOver } from '#lib/text/format.ts';
import { countMark } from '#lib/text/sentences.ts';
import { goalNote, ofTarget, partOfGoal } from '#lib/text/tiles.ts';
import { shareTile } from '../../share-tile.ts';
import { factRows } from './tables.ts';
import type { PageData } from './$types';

/** The numbers with which the page of a municipality begins. */
export function municipalityTiles(data: PageData): Tile[] {
	const { standing, goals, flandersShare } = data;
	const others = [
		...goals.map(({ region, share }) => ({ name: region.name, share })),
		...(flandersShare
			? [
					{
						name: `Vlaanderen${countMark(otherCount(flandersShare))}`,
						share: flandersShare
					}
				]
			: [])
	];
	return [
		{ label: 'sociale huurwoningen', figure: standing.stock, format: count },
		shareTile('per 100 huishoudens', standing.share, others),
		objectiveTile(standing.objective),
		...data.fairParts.map(({ division: { region, regionGoal, towns, shortfall }, row }): Tile => {
			const range = towns[row]?.range;
			return {
				label: `deel in het streefcijfer van ${region.name}`,
				words: range ? partOfGoal(range, shortfall) : '',
				note: `woningen, naargelang de sleutel${regionGoal ? `; ${goalNote(regionGoal)}` : ''}`
			};
		})
	];
}

/** What was published first: of each sort the newest, with its day and who published it. */
export const publishedTiles = (data: PageData): Tile[] =>
	factRows(data, newestOfSorts(data.published, data.moment.on)).map((fact): Tile => ({
		label: fact.what,
		words: numberCell(fact),
		note: [
			fact.date ? `${day(fact.date)} · ` : null,
			publisherLink(fact.publication, data.publications)
		]
	}));

/** That nothing is asked, with the sign of an estimate where that is one. */
const noObjective = (target: Figure): Cell => {
	const words = { words: 'geen of vrijgesteld' };
	return isEstimate(target) ? estimatedWords(words) : words;
};

function objectiveTile(objective: PageData['standing']['objective']): Tile {
	const where = attainment(objective);
	const label = 'bindend sociaal objectief';
	if (where === 'no_objective') return { label, words: noObjective(objective.target) };
	if (where === 'unknown') return { label, words: 'niet bekend' };
	return {
		label,
		figure: objective.toRealise,
		format: shortOrOver,
		note: ofTarget(objective),
		met: where === 'reached'
	};
}
