/**
 * Runs every check of the project, or the parts that are named: `npm test -- unit lint`. `npm test -- changed` runs what
 * the work since the last commit can touch, `npm test -- changed REF` what changed since REF.
 * The last line says how many passed and failed; a static check counts as one test, a skipped test as a failed one.
 */
import { availableParallelism } from 'node:os';
import { changedSince } from './support/runner/changed.ts';
import { inLanes } from './support/runner/lanes.ts';
import { Tally } from './support/runner/tally.ts';
import { PARTS, type Work, workOn, workOnChanged } from './support/runner/work.ts';

const given = process.argv.slice(2);
const work = given[0] === 'changed' ? ofChanged(given.slice(1)) : ofParts(given);
const tally = new Tally();
await inLanes(
	work.map((one) => ({ ...one, run: () => tally.do(one) })),
	availableParallelism()
);
const { passed, failed } = tally.report();
process.exitCode = failed > 0 || (passed === 0 && work.length > 0) ? 1 : 0;

function ofParts(names: string[]): Work[] {
	const unknown = names.filter((name) => !PARTS.includes(name));
	if (unknown.length > 0) {
		console.error(`Unknown part: ${unknown.join(', ')}.`);
		console.error(`Known: ${PARTS.join(', ')}; and by itself: changed [REF].`);
		process.exit(2);
	}
	return workOn(names.length > 0 ? names : PARTS);
}

function ofChanged([since = 'HEAD', ...more]: string[]): Work[] {
	if (more.length > 0) {
		console.error('changed takes one commit, branch or tag at most.');
		process.exit(2);
	}
	const changed = changedSince(since);
	if (changed.length === 0) console.log(`Nothing differs from ${since}.`);
	return workOnChanged(changed);
}
