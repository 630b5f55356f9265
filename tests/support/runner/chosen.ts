/**
 * Runs test files of pages, each argument a file; of one that is followed by addresses, a line each, only the tests that
 * bear one of them in their names.
 */
import { resolve } from 'node:path';
import { createVitest } from 'vitest/node';
import { CHOSEN } from './recorder.ts';

const asked = process.argv.slice(2).map((word) => {
	const [file = '', ...addresses] = word.split('\n');
	return { file, addresses };
});
process.env[CHOSEN] = '1';
const vitest = await createVitest('test', {
	watch: false,
	project: ['pages'],
	reporters: ['default', './tests/support/runner/recorder.ts']
});
await vitest.standalone();
const project = vitest.getProjectByName('pages');
await vitest.runTestSpecifications(
	asked.map(({ file, addresses }) =>
		project.createSpecification(
			resolve(file),
			addresses.length > 0 ? { testNamePattern: bearing(addresses) } : undefined
		)
	)
);
await vitest.close();

/** Names in which an address stands as a whole. */
function bearing(addresses: readonly string[]): RegExp {
	const words = addresses.map((one) => one.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`(?<![\\w/])(${words.join('|')})(?![\\w/?&=-])`);
}
