import { posix } from 'node:path';

/** Files by their path from the top of the project, with what they say. */
export type Texts = ReadonlyMap<string, string>;

/** The files that lead to one of these by what they import, however far away; these too. */
export function leadingTo(files: Iterable<string>, texts: Texts): Set<string> {
	const importers = importersIn(texts);
	const found = new Set(files);
	for (const file of found) {
		for (const importer of importers.get(file) ?? []) found.add(importer); // grows while it is walked
	}
	return found;
}

/** Who imports each file. */
function importersIn(texts: Texts): Map<string, string[]> {
	const pairs = [...texts].flatMap(([file, text]) =>
		importsOf(file, text).map((target) => ({ file, target }))
	);
	return new Map(
		[...Map.groupBy(pairs, ({ target }) => target)].map(([target, found]) => [
			target,
			found.map(({ file }) => file)
		])
	);
}

/** The files of the project that a file imports, without those that it asks types of only. */
export function importsOf(file: string, text: string): string[] {
	const running = text.replace(/^\s*(import|export) type\s[^;]*;/gm, '');
	return [...running.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"?]+)/g)].flatMap(
		([, source = '']) => {
			if (source.startsWith('.')) return [posix.join(posix.dirname(file), source)];
			const [, room, path] = /^#(lib|db)\/(.+)$/.exec(source) ?? [];
			return path ? [`${room === 'lib' ? 'src/lib' : 'db'}/${path}`] : [];
		}
	);
}
