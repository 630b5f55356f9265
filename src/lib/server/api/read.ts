import * as v from 'valibot';
import type { Operation } from './operation.ts';
import type { Parameters, Takes, Values } from './parameters.ts';
import type { ParameterProblem } from './problem.ts';

/** Parameters that cannot be used. */
export class RefusedParameters extends Error {
	readonly problems: readonly ParameterProblem[];

	constructor(problems: readonly ParameterProblem[]) {
		super(problems.map((one) => `${one.name}: ${one.detail}`).join('; '));
		this.name = 'RefusedParameters';
		this.problems = problems;
	}
}

/** What a request asks, and the parameters in it that mean nothing. */
export interface Asked<Path extends Parameters, Query extends Parameters> {
	at: Values<Path>;
	query: Values<Query>;
	ignored: string[];
}

/**
 * Reads a request by the declaration of its operation. A parameter without a value is not asked; of one that may stand once
 * the first counts.
 * @throws RefusedParameters that names all that cannot be used
 */
export function readRequest<Path extends Parameters, Query extends Parameters>(
	operation: Operation<Path, Query>,
	params: Readonly<Record<string, string | undefined>>,
	search: URLSearchParams
): Asked<Path, Query> {
	const problems: ParameterProblem[] = [];
	const at = readAll(operation.at, (name) => params[name], problems);
	const query = readAll(operation.query, (name, takes) => textOf(search, name, takes), problems);
	if (problems.length > 0) throw new RefusedParameters(problems);
	return { at, query, ignored: unknownIn(operation.query, search) };
}

function readAll<Of extends Parameters>(
	parameters: Of,
	textOf: (name: string, takes: Takes) => unknown,
	problems: ParameterProblem[]
): Values<Of> {
	const entries = Object.entries(parameters).map(([name, { takes, schema }]) => {
		const text = textOf(name, takes);
		const result = v.safeParse(schema, text);
		if (result.success) return [name, result.output];
		for (const issue of result.issues) {
			const own = issue.path?.[0]?.key;
			const wrong = own === undefined ? text : (text as Record<string, unknown>)[String(own)];
			problems.push({
				name: cut(own === undefined ? name : String(own)),
				detail: `"${cut(String(wrong))}" (${issue.message})`
			});
		}
		return [name, undefined];
	});
	return Object.fromEntries(entries) as Values<Of>;
}

function textOf(search: URLSearchParams, name: string, takes: Takes) {
	if (takes === 'one') return search.get(name) || undefined;
	if (takes === 'list') return search.getAll(name).filter(Boolean).join(',') || undefined;
	return Object.fromEntries([...search].filter(([each, text]) => takes.test(each) && text !== ''));
}

/** The parameters of an address that the operation does not have. */
function unknownIn(parameters: Parameters, search: URLSearchParams): string[] {
	const patterns = Object.values(parameters).flatMap(({ takes }) =>
		takes instanceof RegExp ? [takes] : []
	);
	const isKnown = (name: string) =>
		Object.hasOwn(parameters, name) || patterns.some((pattern) => pattern.test(name));
	return [...new Set(search.keys())].filter((name) => !isKnown(name));
}

/** As much of a visitor's text as an answer repeats. */
const cut = (text: string): string => text.slice(0, 40);
