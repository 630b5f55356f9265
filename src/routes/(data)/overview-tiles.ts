import type { Tile } from '#lib/components/Tiles.svelte';
import { periodOf } from '#lib/domain/regime.ts';
import { count, percent } from '#lib/text/format.ts';
import { allMetWords, reachedWords } from '#lib/text/tiles.ts';
import type { PageData } from './$types';

/** The numbers with which the overview begins. */
export function overviewTiles({ flanders: { headline, tally, scheme } }: PageData): Tile[] {
	const isTold = tally.claim !== 'unknown' && tally.bound > 0;
	return [
		{ label: 'sociale huurwoningen', figure: headline.stock, format: count },
		{ label: 'per 100 huishoudens', figure: headline.share, format: (value) => percent(value) },
		{
			label: `gemeenten halen hun objectief ${periodOf(scheme)}`,
			words: reachedWords(tally),
			met: isTold ? tally.reached === tally.bound : null,
			metWords: allMetWords(tally)
		},
		{ label: 'woningen te kort bij de andere', figure: tally.short, format: count }
	];
}
