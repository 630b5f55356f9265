import type { Tile } from '#lib/components/Tiles.svelte';
import { count, goalShare } from '#lib/text/format.ts';
import {
	CATEGORY_WORDS,
	countedWords,
	followers,
	publishedCategories
} from '#lib/text/progress-test.ts';
import type { load } from './+page.server.ts';

type Data = Pick<
	Awaited<ReturnType<typeof load>>,
	'round' | 'total' | 'published' | 'publications'
>;

/** The numbers with which the page of a round begins: what was published, else what its replay counts and what it asked. */
export function roundTiles(data: Data): Tile[] {
	const published = publishedTiles(data);
	return published.length > 0 ? published : replayedTiles(data);
}

function publishedTiles({ published, publications }: Data): Tile[] {
	const last = published.find((one) => !one.superseded);
	if (!last) return [];
	const by = publications.get(last.publication)?.publisher ?? '';
	return publishedCategories(last.counts).map(({ category, size }) => ({
		label: CATEGORY_WORDS[category],
		words: `${count(size)} van ${count(last.tested)}`,
		note: `gemeenten in categorie ${category}, volgens ${by}${last.provisional ? ' (voorlopig)' : ''}`
	}));
}

function replayedTiles({ round: { thresholds }, total: { counts } }: Data): Tile[] {
	if (!thresholds || counts.unknown === counts.municipalities) return [];
	return [
		{
			label: 'gemeenten volgen het groeipad',
			words: countedWords(followers(counts), counts),
			note: 'categorie 1, nagerekend'
		},
		{
			label: 'gemeenten volgen het niet',
			words: countedWords(counts.short, counts),
			note: 'categorie 2, nagerekend'
		},
		{
			label: 'drempel van wat gerealiseerd is',
			words: goalShare(thresholds.realised),
			note: 'van het objectief'
		},
		{
			label: 'of met geplande woningen erbij',
			words: goalShare(thresholds.withPlanned),
			note: 'van het objectief'
		}
	];
}
