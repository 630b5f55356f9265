import type { MapArea } from '#lib/charts/map-areas.ts';
import { decodeShape } from '#lib/domain/area-shape.ts';
import type { Day } from '#lib/domain/dates.ts';
import type { Database } from '../database/database.ts';
import {
	boundaryRows,
	boundarySets,
	type BoundaryRow,
	type BoundarySet
} from '../queries/boundaries.ts';
import type { Reader } from '../database/schema.ts';

/** The boundaries of the municipalities of one structure. */
export interface Boundaries {
	set: BoundarySet;
	from: Day;
	to: Day | null;
	areas: readonly MapArea[];
	/** NIS codes of `areas`. */
	codes: ReadonlySet<string>;
}

/** What was read, with the sets it was read from. */
interface Held {
	key: string;
	boundaries: readonly Boundaries[];
}

const held = new WeakMap<Database, Held>();

/** Every imported structure, the latest import first; read again only when a file was imported or removed. */
export async function allBoundaries(database: Database): Promise<readonly Boundaries[]> {
	const sets = await boundarySets(database.read);
	const key = JSON.stringify(sets);
	const found = held.get(database);
	if (found?.key === key) return found.boundaries;
	const boundaries = sets.length === 0 ? [] : await read(database.read, sets);
	held.set(database, { key, boundaries });
	return boundaries;
}

async function read(reader: Reader, sets: readonly BoundarySet[]): Promise<Boundaries[]> {
	const byStructure = Map.groupBy(
		await boundaryRows(reader),
		(row) => `${row.set} ${row.validFrom}`
	);
	return [...byStructure.values()].flatMap((rows) => {
		const [first] = rows;
		const set = sets.find(({ id }) => id === first?.set);
		return first && set ? [boundariesOf(set, first, rows)] : [];
	});
}

const boundariesOf = (
	set: BoundarySet,
	{ validFrom: from, validTo: to }: BoundaryRow,
	rows: readonly BoundaryRow[]
): Boundaries => ({
	set,
	from,
	to,
	areas: rows.map(({ nis, shape }) => ({ nis, shape: decodeShape(shape) })),
	codes: new Set(rows.map(({ nis }) => nis))
});

/** The boundaries that hold on a day for all of some municipalities; null when none do. */
export function boundariesOn(
	all: readonly Boundaries[],
	day: Day,
	municipalities: readonly { nis: string }[]
): Boundaries | null {
	return (
		all.find(
			({ from, to, codes }) =>
				from <= day &&
				(to === null || to >= day) &&
				municipalities.every(({ nis }) => codes.has(nis))
		) ?? null
	);
}
