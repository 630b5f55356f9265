import { expect, test } from 'vitest';
import { inLanes, type Job } from './lanes.ts';

/** Jobs that write down when they begin and end; each lasts as many turns as it is told. */
function world(...jobs: [name: string, turns: number, ...needs: string[]][]) {
	const told: string[] = [];
	const made = jobs.map(([name, turns, ...needs]): Job => ({
		name,
		needs,
		async run() {
			told.push(`${name} begins`);
			for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
			told.push(`${name} ends`);
		}
	}));
	return { told, jobs: made };
}

test('as many jobs run at once as there are lanes, and the next takes the first that is free', async () => {
	const { told, jobs } = world(['long', 9], ['short', 3], ['next', 1]);
	await inLanes(jobs, 2);
	expect(told).toEqual([
		'long begins',
		'short begins',
		'short ends',
		'next begins',
		'next ends',
		'long ends'
	]);
});

test('a job waits for what it needs, and lets others go before it', async () => {
	const { told, jobs } = world(['pages', 1, 'build'], ['build', 2], ['lint', 3]);
	await inLanes(jobs, 1);
	expect(told.filter((line) => line.endsWith('begins'))).toEqual([
		'build begins',
		'pages begins',
		'lint begins'
	]);
});

test('what is not to be done keeps nobody waiting', async () => {
	const { told, jobs } = world(['pages', 1, 'build']);
	await inLanes(jobs, 2);
	expect(told).toEqual(['pages begins', 'pages ends']);
});

test('jobs that wait for one another are an error, not a wait without end', async () => {
	const { jobs } = world(['pages', 1, 'build'], ['build', 1, 'pages']);
	await expect(inLanes(jobs, 2)).rejects.toThrow('pages, build');
});
