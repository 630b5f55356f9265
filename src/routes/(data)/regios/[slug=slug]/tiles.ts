import type { Tile } from '#lib/components/Tiles.svelte';
import { count, percent, shortOrOver } from '#lib/text/format.ts';
import { goalNote, heldAgainst, reachedWords, togetherShort } from '#lib/text/tiles.ts';
import type { PageData } from './$types';

/** The numbers with which the page of a region begins. */
export function regionTiles({ standing, flanders }: PageData): Tile[] {
	const { headline, goal, tally } = standing;
	const others = [
		...(flanders ? [{ ...flanders, goal: false }] : []),
		...(goal ? [{ name: 'streefcijfer', share: goal.value, goal: true }] : [])
	];
	const isTold = tally.claim !== 'unknown' && tally.bound > 0;
	return [
		{ label: 'sociale huurwoningen', figure: headline.stock, format: count },
		{
			label: 'per 100 huishoudens',
			figure: headline.share,
			format: (value) => percent(value),
			note: heldAgainst(others),
			marks: others.flatMap(({ share, goal: isGoal }) =>
				share.value === null ? [] : [{ value: share.value, goal: isGoal }]
			)
		},
		...(tally.bound + tally.missing.length === 0
			? []
			: [
					{
						label: 'gemeenten halen hun objectief',
						words: reachedWords(tally),
						note: togetherShort(tally),
						met: isTold ? tally.reached === tally.bound : null
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
