/** The short trials of the table of faults; `npm run faults` tries all of them, at length. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { NotMeasuredError } from '../bench/stage.ts';
import type { Ground } from '../faults/fault.ts';
import { FAULTS } from '../faults/table.ts';
import { createDatabase } from '../support/postgres.ts';
import { clusterKey, copyDatabase, copyFolder } from '../support/starts.ts';

const KILLS = 3;
const starts = inject('starts');
const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cluster = (): string => {
	if (starts.cluster === null) throw new NotMeasuredError('no PostgreSQL on this machine');
	return starts.cluster;
};
const ground: Ground = {
	folder,
	async copy(engine) {
		const dataDir = mkdtempSync(join(folder, 'data-'));
		if (engine === 'embedded') copyFolder(starts, 'practice', dataDir);
		else if (cluster())
			return {
				databaseUrl: await copyDatabase(starts, 'practice'),
				dataDir,
				chainKey: clusterKey(starts)
			};
		return { databaseUrl: null, dataDir };
	},
	async empty() {
		const dataDir = mkdtempSync(join(folder, 'empty-'));
		return { databaseUrl: await createDatabase(cluster()), dataDir };
	}
};

const TRIALS = FAULTS.flatMap(({ rule, proof }) =>
	'trial' in proof && proof.isShort ? [[rule, proof.trial] as const] : []
);

test.for(TRIALS)('%s', async ([, trial]) => {
	const measured = trial(ground, { kills: KILLS }).catch((error: unknown) => {
		if (error instanceof NotMeasuredError) return error.message;
		throw error;
	});
	await expect(measured).resolves.toMatch(/\w/);
});

test('each fault that was found has a trial or a test', () => {
	const numbers = new Set(FAULTS.map(({ number }) => number));
	const missing = Array.from({ length: 21 }, (_, at) => at + 1).filter((one) => !numbers.has(one));
	expect(missing).toEqual([]);
});

test('each test that the table names is there', () => {
	const missing = FAULTS.flatMap(({ proof }) =>
		'file' in proof && !readFileSync(proof.file, 'utf8').includes(`'${proof.test}`) ? [proof] : []
	);
	expect(missing).toEqual([]);
});
