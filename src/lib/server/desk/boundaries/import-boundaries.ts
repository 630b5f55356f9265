import { createPlaces } from '#lib/domain/places.ts';
import { changeIf } from '../../database/change-if.ts';
import type { Database } from '../../database/database.ts';
import { municipalities, successions } from '../../queries/places.ts';
import type { WriteTransaction } from '../../database/schema.ts';
import { Findings, UnreadableFileError, type Finding, type Level } from '../findings/findings.ts';
import { inspect } from '../bytes/source.ts';
import type { AreaFile } from './area.ts';
import { isKnown, writeSet, type Job } from './boundary-writer.ts';
import { drawFile } from './draw-file.ts';
import {
	neighbourChanges,
	replaceNeighbours,
	reportNeighbours,
	type NeighbourChange
} from './neighbours.ts';
import type { Vintage } from './vintages.ts';
import type { BoundaryRequest } from './boundary-request.ts';

/** The boundaries of one structure, as they were found. */
interface FoundVintage extends Pick<Vintage, 'from' | 'to'> {
	municipalities: number;
}

/** What came of it. */
export interface BoundaryOutcome {
	/** Whether the database holds the boundaries of the file now. */
	written: boolean;
	/** Whether it held them already. */
	known: boolean;
	format: AreaFile['format'] | null;
	/** Name of the system of coordinates of the file. */
	coordinates: string | null;
	vintages: FoundVintage[];
	/** Null when nobody asked. */
	neighbours: NeighbourChange[] | null;
	findings: Finding[];
	counts: Record<Level, number>;
}

const NOTHING = {
	written: false,
	known: false,
	format: null,
	coordinates: null,
	vintages: [],
	neighbours: null
};

/**
 * Reads a file of boundaries, checks it and writes it in one transaction: all of it, or nothing when a finding blocks. A
 * broken file is a finding, not an error.
 * @throws Error when the database fails
 */
export async function importBoundaries(
	database: Database,
	request: BoundaryRequest
): Promise<BoundaryOutcome> {
	const findings = new Findings();
	let found: Omit<BoundaryOutcome, 'findings' | 'counts'> = NOTHING;
	try {
		found = await bring(database, request, findings);
	} catch (error) {
		if (!(error instanceof UnreadableFileError)) throw error;
		const { code, place, expected, message } = error;
		findings.block(code, place, { expected: expected ?? undefined, message });
	}
	return { ...found, findings: findings.list(), counts: findings.counts };
}

async function bring(database: Database, request: BoundaryRequest, findings: Findings) {
	const inspection = await inspect(request.source);
	const { read } = database;
	const places = createPlaces(await municipalities(read), await successions(read));
	const drawn = await drawFile(request, inspection, places, findings);
	const { format, coordinates } = drawn;
	const vintages = drawn.vintages.map(({ from, to, shapes }) => ({
		from,
		to,
		municipalities: shapes.size
	}));
	const job = { request, inspection, drawn, findings };
	return { format, coordinates, vintages, ...(await inOneGo(database, job)) };
}

type Settled = Pick<BoundaryOutcome, 'written' | 'known' | 'neighbours'>;

async function inOneGo(database: Database, job: Job): Promise<Settled> {
	if (job.findings.blocked) return NOTHING;
	return changeIf(database.change, (transaction) => settle(transaction, job));
}

/** Writes what is new. */
async function settle(
	transaction: WriteTransaction,
	job: Job
): Promise<{ keep: boolean; found: Settled }> {
	const { request, drawn, findings } = job;
	const known = await isKnown(transaction, job);
	if (!known) await writeSet(transaction, job);
	const asked = request.neighbours !== 'leave' && !findings.blocked;
	const neighbours = asked ? await neighbourChanges(transaction, drawn.vintages) : null;
	reportNeighbours(neighbours ?? [], findings);
	const replaced = request.neighbours === 'replace' && neighbours !== null;
	if (replaced) await replaceNeighbours(transaction, neighbours);
	const written = request.write && !known && !findings.blocked;
	return {
		keep: written || (request.write && replaced),
		found: { known, neighbours, written }
	};
}
