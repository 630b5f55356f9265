/** What was taken over from the last file of the same publisher, in words. */
import type { Answers } from '#lib/server/intake/answers.ts';
import { meaningWords } from './meanings.ts';

/** One thing that was taken over, and the id of the part of the form that says it. */
export interface Remembered {
	words: string;
	part: string;
}

/**
 * What is said of a file as it was said of the last one.
 * @param nameOf the name of a municipality by its code
 */
export function rememberedOf(
	template: Partial<Answers> | null,
	answers: Answers,
	nameOf: (code: string) => string | null
): Remembered[] {
	const [before, now] = [template?.map, answers.map];
	const columns = same(before?.columns, now?.columns).map(([name, meaning]) => ({
		words: `kolom «${name}» is ${meaningOf(meaning)}`,
		part: `kolom-${name}`
	}));
	const towns = same(before?.municipalities, now?.municipalities).map(([name, code]) => ({
		words: `«${name}» is ${nameOf(code) ?? code}`,
		part: 'gemeenten'
	}));
	const rest = (
		[
			['getallen zijn geschreven als', before?.numbers, now?.numbers, 'getallen'],
			['de regeling is', template?.regime, answers.regime, 'regeling'],
			['de licentie is', template?.licence, answers.licence, 'publicatie']
		] as const
	).flatMap(([words, was, is, part]) =>
		is && was === is ? { words: `${words} ${is}`, part } : []
	);
	return [...columns, ...towns, ...rest];
}

/** What two records say alike, whole. */
const same = <Value>(
	before: Readonly<Record<string, Value>> = {},
	now: Readonly<Record<string, Value>> = {}
): [string, Value][] =>
	Object.entries(now).filter(
		([key, value]) => JSON.stringify(before[key]) === JSON.stringify(value)
	);

const meaningOf = (meaning: string | { is: string }): string =>
	meaningWords({ is: typeof meaning === 'string' ? meaning : meaning.is, about: null });
