/**
 * Breaks what can break, on both engines, and prints of each fault that was found whether the rule holds that forbids it:
 * `npm run faults`; `npm run faults -- 20` kills 20 imports on each engine instead of 100; `npm run faults -- feed` tries the rows
 * that have this word; `npm run faults -- soak 10` serves for 10 minutes at half of what the machine can. Ends with a count.
 */
import { NotMeasuredError, Stage } from '../bench/stage.ts';
import type { Fault } from './fault.ts';
import { runTests } from './held.ts';
import { soak } from './soak.ts';
import { FAULTS } from './table.ts';

type Outcome = 'pass' | 'FAIL' | 'not tried';

const given = process.argv.slice(2);
const kills = Number(given.find((word) => /^\d+$/.test(word)) ?? 100);
const words = given.filter((word) => !/^\d+$/.test(word));
const counts: Record<Outcome, number> = { pass: 0, FAIL: 0, 'not tried': 0 };
const stage = new Stage();
try {
	if (words[0] === 'soak') await show(null, 'a soak at half load', () => soak(stage, kills));
	else await tryAll(FAULTS.filter(({ rule }) => words.every((word) => rule.includes(word))));
} finally {
	await stage.close();
}
console.log(`${counts.pass} passed, ${counts.FAIL} failed, ${counts['not tried']} not tried`);
process.exitCode = counts.FAIL > 0 ? 1 : 0;

async function tryAll(faults: readonly Fault[]): Promise<void> {
	const held = faults.filter(isHeld);
	const verdict = held.length > 0 ? runTests(held, stage.folder) : () => '';
	for (const fault of faults) {
		const { number, rule, proof } = fault;
		await show(number, rule, () =>
			isHeld(fault) ? verdict(fault) : 'trial' in proof ? proof.trial(stage, { kills }) : ''
		);
	}
}

function isHeld(fault: Fault): fault is Fault & { proof: { file: string; test: string } } {
	return 'file' in fault.proof;
}

/** Prints one row: outcome, number of the fault, rule, what was measured, how long it took. */
async function show(
	number: number | null,
	rule: string,
	work: () => string | Promise<string>
): Promise<void> {
	const began = performance.now();
	const [outcome, told] = await outcomeOf(work);
	counts[outcome]++;
	const seconds = ((performance.now() - began) / 1_000).toFixed(1);
	console.log(
		`${outcome.padEnd(9)} ${String(number ?? '').padStart(2)}  ${rule}\n              ${told} (${seconds} s)`
	);
}

async function outcomeOf(work: () => string | Promise<string>): Promise<[Outcome, string]> {
	try {
		return ['pass', await work()];
	} catch (error) {
		const said = (error as Error).message.replace(/\s+/g, ' ').slice(0, 600);
		return [error instanceof NotMeasuredError ? 'not tried' : 'FAIL', said];
	}
}
