import { getContext, setContext } from 'svelte';

const KEY = Symbol('for export');

/** Tells every part of a page that a file is made of it: numbers and days then stand in it as machines read them. */
export const setForExport = (read: () => boolean): void => {
	setContext(KEY, read);
};

/** Whether the page is rendered for a file. */
export const isForExport = (): boolean => getContext<(() => boolean) | undefined>(KEY)?.() ?? false;
