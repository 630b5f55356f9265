import type { Tile } from '#lib/components/Tiles.svelte';
import { attainment } from '#lib/domain/measures.ts';
import { count, percent, shortOrOver } from '#lib/text/format.ts';
import { goalNote, heldAgainst, ofTarget, partOfGoal } from '#lib/text/tiles.ts';
import type { PageData } from './$types';

/** The numbers with which the page of a municipality begins. */
export function municipalityTiles(data: PageData): Tile[] {
	const { standing } = data;
	return [
		{ label: 'sociale huurwoningen', figure: standing.stock, format: count },
		shareTile(data),
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

function shareTile({ standing, flandersShare, goals }: PageData): Tile {
	const others = [
		...goals.map(({ region, share }) => ({ name: region.name, share })),
		...(flandersShare ? [{ name: 'Vlaanderen', share: flandersShare }] : [])
	];
	return {
		label: 'per 100 huishoudens',
		figure: standing.share,
		format: (value) => percent(value),
		note: heldAgainst(others),
		marks: others.flatMap(({ share }) =>
			share.value === null ? [] : [{ value: share.value, goal: false }]
		)
	};
}

function objectiveTile(objective: PageData['standing']['objective']): Tile {
	const where = attainment(objective);
	const label = 'bindend sociaal objectief';
	if (where === 'no_objective') return { label, words: 'geen of vrijgesteld' };
	if (where === 'unknown') return { label, words: 'niet bekend' };
	return {
		label,
		figure: objective.toRealise,
		format: shortOrOver,
		note: ofTarget(objective),
		met: where === 'reached'
	};
}
