import { getContext, setContext } from 'svelte';

/** What every figure of a page needs to know of the page it stands on. */
export interface Sheet {
	/** Path and query of the page, as the reader asked for it. */
	readonly page: string;
	/** The absolute address at which the page shows these same numbers for ever. */
	readonly frozen: string;
}

const KEY = Symbol('sheet');

/** Tells the figures of a page which page they stand on; read anew whenever it changes. */
export const setSheet = (read: () => Sheet): void => {
	setContext(KEY, read);
};

/** The page that a figure stands on; null where it stands on none, as in the gallery. */
export const sheet = (): Sheet | null => getContext<(() => Sheet) | undefined>(KEY)?.() ?? null;
