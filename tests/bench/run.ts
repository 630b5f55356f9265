/**
 * Measures the budgets of this project: `npm run bench`, or the parts that are named: `npm run bench -- weight views`.
 * Prints a line for each budget, compares with the run before, and keeps the values in tests/.results/bench.json.
 * The part `fresh` installs and builds a clone, and is measured only when it is named.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { boundaries } from './boundaries.ts';
import { databaseTime } from './database-time.ts';
import { growth } from './growth.ts';
import { importing } from './importing.ts';
import { lighthouse } from './lighthouse.ts';
import { describe, type Line, verdict } from './line.ts';
import { memory } from './memory.ts';
import { pack } from './pack.ts';
import { slowLine } from './slow-line.ts';
import { NotMeasuredError, Stage } from './stage.ts';
import { freshStart, warmStart } from './starting.ts';
import { firstView, repeatedView } from './views.ts';
import { weight } from './weight.ts';

const RESULTS = 'tests/.results';
const KEPT = `${RESULTS}/bench.json`;

const PARTS: Record<string, (stage: Stage) => Promise<Line[]>> = {
	fresh: freshStart,
	start: warmStart,
	weight,
	views: repeatedView,
	changes: firstView,
	database: databaseTime,
	growth,
	import: importing,
	memory,
	pack,
	boundaries,
	lighthouse,
	slow: slowLine
};
const ON_REQUEST = ['fresh'];

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
	console.error(`Unknown part: ${unknown.join(', ')}. Known: ${Object.keys(PARTS).join(', ')}.`);
	process.exit(2);
}
const wanted = Object.keys(PARTS).filter((name) =>
	named.length > 0 ? named.includes(name) : !ON_REQUEST.includes(name)
);

const earlier = readEarlier();
const lines: Line[] = [];
const failed: string[] = [];
const stage = new Stage();
try {
	for (const name of wanted) await measure(name);
} finally {
	await stage.close();
}
keep();
const missed = lines.filter((line) => verdict(line) === 'MISS').length;
const passed = lines.filter((line) => verdict(line) === 'pass').length;
console.log(`${passed} within budget, ${missed} missed, ${failed.length} parts not measured`);
process.exitCode = missed > 0 ? 1 : 0;

async function measure(name: string): Promise<void> {
	try {
		for (const line of (await PARTS[name]?.(stage)) ?? []) {
			lines.push(line);
			console.log(
				describe(
					line,
					earlier.find(({ what }) => what === line.what)
				)
			);
		}
	} catch (error) {
		failed.push(name);
		const why = error instanceof NotMeasuredError ? error.message : String(error);
		console.log(`not measured ${name}: ${why}`);
	}
}

function readEarlier(): Line[] {
	try {
		return (JSON.parse(readFileSync(KEPT, 'utf8')) as { lines: Line[] }).lines;
	} catch {
		return [];
	}
}

/** Keeps the lines of this run, and of earlier ones those that it did not measure. */
function keep(): void {
	const measured = new Set(lines.map(({ what }) => what));
	const others = earlier.filter(({ what }) => !measured.has(what));
	mkdirSync(RESULTS, { recursive: true });
	writeFileSync(KEPT, `${JSON.stringify({ lines: [...lines, ...others] }, null, '\t')}\n`);
}
