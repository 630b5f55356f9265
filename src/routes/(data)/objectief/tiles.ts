import type { Tile } from '#lib/components/Tiles.svelte';
import { periodOf } from '#lib/domain/regime.ts';
import { count, longDay, municipalities } from '#lib/text/format.ts';
import { rangeWords, regimeWords } from '#lib/text/regimes.ts';
import { together, type Data } from './figures.ts';

/** What each regime asks of Flanders, what it leaves to whom wants more, and of how many municipalities the number is out. */
export const lawTiles = (data: Data): Tile[] =>
	together(data).flatMap(({ scheme, phase, numbers, last, earlier, voluntary }) => {
		const period = periodOf(scheme);
		const before = earlier.map(({ value }) => `eerst ${count(value)}; `).join('');
		return [
			{
				label: regimeWords(period, phase),
				words: count(last.value),
				note: `sociale huurwoningen; ${before}tegen ${longDay(scheme.deadline)}`
			},
			...(voluntary
				? [{ label: `vrijwillig erbij, ${period}`, words: rangeWords(voluntary) }]
				: []),
			...(phase === 'announced'
				? [
						{
							label: `gemeenten die hun aantal van ${period} kennen`,
							words: numbers === 0 ? 'nog geen' : municipalities(numbers)
						}
					]
				: [])
		];
	});
