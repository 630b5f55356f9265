import { parse } from 'node:path';
import { encodeShape } from '#lib/domain/area-shape.ts';
import type { Day } from '#lib/domain/dates.ts';
import { createPlaces, type Places } from '#lib/domain/places.ts';
import type { Database } from '../../database.ts';
import { municipalities, successions } from '../../queries/places.ts';
import type { Reader, WriteTransaction } from '../../schema.ts';
import {
	Findings,
	UnreadableFileError,
	WHOLE_FILE,
	type Finding,
	type Level
} from '../findings.ts';
import { inspect, type ImportSource, type Inspection } from '../source.ts';
import type { AreaFile } from './area.ts';
import { coordinatesOf } from './coordinates.ts';
import { locate } from './locate.ts';
import {
	neighbourChanges,
	replaceNeighbours,
	reportNeighbours,
	type NeighbourChange
} from './neighbours.ts';
import { openAreas } from './open-areas.ts';
import { checkPlausible } from './plausible.ts';
import { shapesOf, type Shapes } from './shapes.ts';
import { vintagesOf, type Vintage } from './vintages.ts';

/** What a person says about a file of boundaries. */
export interface BoundaryRequest {
	source: ImportSource;
	/** Only the structure of this day; null: what the file itself says. */
	on: Day | null;
	publisher: string | null;
	title: string | null;
	url: string | null;
	licence: string | null;
	/** The line under each map; null: made from publisher and title. */
	credit: string | null;
	publishedOn: Day | null;
	neighbours: 'leave' | 'compare' | 'replace';
	/** False: everything is looked at, nothing is written. */
	write: boolean;
}

/** The boundaries of one structure, as they were found. */
export interface FoundVintage extends Pick<Vintage, 'from' | 'to'> {
	municipalities: number;
	neighbours: number;
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

/** Publisher of a file of which nobody said who made it; shown on the site. */
const NOT_STATED = 'Niet opgegeven';
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

/** The boundaries of a file, ready to be written. */
interface Drawn extends Pick<BoundaryOutcome, 'format' | 'coordinates'> {
	vintages: (Vintage & Shapes)[];
}

async function bring(database: Database, request: BoundaryRequest, findings: Findings) {
	const inspection = await inspect(request.source);
	const places = await placesOf(database.read);
	const drawn = await draw(request, inspection, places, findings);
	const { format, coordinates } = drawn;
	const vintages = drawn.vintages.map(({ from, to, shapes, neighbours }) => ({
		from,
		to,
		municipalities: shapes.size,
		neighbours: neighbours.length
	}));
	const job = { request, inspection, drawn, findings };
	return { format, coordinates, vintages, ...(await inOneGo(database, job)) };
}

/** All that the last step needs. */
interface Job {
	request: BoundaryRequest;
	inspection: Inspection;
	drawn: Drawn;
	findings: Findings;
}

type Settled = Pick<BoundaryOutcome, 'written' | 'known' | 'neighbours'>;

/** Carries what was found out of a transaction that is taken back. */
class TakenBack extends Error {
	readonly settled: Settled;

