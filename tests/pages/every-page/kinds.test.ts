import { expect, test } from 'vitest';
import { answerAt } from '../api.ts';
import { KINDS, candidate, kindOf, standingForAll } from './kinds.ts';
import { inspectedAddresses } from './visit.ts';

/** Inspected as the one file that it becomes, with the network off. */
const AS_A_FILE = '/vergadering/[slug=slug]/scherm/geheel';

test('axe looks at every kind of page that the site answers', async () => {
	const inspected = new Set([...(await inspectedAddresses())].map(kindOf));
	const others = KINDS.filter((kind) => kind !== AS_A_FILE && !inspected.has(kind));
	const answers = others.map(async (kind) => `${kind} ${(await answerAt(kind)).status}`);
	// Pages for those who draw and measure are not there on the site.
	expect(await Promise.all(answers)).toEqual(others.map((kind) => `${kind} 404`));
	expect(others.filter((kind) => kind.includes('['))).toEqual([]);
});

test('of a kind the page with the most components is looked at, the shortest of equals, and every other with one of its own', () => {
	const page = (address: string, components: string, filler = '') =>
		candidate(address, components.replace(/\w+/g, '<i class="svelte-$&">') + filler);
	const chosen = standingForAll([
		page('/gemeenten/34022', 'a b', 'long'),
		page('/gemeenten/11002', 'a b'),
		page('/gemeenten/73028', 'c'),
		page('/gemeenten/44021', 'a'),
		page('/regios/samenstellen', 'a'),
		page('/regios/kortrijk', 'a')
	]);
	expect([...chosen].sort()).toEqual([
		'/gemeenten/11002',
		'/gemeenten/73028',
		'/regios/kortrijk',
		'/regios/samenstellen'
	]);
});
