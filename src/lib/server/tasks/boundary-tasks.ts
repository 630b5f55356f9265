import * as v from 'valibot';
import { isDay } from '#lib/domain/dates.ts';
import type { Database } from '../database/database.ts';
import { importBoundaries, type BoundaryOutcome } from '../desk/boundaries/import-boundaries.ts';
import type { BoundaryRequest } from '../desk/boundaries/boundary-request.ts';
import type { NeighbourChange } from '../desk/boundaries/neighbours.ts';
import type { ImportSource } from '../desk/bytes/source.ts';
import { webAddress } from './task-values.ts';

const day = v.pipe(v.string(), v.check(isDay, 'expected a day as YYYY-MM-DD'));
const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500));

/** A file of boundaries to be looked at or written; the file travels beside it. */
export const BoundaryTask = v.object({
	name: v.literal('boundaries'),
	on: v.nullable(day),
	publisher: v.nullable(text),
	title: v.nullable(text),
	url: v.nullable(v.pipe(webAddress, v.maxLength(500))),
	licence: v.nullable(text),
	credit: v.nullable(text),
	publishedOn: v.nullable(day),
	neighbours: v.picklist(['leave', 'compare', 'replace']),
	write: v.boolean()
});

export type BoundaryTask = v.InferOutput<typeof BoundaryTask>;

/** What came of a file of boundaries, with a sentence for each thing that happened. */
export async function runBoundaryTask(
	database: Database,
	task: BoundaryTask,
	source: ImportSource
): Promise<BoundaryOutcome & { lines: string[] }> {
	const request: BoundaryRequest = { ...task, source };
	const outcome = await importBoundaries(database, request);
	return { ...outcome, lines: linesOf(outcome, request) };
}

function linesOf(outcome: BoundaryOutcome, { write, neighbours }: BoundaryRequest): string[] {
	const { counts, format, coordinates, written, known } = outcome;
	if (counts.block > 0) {
		const findings = `${counts.block} ${counts.block === 1 ? 'finding' : 'findings'}`;
		return [`Refused: ${findings} to repair first. Nothing was written.`];
	}
	const found = outcome.vintages.map(
		({ from, to, municipalities }) => `${municipalities} municipalities ${period(from, to)}`
	);
	const what = `${found.join('; ')} (${format}, ${coordinates})`;
	const done = written
		? `Written: boundaries of ${what}. The maps show them for days in their validity.`
		: known
			? `Known already: boundaries of ${what}.`
			: `Sound: boundaries of ${what}. Nothing was written.`;
	const replaced = write && neighbours === 'replace';
	return [done, ...(outcome.neighbours ?? []).map((one) => neighbourLine(one, replaced))];
}

const period = (from: string, to: string | null): string =>
	to === null ? `from ${from} on` : `from ${from} to ${to}`;

function neighbourLine(change: NeighbourChange, replaced: boolean): string {
	const { structureOn, pairs, added, removed } = change;
	const same = added.length + removed.length === 0;
	const verdict = same
		? 'the same as known'
		: `${added.length} new, ${removed.length} gone; ${replaced ? 'they replace those known' : 'those known stay (--replace-neighbours writes them)'}`;
	return `Neighbours in the structure of ${structureOn}: ${pairs.length} pairs, ${verdict}.`;
}

/** Deletes all imported boundaries, so that every map is schematic again; gives a sentence that says so. */
export async function removeBoundaries(database: Database): Promise<string> {
	const first = await database.read.selectFrom('boundary_set').select('id').executeTakeFirst();
	if (!first) return 'There are no boundaries: the maps are schematic.';
	const gone = await database.change((transaction) =>
		transaction.deleteFrom('boundary_set').returning('title').execute()
	);
	const titles = gone.map(({ title }) => `"${title}"`).join(', ');
	return `Removed: ${titles}. The maps are schematic again; neighbours stay as they are.`;
}
