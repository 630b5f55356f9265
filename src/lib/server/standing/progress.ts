import type { Day } from '#lib/domain/dates.ts';
import type { ObjectiveProgress } from '#lib/domain/objective.ts';
import type { Database } from '../database.ts';
import { newestObjectives } from '../queries/objectives.ts';
import { reference } from '../reference.ts';
import { addressedProgress, addressing } from './addressed.ts';
import { codesToRead, readLookup } from './lookup.ts';
import type { Moment } from './moment.ts';
import { mainScheme } from './municipalities.ts';
import { municipalProgress, objectiveBook } from './objectives.ts';

/** Progress of a municipality on one of the dates that were read, in the structure of the moment given. */
export type ProgressAt = (nis: string, at: Moment) => ObjectiveProgress;

/** Reads what the progress of some municipalities on several dates rests on, as known on the day of the moment. */
export async function readProgress(
	database: Database,
	{ known }: Pick<Moment, 'known'>,
	codes: readonly string[],
	dates: readonly Day[]
): Promise<ProgressAt> {
	const facts = await reference(database);
	const { places } = facts;
	const scheme = mainScheme(facts);
	const [lookup, objectives] = await Promise.all([
		readLookup(database.read, places, {
			codes,
			indicators: ['stock_a', 'stock_b', 'realised', 'in_execution', 'planned'],
			dates: [...dates, scheme.baselineOn],
			known
		}),
		newestObjectives(database.read, codesToRead(places, codes), known)
	]);
	return (nis, at) => {
		const book = objectiveBook(places, objectives, scheme, at);
		const progress = municipalProgress(places, lookup, book, nis, at, scheme.baselineOn);
		return addressedProgress(addressing(nis, at), progress);
	};
}
