import type { Database } from '../database/database.ts';
import { reference, type Reference } from '../reference/reference.ts';
import type { Moment } from './moment.ts';

const MOST_HELD = 6;

/**
 * Holds the answers to a question about everyone, which many pages ask: those for the latest few moments, and until the
 * data change.
 */
export function perMoment<Answer>(
	ask: (database: Database, moment: Moment) => Promise<Answer>
): (database: Database, moment: Moment) => Promise<Answer> {
	const held = new WeakMap<Reference, Map<string, Promise<Answer>>>();
	return async (database, moment) => {
		const facts = await reference(database);
		const answers = held.get(facts) ?? new Map<string, Promise<Answer>>();
		held.set(facts, answers);
		const key = `${moment.on} ${moment.known} ${moment.structureOn}`;
		const found = answers.get(key);
		if (found) return found;
		const answer = ask(database, moment);
		answer.catch(() => answers.delete(key));
		if (answers.size >= MOST_HELD) answers.delete(answers.keys().next().value ?? '');
		return answers.set(key, answer) && answer;
	};
}