	constructor(settled: Settled) {
		super('taken back');
		this.settled = settled;
	}
}

async function inOneGo(database: Database, job: Job): Promise<Settled> {
	if (job.findings.blocked) return NOTHING;
	try {
		return await database.change((transaction) => settle(transaction, job));
	} catch (error) {
		if (error instanceof TakenBack) return error.settled;
		throw error;
	}
}

/** Writes what is new; @throws TakenBack when nothing is to be kept */
async function settle(transaction: WriteTransaction, job: Job): Promise<Settled> {
	const { request, drawn, findings } = job;
	const known = await isKnown(transaction, job);
	if (!known) await writeSet(transaction, job);
	const asked = request.neighbours !== 'leave' && !findings.blocked;
	const structures = drawn.vintages.map(({ from, to, neighbours }) => ({
		from,
		to,
		pairs: neighbours
	}));
	const neighbours = asked ? await neighbourChanges(transaction, structures) : null;
	reportNeighbours(neighbours ?? [], findings);
	const replaced = request.neighbours === 'replace' && neighbours !== null;
	if (replaced) await replaceNeighbours(transaction, neighbours);
	const settled = { known, neighbours, written: request.write && !known && !findings.blocked };
	if (!settled.written && !(request.write && replaced)) throw new TakenBack(settled);
	return settled;
}

async function placesOf(reader: Reader): Promise<Places> {
	return createPlaces(await municipalities(reader), await successions(reader));
}

async function draw(
	request: BoundaryRequest,
	inspection: Inspection,
	places: Places,
	findings: Findings
): Promise<Drawn> {
	const file = await openAreas(request.source, inspection, findings);
	if (file.areas.length === 0)
		throw new UnreadableFileError('not_an_area', 'The file holds no areas.');
	const { system, toDegrees } = coordinatesOf(file, findings);
	const located = locate(file.areas, places, request.on, findings);
	const vintages = vintagesOf(located, places, request.on, findings);
	const drawn = findings.blocked
		? []
		: vintages.map((one) => ({ ...one, ...shapesOf(one, toDegrees) }));
	for (const one of drawn) check(one, places, findings);
	return { format: file.format, coordinates: system, vintages: drawn };
}

function check(vintage: Vintage & Shapes, places: Places, findings: Findings): void {
	checkPlausible(vintage.shapes, places, findings);
	for (const [nis, parts] of vintage.areas) {
		if (parts.length === 1) continue;
		const details = {
			value: `${nis} ${places.byCode.get(nis)?.name}`,
			expected: 'parts that lie beside each other',
			message: `${parts.length} areas of the file, ${parts
				.map(({ row }) => row)
				.slice(0, 5)
				.join(', ')}${parts.length > 5 ? ' …' : ''}, bear this code`
		};
		const place = { ...WHOLE_FILE, row: parts[0]?.row ?? null };
		if (vintage.overlapping.includes(nis)) {
			findings.block('overlapping_areas', place, {
				...details,
				message: `${details.message} and lie over each other.`
			});
		} else {
			findings.info('joined_areas', place, {
				...details,
				message: `${details.message} and were joined.`
			});
		}
	}
}

/** Whether the database holds the same boundaries already; then only the neighbours can still be asked. */
async function isKnown(
	transaction: WriteTransaction,
	{ request, inspection: { sha256 }, findings }: Job
): Promise<boolean> {
	const sets = await transaction
		.selectFrom('boundary_set')
		.select(['id', 'title', 'asked_on'])
		.where('sha256', '=', sha256)
		.execute();
	const same = sets.find((one) => one.asked_on === request.on);
	if (same && request.neighbours === 'leave') {
		findings.block('already_imported', WHOLE_FILE, {
			value: sha256,
			expected: 'a file that is not in the database yet',
			message: `The same boundaries are already there as set ${same.id}, "${same.title}".`
		});
	}
	return same !== undefined;
}

async function writeSet(
	transaction: WriteTransaction,
	{ request, inspection, drawn: { format, coordinates, vintages }, findings }: Job
): Promise<void> {
	const publisher = request.publisher ?? NOT_STATED;
	const title = request.title ?? parse(request.source.name).name;
	if (request.publisher === null) {
		findings.info('publisher_not_stated', WHOLE_FILE, {
			expected: '--publisher NAME',
			message: `Nobody said who published these boundaries; the maps will show "${NOT_STATED}".`
		});
	}
	const { id } = await transaction
		.insertInto('boundary_set')
		.values({
			publisher,
			title,
			url: request.url,
			licence: request.licence,
			credit: request.credit ?? `${publisher}, ${title}`,
			published_on: request.publishedOn,
			file_name: request.source.name,
			sha256: inspection.sha256,
			format: format ?? '',
			coordinates: coordinates ?? '',
			asked_on: request.on
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	for (const { from, to, shapes } of vintages) {
		const rows = [...shapes].map(([nis_code, shape]) => ({
			boundary_set: id,
			nis_code,
			valid_from: from,
			valid_to: to,
			shape: encodeShape(shape)
		}));
		await transaction.insertInto('boundary').values(rows).execute();
	}
}
