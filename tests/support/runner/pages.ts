import { importsOf, type Texts } from './imports.ts';
import { pathsOf, routesTouched } from './routes.ts';

/** More routes than these are tried by the table of facts alone: each number once, on a page that shows it. */
const MOST_ROUTES = 12;
const FACTS = 'tests/pages/facts.test.ts';
/** The list of addresses that some tests visit one by one, each in tests that bear its name. */
const LIST = { file: 'tests/pages/pages.ts', name: /\bPAGES\b/ };
/** Seconds that the tests of pages may cost together, and what one is taken for that was never measured. */
const BUDGET = 100;
const UNMEASURED = 10;

/** A test file of pages, all of it or the tests of some addresses only. */
export interface Chosen {
	file: string;
	only: string[] | null;
}

export interface PageChoice {
	tests: Chosen[];
	/** Tests that are touched too and would take too long. */
	left: string[];
	/** How many routes the change reaches. */
	routes: number;
}

/**
 * Chooses tests of pages. They ask a running site, so no import leads from them to what they test: a change reaches the
 * routes that import it, and a test is touched when an address of such a route stands in it, or beside it in what it imports.
 * @param changed the changed files
 * @param texts `src`, `db` and `tests/pages`
 * @param seconds what test files cost when they last ran
 */
export function pageTestsFor(
	changed: readonly string[],
	texts: Texts,
	seconds: ReadonlyMap<string, number>
): PageChoice {
	const routes = routesTouched(changed, texts);
	const paths = routes.map(pathsOf);
	const touched = [...texts.keys()]
		.filter((file) => /^tests\/pages\/.+\.test\.ts$/.test(file))
		.flatMap((test): Chosen[] => {
			const beside = besides(test, texts);
			if (changed.some((file) => beside.has(file))) return [{ file: test, only: null }];
			if (routes.length > MOST_ROUTES) return test === FACTS ? [{ file: test, only: null }] : [];
			return chosenOf(test, [...beside], { paths, texts });
		});
	return { ...withinBudget(touched, costIn(texts, seconds)), routes: routes.length };
}

interface Known {
	paths: readonly RegExp[];
	texts: Texts;
}

/** A test that names an address of a touched route is chosen whole; one that goes through the list, for touched addresses only. */
function chosenOf(file: string, beside: readonly string[], { paths, texts }: Known): Chosen[] {
	const textOf = (one: string) => texts.get(one) ?? '';
	const isTouched = (address: string) => paths.some((path) => path.test(pathOf(address)));
	const own = beside.filter((one) => one !== LIST.file).map(textOf);
	const throughList = own.some((text) => LIST.name.test(text));
	const texted = throughList ? [...own, textOf(LIST.file)] : own;
	const touched = new Set(texted.flatMap(addressesIn).filter(isTouched));
	return touched.size > 0 ? [{ file, only: throughList ? [...touched] : null }] : [];
}

/** A test with the files of `tests/pages` that it imports, however far away. */
function besides(test: string, texts: Texts): Set<string> {
	const found = new Set([test]);
	for (const file of found) {
		for (const target of importsOf(file, texts.get(file) ?? '')) {
			if (target.startsWith('tests/pages/')) found.add(target);
		}
	}
	return found;
}

const addressesIn = (text: string): string[] =>
	[...text.matchAll(/['"`](\/[^'"`\s]*)/g)].map(([, address = '']) => address);

/** The path of an address; what is filled in stands for any word. */
const pathOf = (address: string): string =>
	address.replaceAll(/\$\{[^}]*\}/g, 'x').replace(/[?#].*$/, '');

function costIn(texts: Texts, seconds: ReadonlyMap<string, number>) {
	const all = addressesIn(texts.get(LIST.file) ?? '').length;
	return ({ file, only }: Chosen) =>
		(seconds.get(file) ?? UNMEASURED) * (only ? only.length / all : 1);
}

/** The cheapest tests that fit into the budget together. */
function withinBudget(tests: readonly Chosen[], cost: (test: Chosen) => number) {
	let spent = 0;
	const sorted = tests.toSorted((a, b) => cost(a) - cost(b));
	const fitting = sorted.filter((test) => (spent += cost(test)) <= BUDGET);
	const left = sorted.slice(fitting.length).map(({ file }) => file);
	return { tests: fitting, left };
}
