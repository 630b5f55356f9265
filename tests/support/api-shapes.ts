import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import formats from 'ajv-formats';
import { API_ROOT } from '#lib/server/api/operation.ts';
import { openApi } from '#lib/server/api/openapi.ts';

/**
 * A checker of answers that knows nothing of this program but the document that it publishes: each answer is held against
 * the shape of its path, status and type.
 */

interface Response {
	$ref?: string;
	content?: Record<string, { schema: object }>;
}
export interface Document {
	paths: Record<string, { get: { operationId: string; responses: Record<string, Response> } }>;
	components: { responses: Record<string, Response> };
}

/** The document with closed shapes: a field that it does not describe is an error. */
export const closedDocument = openApi(true) as unknown as Document;

const DOCUMENT = 'document';
/** A checker of values as they are in JSON, and one of cells, which are text. */
const [ofJson, ofCells] = [false, true].map((coerceTypes) => {
	const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes });
	formats.default(ajv);
	return ajv.addSchema(closedDocument, DOCUMENT);
}) as [Ajv2020, Ajv2020];

const compiled = new Map<string, ValidateFunction>();

/** A shape of the document by where it stands. */
function shapeAt(ajv: Ajv2020, way: readonly string[]): ValidateFunction {
	const pointer = way.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
	const known = compiled.get(pointer);
	if (known) return known;
	const made = ajv.compile({ $ref: `${DOCUMENT}#/${encodeURI(pointer)}` });
	compiled.set(pointer, made);
	return made;
}

/** Paths of the document as patterns, those without parameters first: `regions/{slug}.csv` also fits `regions/{slug}`. */
const PATTERNS = Object.keys(closedDocument.paths)
	.sort((a, b) => Number(b.endsWith('.csv')) - Number(a.endsWith('.csv')))
	.sort((a, b) => (a.match(/\{/g)?.length ?? 0) - (b.match(/\{/g)?.length ?? 0))
	.map((path) => ({
		path,
		pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`)
	}));

/** The path of the document that an address falls under. */
export const pathOf = (address: string): string | undefined => {
	const below = address.replace(API_ROOT, '').replace(/\?.*$/, '');
	return PATTERNS.find(({ pattern }) => pattern.test(below))?.path;
};

/** What an answer has that its shape in the document does not allow; empty when it fits. */
export async function misfits(address: string, answer: globalThis.Response): Promise<string[]> {
	const path = pathOf(address);
	const own = path && closedDocument.paths[path]?.get.responses[String(answer.status)];
	if (!own) return [`${address}: the document has no answer ${answer.status}`];
	const shared = own.$ref?.split('/').at(-1);
	const response = shared ? closedDocument.components.responses[shared] : own;
	const [type = ''] = (answer.headers.get('content-type') ?? '').split(';');
	if (!response?.content?.[type]) return [`${address}: ${answer.status} is not to be ${type}`];
	const way = shared
		? ['components', 'responses', shared]
		: ['paths', path, 'get', 'responses', String(answer.status)];
	const isTable = type === 'text/csv';
	const validate = shapeAt(isTable ? ofCells : ofJson, [...way, 'content', type, 'schema']);
	const text = await answer.text();
	validate(isTable ? rowsOf(text) : JSON.parse(text));
	return (validate.errors ?? []).map(
		({ instancePath, message, params }) =>
			`${address} ${instancePath}: ${message} ${JSON.stringify(params)}`
	);
}

/** The rows of a CSV file by column; a blank cell is null. */
const rowsOf = (text: string): Record<string, string | null>[] =>
	parse(text, {
		columns: true,
		cast: (cell, { header }) => (cell === '' && !header ? null : cell)
	});

/** The columns of a CSV form, in the order in which the document names them. */
export function columnsOf(path: string): string[] {
	const content = closedDocument.paths[path]?.get.responses['200']?.content?.['text/csv'];
	const { items } = content?.schema as { items: { properties: object } };
	return Object.keys(items.properties);
}
