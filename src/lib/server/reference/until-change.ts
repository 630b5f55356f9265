import type { Database } from '../database/database.ts';
import { reference, type Reference } from './reference.ts';

/**
 * Holds the answers to the latest few questions until the data change: whoever asks one of them again gets the same answer.
 * One that failed is not held.
 * @param most how many
 * @returns what answers the question with a key, by asking when no answer is held
 */
export function untilChange<Answer>(
	most: number
): (database: Database, key: string, ask: () => Promise<Answer>) => Promise<Answer> {
	const held = new WeakMap<Reference, Map<string, Promise<Answer>>>();
	return async (database, key, ask) => {
		const facts = await reference(database);
		const answers = held.get(facts) ?? new Map<string, Promise<Answer>>();
		held.set(facts, answers);
		const found = answers.get(key);
		if (found) return found;
		const answer = ask();
		answer.catch(() => answers.delete(key));
		if (answers.size >= most) answers.delete(answers.keys().next().value ?? '');
		return answers.set(key, answer) && answer;
	};
}
