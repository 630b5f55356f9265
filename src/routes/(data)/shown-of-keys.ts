import type { Figure } from '#lib/domain/figure.ts';
import type { DivisionPart } from '#lib/server/standing/division-keys.ts';
import { count, inDecimals, inPercent } from '#lib/text/format.ts';

/** What the cells of the table of keys can show. */
export const SHOWN = {
	woningen: {
		name: 'woningen erbij',
		caption: 'Woningen die erbij komen',
		of: (part: DivisionPart): Figure => part.dwellings,
		format: count
	},
	aandeel: {
		name: 'nieuw aandeel',
		caption: 'Sociale huur per 100 huishoudens als die woningen er staan',
		of: (part: DivisionPart): Figure => part.share,
		format: inPercent(2)
	},
	jaar: {
		name: 'per jaar',
		caption: 'Woningen erbij per jaar',
		of: (part: DivisionPart): Figure => part.perYear,
		format: inDecimals(1)
	},
	ongepland: {
		name: 'nog niet gepland',
		caption:
			'Woningen erbij die nog niet in uitvoering of gepland zijn (− : zoveel staan er meer op de planning)',
		of: (part: DivisionPart): Figure => part.beyondPipeline,
		format: count
	}
} as const;

export type Shown = keyof typeof SHOWN;

const isShown = (text: string): text is Shown => Object.hasOwn(SHOWN, text);

/** What the address asks to show; the dwellings when it says nothing of the kind. */
export function shownIn({ searchParams }: URL): Shown {
	const asked = searchParams.get('toon') ?? '';
	return isShown(asked) ? asked : 'woningen';
}
