import type { DrawnFigure } from '#lib/charts/figure.ts';

/** What a page says first and draws: its files, and the card beside a link to it, are made of it. */
export interface Told {
	/** Its sentence, and what follows from it. */
	answer: string;
	lead?: string;
	figures?: Readonly<Record<string, DrawnFigure | null>>;
	/** Whether it is a «what if». */
	scenario?: boolean;
}

/** Stands as `tell` in `told.ts` beside a page: what it says, from what its load gives. */
export type Tell<Data> = (data: Data, url: URL) => Told;
