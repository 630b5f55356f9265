/**
 * What goes wrong, as every part of the API says it: problem details by RFC 9457, with the `error` member of v1 inside
 * for who reads that.
 */
import type { ParameterProblem } from '../asked/parameter.ts';

/** One kind of problem. */
interface ProblemKind {
	status: number;
	/** The same for every problem of this kind. */
	title: string;
	/** When it happens and what to do. */
	about: string;
}

/** Every kind of problem, by its code. */
export const PROBLEMS = {
	malformed_parameter: {
		status: 400,
		title: 'A parameter cannot be used',
		about:
			'A parameter is not written as it must be, or asks for what does not exist. `parameters` names each with what is expected.'
	},
	bad_request: {
		status: 400,
		title: 'The address cannot be read',
		about: 'The address is no valid path: look at its per cent signs.'
	},
	not_found: {
		status: 404,
		title: 'There is nothing at this address',
		about: 'No operation has this path: look for it in the list of operations.'
	},
	unknown_municipality: {
		status: 404,
		title: 'No such municipality',
		about:
			'No Flemish municipality ever had this NIS code; `/api/v1/municipalities` lists those of a day.'
	},
	unknown_region: {
		status: 404,
		title: 'No such region',
		about: 'No region has this slug; `/api/v1/regions` lists all.'
	},
	unknown_round: {
		status: 404,
		title: 'No such progress test',
		about: 'No round of this year was known; `/api/v1/progress-tests` lists all.'
	},
	unknown_publication: {
		status: 404,
		title: 'No such publication',
		about: 'No publication that was released has this number; `/api/v1/publications` lists all.'
	},
	method_not_allowed: {
		status: 405,
		title: 'The API can only be read',
		about: 'Only GET, HEAD and OPTIONS are answered.'
	},
	content_too_large: {
		status: 413,
		title: 'A question needs no body',
		about: 'Everything that can be asked stands in the address; send no body with it.'
	},
	uri_too_long: {
		status: 414,
		title: 'The address is too long',
		about: 'At most 8192 characters are read: ask for fewer municipalities at a time.'
	},
	internal_error: {
		status: 500,
		title: 'Something went wrong here',
		about: 'An error of this site. The reference in `detail` leads its keeper to the reason.'
	},
	internal_server_error: {
		status: 500,
		title: 'Something went wrong here',
		about:
			'The same, before the question reached the API. The reference in `detail` leads the keeper of the site to the reason.'
	},
	busy: {
		status: 503,
		title: 'Too much is asked at once',
		about:
			'What is costly to make waits in a queue, and the queue is full. Try again after the seconds in `Retry-After`.'
	},
	database_away: {
		status: 503,
		title: 'The database does not answer',
		about: 'Try again after the seconds in `Retry-After`.'
	}
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The page that explains every kind of problem. */
const REFERENCE = '/api';
export const PROBLEM_TYPE = 'application/problem+json';

/** Where a kind of problem is explained: an address without a host, for a site can have several. */
export const problemAddress = (code: ProblemCode): string => `${REFERENCE}#${code}`;

/**
 * The body of a problem.
 * @param instance path and query of the request
 */
export function problemBody(
	code: ProblemCode,
	detail: string,
	instance: string,
	parameters: readonly ParameterProblem[] = []
) {
	const { status, title } = PROBLEMS[code];
	return {
		type: problemAddress(code),
		title,
		status,
		detail,
		instance: asReference(instance),
		...(parameters.length > 0 && { parameters: [...parameters] }),
		error: { code, message: detail }
	};
}

/** Any site may read every answer of the API, problems too, with the headers that a browser would keep from it. */
export const OPEN_TO_ALL = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers':
		'ETag, Link, X-Total-Count, Data-Version, Ignored-Parameters, Retry-After'
};

/** Longest address that a problem repeats. */
const LONGEST_INSTANCE = 300;

/** An address as a URI reference: cut to a length that a log bears, with nothing in it that no address may hold. */
const asReference = (address: string): string =>
	address
		.slice(0, LONGEST_INSTANCE)
		.replace(/%(?![\dA-Fa-f]{2})/g, '%25')
		.replace(/[^\w\-.~:/?[\]@!$&'()*+,;=%]/g, (sign) => encodeSafely(sign));

/** Half a pair of surrogates is no character, and cannot be encoded. */
function encodeSafely(sign: string): string {
	const encoded = encodeURIComponent(sign.isWellFormed() ? sign : '�');
	return encoded === sign ? `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}` : encoded;
}
