import type { Tile } from '#lib/components/Tiles.svelte';
import { periodOf } from '#lib/domain/regime.ts';
import { count, shortOrOver } from '#lib/text/format.ts';
import { allMetWords, goalNote, reachedWords, togetherShort } from '#lib/text/tiles.ts';
import { goalBeside, shareTile } from '../../share-tile.ts';
import type { PageData } from './$types';

/** The numbers with which the page of a region begins. */
export function regionTiles({ standing, flanders, scheme }: PageData): Tile[] {
	const { headline, goal, tally } = standing;
	const isTold = tally.claim !== 'unknown' && tally.bound > 0;
	return [
		{ label: 'sociale huurwoningen', figure: headline.stock, format: count },
		shareTile('per 100 huishoudens', headline.share, [
			...(flanders ? [flanders] : []),
			...goalBeside(goal)
		]),
		...(tally.bound + tally.missing.length === 0
			? []
			: [
					{
						label: `gemeenten halen hun objectief ${periodOf(scheme)}`,
						words: reachedWords(tally),
						note: togetherShort(tally),
						met: isTold ? tally.reached === tally.bound : null,
						metWords: allMetWords(tally)
					}
				]),
		...(goal
			? [
					{
						label: 'tegenover het eigen streefcijfer',
						figure: goal.gap,
						format: shortOrOver,
						note: goalNote(goal),
						met: goal.gap.value === null ? null : goal.gap.value <= 0
					}
				]
			: [])
	];
}
