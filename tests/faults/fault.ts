/** A row of the table of faults: what must hold when something goes wrong, and what shows that it does. */
import type { Place } from '#lib/server/database/database.ts';
import type { EngineName } from '../bench/stage.ts';

/** What trials need of whoever runs them: databases with the start data set, to break at will, and a folder that goes away. */
export interface Ground {
	readonly folder: string;
	copy(engine: EngineName): Promise<Place>;
	/** An empty PostgreSQL database. */
	empty(): Promise<Place>;
}

/** How often a trial does what it does. */
export interface Extent {
	kills: number;
}

/**
 * Breaks something and looks what comes of it.
 * @returns what was measured, in words
 * @throws Error that says what did not hold; NotMeasuredError where this machine cannot do it
 */
export type Trial = (ground: Ground, extent: Extent) => Promise<string>;

/** What proves a row: a trial, or a test by the beginning of its name in a file under `tests` or `src`. */
export type Proof = { trial: Trial; isShort: boolean } | { file: string; test: string };

/** A rule that once did not hold. */
export interface Fault {
	/** Its number in the list of faults as they were found; null: it was added later. */
	number: number | null;
	rule: string;
	proof: Proof;
}

/** @throws Error with the words when something does not hold */
export function hold(isSo: boolean, words: string): void {
	if (!isSo) throw new Error(words);
}
