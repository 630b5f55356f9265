import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withReaders } from './changed.ts';
import { PARTS, workOn, workOnChanged } from './work.ts';

const named = (work: ReturnType<typeof workOn>) => work.map(({ name }) => name);
const wordsOf = (work: ReturnType<typeof workOn>) =>
	work.flatMap(({ commands }) => commands.flat());

test('without a name every part is done, and the suites together, after the build', () => {
	const work = workOn(PARTS);
	expect(named(work).join(', ').split(', ').sort()).toEqual([...PARTS].sort());
	expect(work.at(-1)).toMatchObject({ name: 'database, import, pages', needs: ['build'] });
});

test.for(PARTS)('%s alone is done alone, and shown while it runs when it is tests', (part) => {
	const work = workOn([part]);
	expect(named(work)).toEqual([part]);
	expect(work[0]?.live).toBe(work[0]?.tests);
});

test('beside other checks the tests of code leave them a core', () => {
	expect(wordsOf(workOn(['unit', 'lint'], 2))).toContain('--maxWorkers=1');
	expect(wordsOf(workOn(['unit'], 2))).toContain('--maxWorkers=2');
});

test('when nothing changed nothing is done', () => {
	expect(workOnChanged([])).toEqual([]);
});

test('of a change the types and the build are checked whole, format and lint of what changed', () => {
	const work = workOnChanged(['tests/run.ts', 'README.md']);
	expect(named(work)).toEqual(['format', 'lint', 'build', 'types', 'changed code']);
	expect(work[0]?.commands[0]).toEqual(expect.arrayContaining(['tests/run.ts', 'README.md']));
	expect(work[1]?.commands[0]).not.toContain('README.md');
});

test.for([
	'db/seed/facts/goals.csv',
	'db/docs/reply.md',
	'src/cli/data.ts',
	'tests/import/layouts/x'
])('what reads %s is there', (changed) => {
	const [, ...readers] = withReaders([changed]);
	expect(readers.length).toBeGreaterThan(0);
	expect(readers.filter((file) => !existsSync(file))).toEqual([]);
});
