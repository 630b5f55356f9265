import { BoundedStore } from '../bounded-store.ts';
import type { Database } from '../database/database.ts';
import { reference, type Reference } from './reference.ts';

/**
 * Holds the answers to the questions that were asked last, until the data change: whoever asks one of them again gets the same
 * answer. One that failed is not held.
 * @param most how many
 * @returns what answers the question with a key, by asking when no answer is held
 */
export function untilChange<Answer>(
	most: number
): (database: Database, key: string, ask: () => Promise<Answer>) => Promise<Answer> {
	const held = new WeakMap<Reference, BoundedStore<Promise<Answer>>>();
	return async (database, key, ask) => {
		const facts = await reference(database);
		const answers = held.get(facts) ?? new BoundedStore<Promise<Answer>>(most, () => 1);
		held.set(facts, answers);
		const found = answers.use(key);
		if (found) return found;
		const answer = ask();
		answers.keep(key, answer);
		answer.catch(() => answers.find(key) === answer && answers.forget(key));
		return answer;
	};
}
