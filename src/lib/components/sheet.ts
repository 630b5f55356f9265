import { getContext, setContext } from 'svelte';
import type { Issued } from '#lib/text/citation.ts';

/** What every figure of a page needs to know of the page it stands on. */
export interface Sheet {
	/** Path and query of the page, as the reader asked for it. */
	readonly page: string;
	/** The absolute address at which the page shows these same numbers for ever. */
	readonly frozen: string;
	/** The reference date shown; null when the page is about no single one. */
	readonly on: string | null;
	/** The day on which the numbers of the page were known. */
	readonly known: string;
	/** Every publication that its numbers can rest on, by id. */
	readonly publications: ReadonlyMap<number, Issued>;
	/** What every statement of the page must say beside its number. */
	readonly notes: readonly string[];
	/** Whether its figures are those of other pages, which have their files and words to take along. */
	readonly repeats?: boolean;
}

const KEY = Symbol('sheet');

/** Tells the figures of a page which page they stand on; read anew whenever it changes. */
export const setSheet = (read: () => Sheet): void => {
	setContext(KEY, read);
};

/** Tells the figures of a part of a page that they repeat those of other pages. */
export const setRepeats = (): void => {
	const read = getContext<(() => Sheet) | undefined>(KEY);
	if (read) setSheet(() => ({ ...read(), repeats: true }));
};

/** The page that a figure stands on; null where it stands on none, as in the gallery. */
export const sheet = (): Sheet | null => getContext<(() => Sheet) | undefined>(KEY)?.() ?? null;
