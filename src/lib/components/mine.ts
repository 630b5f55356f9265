import { getContext, setContext } from 'svelte';

const KEY = Symbol('mine');

/** Tells the drawings and tables of a page which municipality is the reader's own, by its codes; read anew whenever it changes. */
export const setMine = (read: () => readonly string[]): void => {
	setContext(KEY, read);
};

/** Reads the codes of the reader's own municipality: none where the page is told of none. */
export const mineRead = (): (() => readonly string[]) =>
	getContext<(() => readonly string[]) | undefined>(KEY) ?? (() => []);
