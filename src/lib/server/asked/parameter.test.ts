import { expect, test } from 'vitest';
import { ask, MalformedParameterError, namesIn, written, type Parameters } from './parameter.ts';
import { PAGE_QUESTIONS } from './page-questions.ts';
import { PUBLICATIONS, QUESTIONS, SCENARIO } from './questions.ts';

const IN_BOTH: [string, Parameters][] = Object.entries(QUESTIONS);
const ALL: [string, Parameters][] = [...IN_BOTH, ...Object.entries(PAGE_QUESTIONS)];

/** The example of every parameter, as the document of the API has it. */
const exampleOf = (question: Parameters) =>
	new URLSearchParams(
		Object.entries(question).flatMap(([name, { takes, example }]) =>
			takes instanceof RegExp
				? Object.entries(example as object).map(([each, value]) => [each, String(value)])
				: [[name, String(example)]]
		)
	);

test.for(IN_BOTH)('a page asks %s as the API does, in its own words', ([, question]) => {
	const asked = ask(question, 'api', exampleOf(question));
	for (const form of ['page', 'api'] as const) {
		const address = new URLSearchParams(written(question, form, asked));
		expect(ask(question, form, address)).toEqual(asked);
	}
});

test.for(ALL)('no two parameters of %s have one name', ([, question]) => {
	const names = Object.values(namesIn('page', question));
	expect(new Set(names).size).toBe(names.length);
});

test.for(ALL)('nothing that is as usual is written: %s', ([, question]) => {
	const usual = ask(question, 'page', new URLSearchParams());
	expect(written(question, 'page', usual)).toEqual({});
});

test('all that cannot be used is named at once, cut to what an answer bears', () => {
	const address = new URLSearchParams({ doel: 'x'.repeat(99), tegen: '30' });
	expect(() => ask(SCENARIO, 'page', address)).toThrow(
		new MalformedParameterError(
			{ name: 'doel', detail: `"${'x'.repeat(40)}" (11 of 11,5)` },
			{ name: 'tegen', detail: '"30" (een jaar, zoals 2030)' }
		)
	);
});

test('a page passes over a word that it always passed over; the API refuses it', () => {
	expect(ask(PUBLICATIONS, 'page', new URLSearchParams('soort=x')).kind).toBeNull();
	expect(() => ask(PUBLICATIONS, 'api', new URLSearchParams('kind=x'))).toThrow(
		MalformedParameterError
	);
});
