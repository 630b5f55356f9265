import { toJsonSchema, toJsonSchemaDefs, type ConversionConfig } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { COMPONENTS } from './components.ts';
import { API_ROOT, GROUPS, type Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import type { Parameter } from '../asked/parameter.ts';
import { PROBLEM_TYPE, PROBLEMS, type ProblemCode } from './problem.ts';

/** A part of a document in JSON. */
export type Json = { [name: string]: unknown };

const pointer = (kind: 'schemas' | 'parameters' | 'responses', name: string) =>
	`#/components/${kind}/${name}`;

type Schema = ReturnType<typeof toJsonSchema>;

/**
 * How shapes become JSON Schema. Published shapes are open, for fields may be added to v1; closed ones, to which every answer
 * is held in the tests, show a field that is not described.
 */
const configOf = (closed: boolean): ConversionConfig => ({
	target: 'draft-2020-12',
	typeMode: 'output',
	ignoreActions: ['check'],
	overrideRef: ({ referenceId }) => pointer('schemas', referenceId),
	overrideSchema: ({ valibotSchema: { type }, jsonSchema }) => {
		if (type === 'nullable') return plainNullable(jsonSchema);
		return type === 'strict_object' && !closed ? opened(jsonSchema) : null;
	}
});

const opened = ({ additionalProperties: _, ...schema }: Schema): Schema => schema;

/** `type: [number, null]` where that says all; a shape or a list of words keeps its `anyOf`. */
function plainNullable(schema: Schema): Schema | null {
	const [inner, none] = (schema.anyOf ?? []) as Json[];
	if (!none || !inner || typeof inner['type'] !== 'string' || 'enum' in inner) return null;
	const { type, description: _, ...rest } = inner;
	return { ...rest, type: [type, 'null'] } as Schema;
}

/** A shape as JSON Schema, with the named shapes in it by reference. */
function schemaOf(shape: v.GenericSchema, closed: boolean): Json {
	const {
		$schema: _,
		$defs: __,
		...schema
	} = toJsonSchema(shape, {
		...configOf(closed),
		definitions: COMPONENTS
	}) as Json;
	return schema;
}

const parameterOf = (
	place: 'path' | 'query',
	name: string,
	{ takes, about, example, json }: Parameter
): Json => ({
	name,
	in: place,
	required: place === 'path',
	description: about,
	...(takes !== 'one' && { style: 'form', explode: takes !== 'list' }),
	schema: { type: 'string', ...json },
	example
});

/** The parameters that several operations share, each once. */
const SHARED: ReadonlyMap<Parameter, string> = sharedParameters();

function sharedParameters(): Map<Parameter, string> {
	const all = OPERATIONS.flatMap(({ at, query }) => Object.entries({ ...at, ...query }));
	const times = Map.groupBy(all, ([, parameter]) => parameter);
	return new Map(
		[...times].flatMap(([parameter, uses]) =>
			uses.length > 1 && uses[0] ? [[parameter, uses[0][0]] as const] : []
		)
	);
}

const parameterIn = (place: 'path' | 'query', name: string, parameter: Parameter): Json =>
	SHARED.has(parameter)
		? { $ref: pointer('parameters', name) }
		: parameterOf(place, name, parameter);

const sharedOnes = (): Json =>
	Object.fromEntries(
		[...SHARED].map(([parameter, name]) => [
			name,
			parameterOf(IN_PATH.has(parameter) ? 'path' : 'query', name, parameter)
		])
	);

const IN_PATH: ReadonlySet<Parameter> = new Set(OPERATIONS.flatMap(({ at }) => Object.values(at)));

const HEADERS = {
	ETag: 'Changes with the answer; send it back in `If-None-Match`.',
	'Last-Modified': 'When the data last changed; of an answer about today not before the day began.',
	'Cache-Control': 'How long the answer may be kept.',
	'Data-Version': 'Number of the state of the data; it goes up with every change.',
	'Ignored-Parameters': 'Parameters of the request that mean nothing here, with commas.'
};
const PAGE_HEADERS = {
	Link: 'Addresses of the first, previous, next and last part of the list (RFC 8288).',
	'X-Total-Count': 'How many items the whole list has.'
};

const headersOf = ({ query }: Operation): Json =>
	Object.fromEntries(
		Object.entries({ ...HEADERS, ...('limit' in query ? PAGE_HEADERS : {}) }).map(
			([name, about]) => [name, { description: about, schema: { type: 'string' } }]
		)
	);

/** Problems that every operation has. */
const OF_ALL: readonly ProblemCode[] = [
	'malformed_parameter',
	'method_not_allowed',
	'content_too_large',
	'uri_too_long',
	'internal_error',
	'database_away'
];

const problemResponse = (codes: readonly ProblemCode[]): Json => ({
	description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join('\n- '),
	content: { [PROBLEM_TYPE]: { schema: { $ref: pointer('schemas', 'Problem') } } }
});

const problemsOf = ({ problems }: Operation): Json => ({
	...Object.fromEntries(
		[...Map.groupBy(problems, (code) => PROBLEMS[code].status)].map(([status, codes]) => [
			status,
			problemResponse(codes)
		])
	),
	...Object.fromEntries(
		OF_ALL.map((code) => [PROBLEMS[code].status, { $ref: pointer('responses', code) }])
	)
});

function getOf(operation: Operation, csv: boolean, content: Json): Json {
	const { id, group, title, about, at, query } = operation;
	return {
		operationId: csv ? `${id}Csv` : id,
		tags: [group],
		summary: csv ? `${title} (CSV)` : title,
		description: csv ? `${about}\n\n${operation.csv?.about ?? ''}` : about,
		parameters: [
			...Object.entries(at).map(([name, one]) => parameterIn('path', name, one)),
			...Object.entries(query).map(([name, one]) => parameterIn('query', name, one))
		],
		responses: {
			200: { description: title, headers: headersOf(operation), content },
			304: { description: 'The answer that was sent before still holds.' },
			...problemsOf(operation)
		}
	};
}

/** The paths of an operation: of its JSON form, its CSV form, or both. */
function pathsOf(operation: Operation, closed: boolean): [string, Json][] {
	const { path, answer, csv } = operation;
	const json = answer && { 'application/json': { schema: schemaOf(answer, closed) } };
	const table = csv && {
		'text/csv': {
			schema: { type: 'array', description: csv.about, items: schemaOf(csv.row, closed) }
		}
	};
	return [
		...(json ? [[path, { get: getOf(operation, false, json) }] as [string, Json]] : []),
		...(table ? [[`${path}.csv`, { get: getOf(operation, true, table) }] as [string, Json]] : [])
	];
}

const ABOUT = `Social-housing stock of every Flemish municipality against its binding objective and its regions' goals.

Shares are fractions, days are \`YYYY-MM-DD\`, names are Dutch, and a figure that nobody knows is \`null\` with a reason: zero is a value.
Any answer can be asked as it was known on an earlier day (\`known\`).

CSV is UTF-8 with commas, decimal points and the names of the columns in the first row; the document describes its rows. A
blank cell is a null, and never a zero; an apostrophe stands before text that a spreadsheet would run.

**What v1 promises.** An address that answers keeps answering, and keeps its meaning. Fields, words in lists and parameters may be added:
pass over what you do not know. What would break a program becomes v2.

**Parameters that an operation does not have** are passed over, because addresses that answer must keep answering; the header
\`Ignored-Parameters\` names them, so that a mistyped one does not stay unseen.`;

/**
 * The document that describes the API, by OpenAPI 3.1.
 * @param closed whether a field that it does not describe is an error: for tests
 */
export const openApi = (closed = false): Json => ({
	openapi: '3.1.1',
	info: {
		title: 'Woonobjectief API',
		version: '1',
		summary: 'Flemish social housing against its objectives, with the source of every figure',
		description: ABOUT,
		license: {
			name: 'Modellicentie Gratis Hergebruik Vlaanderen v1.0',
			url: 'https://data.vlaanderen.be/id/licentie/modellicentie-gratis-hergebruik/v1.0'
		}
	},
	servers: [{ url: API_ROOT, description: 'This site' }],
	tags: Object.entries(GROUPS).map(([name, about]) => ({ name, description: about })),
	paths: Object.fromEntries(OPERATIONS.flatMap((one) => pathsOf(one, closed))),
	components: {
		schemas: toJsonSchemaDefs(COMPONENTS, configOf(closed)),
		parameters: sharedOnes(),
		responses: Object.fromEntries(OF_ALL.map((code) => [code, problemResponse([code])]))
	}
});
