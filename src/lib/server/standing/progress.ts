import type { Day } from '#lib/domain/dates.ts';
import type { ObjectiveProgress } from '#lib/domain/objective.ts';
import type { Database } from '../database/database.ts';
import { newestObjectives } from '../queries/objectives.ts';
import { reference } from '../reference/reference.ts';
import { addressedProgress, addressing } from './addressed.ts';
import { codesToRead, readLookup } from './lookup.ts';
import type { Moment } from './moment.ts';
import { mainScheme } from './municipalities.ts';
import {
	municipalProgress,
	objectiveBook,
	progressSeries,
	type ObjectiveBook
} from './objectives.ts';

/**
 * Progress of a municipality on one of the dates that were read, in the structure of the moment given and the regime that ran
 * on its day.
 */
export type ProgressAt = (nis: string, at: Moment) => ObjectiveProgress;

/** Reads what the progress of some municipalities on several dates rests on, as known on the day of the moment. */
export async function readProgress(
	database: Database,
	{ known }: Pick<Moment, 'known'>,
	codes: readonly string[],
	dates: readonly Day[]
): Promise<ProgressAt> {
	const facts = await reference(database, known);
	const { places } = facts;
	const schemes = [...new Set(dates.map((date) => mainScheme(facts, date)))];
	const [lookup, objectives] = await Promise.all([
		readLookup(database.read, places, {
			codes,
			indicators: progressSeries(schemes),
			dates: [...new Set([...dates, ...schemes.map(({ baselineOn }) => baselineOn)])],
			known
		}),
		newestObjectives(database.read, codesToRead(places, codes), known)
	]);
	const books = new Map<string, ObjectiveBook>();
	return (nis, at) => {
		const scheme = mainScheme(facts, at.on);
		const key = `${at.on} ${at.structureOn}`;
		const book = books.get(key) ?? objectiveBook(places, objectives, scheme, at);
		books.set(key, book);
		const progress = municipalProgress(places, lookup, book, nis, at, scheme);
		return addressedProgress(addressing(nis, at), progress);
	};
}
