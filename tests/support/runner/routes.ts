import { posix } from 'node:path';
import { leadingTo, type Texts } from './imports.ts';

/** Read by the program of every page, by no import. */
const EVERYWHERE = /^(src\/(app|hooks)\.|src\/params\/|static\/|(svelte|vite)\.config)/;

/** The folders of `src/routes` whose answers a change can touch: those that import it, and all below such a layout. */
export function routesTouched(changed: readonly string[], texts: Texts): string[] {
	const all = routesIn(texts);
	if (changed.some((file) => EVERYWHERE.test(file))) return all;
	const files = [...leadingTo(changed, texts)];
	const own = foldersOf(files, /^src\/routes\/(.*\/)?\+(page|server)\b/);
	const layouts = foldersOf(files, /^src\/routes\/(.*\/)?\+(layout|error)\b/);
	const below = (route: string) => layouts.some((one) => `${route}/`.startsWith(`${one}/`));
	return all.filter((route) => own.includes(route) || below(route));
}

const routesIn = (texts: Texts): string[] => [
	...new Set(foldersOf([...texts.keys()], /^src\/routes\/(.*\/)?\+(page|server)\b/))
];

const foldersOf = (files: readonly string[], pattern: RegExp): string[] =>
	files.filter((file) => pattern.test(file)).map((file) => posix.dirname(file));

/** The paths at which a route answers. */
export function pathsOf(route: string): RegExp {
	const path = route
		.replace(/^src\/routes/, '')
		.replaceAll(/\/\([^)]*\)/g, '')
		.replaceAll('.', '\\.')
		.replaceAll(/\[\\\.\\\.\\\.\w+\]/g, '.+')
		.replaceAll(/\[\w+(=\w+)?\]/g, '[^/]+');
	return new RegExp(`^${path || '/'}$`);
}
