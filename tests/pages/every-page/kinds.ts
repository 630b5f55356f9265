import { readdirSync } from 'node:fs';

const PAGE = '+page.svelte';

/** Pages for whoever signs in, which have tests of their own. */
const DESK = /^\/beheer\//;

/** The kinds of pages of the site, as their addresses: `/gemeenten/[nis=nis]`. Groups of folders are no part of an address. */
export const KINDS: readonly string[] = readdirSync('src/routes', { recursive: true })
	.map((file) => `/${String(file).replaceAll('\\', '/')}`)
	.filter((file) => file.endsWith(`/${PAGE}`) && !DESK.test(file))
	.map((file) => file.replace(/\/\([^)]+\)/g, '').slice(0, -PAGE.length - 1) || '/')
	.sort();

/** Kinds with their patterns; those without a parameter first, for `/regios/samenstellen` is no region. */
const PATTERNS = KINDS.map((kind) => ({ kind, parameters: kind.split('[').length }))
	.sort((a, b) => a.parameters - b.parameters)
	.map(({ kind }) => ({ kind, pattern: new RegExp(`^${kind.replace(/\[[^\]]+\]/g, '[^/]+')}$`) }));

/** The kind of page at an address of the site. */
export function kindOf(address: string): string {
	const path = address.replace(/\?.*$/, '');
	const found = PATTERNS.find(({ pattern }) => pattern.test(path));
	if (!found) throw new Error(`No page of the site answers at ${path}.`);
	return found.kind;
}

/** A page as far as it must be known to choose some of many. */
interface Candidate {
	address: string;
	/** The components that its HTML shows: each has a class of its own for its styles. */
	components: ReadonlySet<string>;
	/** How long it is. */
	size: number;
}

/** A page by its HTML. */
export const candidate = (address: string, html: string): Candidate => ({
	address,
	components: new Set(html.match(/svelte-\w+/g)),
	size: html.length
});

/** Which pages stand for all: of every kind the one with the most components, and any that shows a component of its own. */
export function standingForAll(all: readonly Candidate[]): ReadonlySet<string> {
	const seen = new Set<string>();
	const chosen = new Set<string>();
	const take = (one: Candidate | undefined) => {
		if (one) chosen.add(one.address);
		for (const component of one?.components ?? []) seen.add(component);
	};
	const bySize = all.toSorted((a, b) => a.size - b.size);
	for (const own of Map.groupBy(bySize, ({ address }) => kindOf(address)).values())
		take(own.toSorted((a, b) => b.components.size - a.components.size)[0]);
	for (const one of bySize) if (!one.components.isSubsetOf(seen)) take(one);
	return chosen;
}
