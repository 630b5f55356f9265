import type { Tile } from '#lib/components/Tiles.svelte';
import { otherCount } from '#lib/domain/definition.ts';
import type { Figure } from '#lib/domain/figure.ts';
import { percent } from '#lib/text/format.ts';
import { countMark } from '#lib/text/sentences.ts';
import { heldAgainst } from '#lib/text/tiles.ts';

/** A share that another is held against; a goal is drawn as one. */
interface Beside {
	name: string;
	share: Figure;
	goal?: boolean;
}

/** What a share is held against, each that is counted by another rule with its mark. */
export const besideWords = (others: readonly Beside[]): string =>
	heldAgainst(
		others.map(({ name, share }) => ({ name: name + countMark(otherCount(share)), share }))
	);

/**
 * A share of households, with those that it is held against as marks on its scale and in words.
 * @param most the greatest share that the scale must hold
 */
export const shareTile = (
	label: string,
	figure: Figure,
	others: readonly Beside[],
	most?: number
): Tile => ({
	label,
	figure,
	format: (value) => percent(value),
	note: besideWords(others),
	most,
	marks: others.flatMap(({ share, goal = false }) =>
		share.value === null ? [] : [{ value: share.value, goal }]
	)
});

/** The goal that a region set itself, as its share is held against it. */
export const goalBeside = (goal: { value: Figure } | null): Beside[] =>
	goal ? [{ name: 'streefcijfer', share: goal.value, goal: true }] : [];
