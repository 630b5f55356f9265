import { ask, isOf, type Parameters, type Values } from '../asked/parameter.ts';
import type { Operation } from './operation.ts';

/** What a request asks, and the parameters in it that mean nothing. */
export interface Asked<Path extends Parameters, Query extends Parameters> {
	at: Values<Path>;
	query: Values<Query>;
	ignored: string[];
}

/**
 * Reads a request by the declaration of its operation.
 * @throws MalformedParameterError that names all that cannot be used
 */
export const readRequest = <Path extends Parameters, Query extends Parameters>(
	{ at, query }: Pick<Operation<Path, Query>, 'at' | 'query'>,
	params: Readonly<Record<string, string | undefined>>,
	search: URLSearchParams
): Asked<Path, Query> => ({
	at: ask(
		at,
		'api',
		new URLSearchParams(Object.entries(params).map(([name, text]) => [name, text ?? '']))
	),
	query: ask(query, 'api', search),
	ignored: unknownIn(query, search)
});

/** The parameters of an address that the operation does not have. */
function unknownIn(parameters: Parameters, search: URLSearchParams): string[] {
	return [...new Set(search.keys())].filter((name) => !isOf('api', parameters, name));
}
