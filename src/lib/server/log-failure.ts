import { randomUUID } from 'node:crypto';
import pino from 'pino';

const log = pino({ base: null }, pino.destination(2));

/** Logs what nobody expected; gives the reference under which it stands in the log, which is all that a visitor sees. */
export function logFailure(error: unknown, about: { path: string; status: number }): string {
	const reference = randomUUID().slice(0, 8);
	log.error({ reference, ...about, err: error }, 'request failed');
	return reference;
}

/** Logs that somebody at the desk asked what is not theirs. @param account null: nobody signed in */
export const logRefusal = (about: { path: string; method: string; account: number | null }): void =>
	log.warn(about, 'refused at the desk');
