import type { Json } from '#lib/server/api/openapi.ts';

/** The document as the reference page reads it. */
export interface Document {
	info: { description: string; license: { name: string; url: string } };
	servers: [{ url: string }];
	tags: { name: string; description: string }[];
	paths: Record<string, { get: DocumentOperation }>;
	components: {
		schemas: Record<string, Schema>;
		parameters: Record<string, DocumentParameter>;
		responses: Json;
	};
}

interface DocumentOperation {
	operationId: string;
	tags: [string];
	summary: string;
	description: string;
	parameters: (DocumentParameter | Reference)[];
	responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

interface Reference {
	$ref: string;
}

interface DocumentParameter {
	name: string;
	in: 'path' | 'query';
	description: string;
	schema: Schema;
	example: unknown;
}

interface Schema extends Partial<Reference> {
	type?: string | string[];
	format?: string;
	enum?: (string | number)[];
	const?: unknown;
	anyOf?: Schema[];
	items?: Schema;
	properties?: Record<string, Schema>;
	additionalProperties?: Schema | false;
	required?: string[];
	description?: string;
	default?: unknown;
}

/** A word of a type; one that leads to a named shape has its name. */
export interface TypeWord {
	text: string;
	shape: string | null;
}

/** A field of a shape, or a parameter. */
export interface Field {
	/** With the names of what it stands in: `members[].gap`. */
	name: string;
	type: TypeWord[];
	about: string;
	optional: boolean;
}

/** One operation of the API, in one or two forms. */
export interface ToldOperation {
	id: string;
	title: string;
	about: string;
	/** Below the root, of each form. */
	paths: string[];
	parameters: Field[];
	fields: Field[];
	/** Of the CSV form. */
	columns: Field[];
}

/** A named shape. */
export interface ToldShape {
	name: string;
	about: string;
	fields: Field[];
	/** The words of a closed list. */
	words: readonly (string | number)[];
}

const nameIn = ({ $ref = '' }: Partial<Reference>): string => $ref.split('/').at(-1) ?? '';
const plain = (text: string): TypeWord => ({ text, shape: null });

/** A type in words: `number or null`, `list of Figure`. */
export function typeWords(schema: Schema): TypeWord[] {
	if (schema.$ref) return [{ text: nameIn(schema), shape: nameIn(schema) }];
	if (schema.anyOf)
		return schema.anyOf.flatMap((one, index) => [
			...(index > 0 ? [plain(' or ')] : []),
			...typeWords(one)
		]);
	if (schema.items) return [plain('list of '), ...typeWords(schema.items)];
	if (schema.enum) return [plain(schema.enum.map((one) => JSON.stringify(one)).join(' | '))];
	if ('const' in schema) return [plain(JSON.stringify(schema.const))];
	if (schema.additionalProperties)
		return [plain('by NIS code: '), ...typeWords(schema.additionalProperties)];
	const named = schema.format === 'date' ? 'day' : (schema.format ?? null);
	return [plain(named ?? [schema.type ?? 'any'].flat().join(' or '))];
}

/** The shapes that stand in a field without a name of their own, with how that is written behind its name. */
function inlineOf(schema: Schema): [string, Schema][] {
	if (schema.properties) return [['', schema]];
	if (schema.items) return inlineOf(schema.items).map(([way, one]) => [`[]${way}`, one]);
	if (schema.additionalProperties)
		return inlineOf(schema.additionalProperties).map(([way, one]) => [`{}${way}`, one]);
	return (schema.anyOf ?? []).flatMap(inlineOf);
}

/**
 * The fields of a shape, those of shapes inside it behind it; a named shape is told at its own place. Of a choice between
 * shapes a field that not all of them have need not be there.
 */
export function fieldsOf(schema: Schema, before = ''): Field[] {
	const inline = inlineOf(schema);
	const all = inline.flatMap(([way, { properties = {}, required = [] }]) =>
		Object.entries(properties).flatMap(([name, field]): Field[] => {
			const whole = `${before}${way}${before || way ? '.' : ''}${name}`;
			const type = typeWords(field);
			const optional = !required.includes(name);
			const own = { name: whole, type, about: field.description ?? '', optional };
			return [own, ...fieldsOf(field, whole)];
		})
	);
	return [...Map.groupBy(all, (one) => one.name).values()].flatMap(([first, ...others]) => {
		const everywhere = others.length + 1 === inline.length;
		return first ? [{ ...first, optional: first.optional || !everywhere }] : [];
	});
}

/** Every operation with its two forms together, by group in the order of the document. */
export function operationsIn(document: Document): { name: string; operations: ToldOperation[] }[] {
	const byId = Map.groupBy(Object.entries(document.paths), ([, { get }]) =>
		get.operationId.replace(/Csv$/, '')
	);
	const told = [...byId].map(([id, forms]) => ({
		group: groupOf(forms),
		...toldOf(document, id, forms)
	}));
	return document.tags.map(({ name, description }) => ({
		name: description,
		operations: told.filter((one) => one.group === name)
	}));
}

type Form = [string, { get: DocumentOperation }];

const groupOf = ([first]: readonly Form[]): string => first?.[1].get.tags[0] ?? '';

function toldOf(document: Document, id: string, forms: readonly Form[]): ToldOperation {
	const [first] = forms;
	if (!first) throw new Error(`Operation ${id} has no form.`);
	const [, { get }] = first;
	const schemaOf = (type: string) =>
		forms.flatMap(([, form]) => form.get.responses['200']?.content?.[type]?.schema ?? [])[0];
	const [json, csv] = [schemaOf('application/json'), schemaOf('text/csv')];
	return {
		id,
		title: get.summary.replace(/ \(CSV\)$/, ''),
		about: get.description,
		paths: forms.map(([path]) => path),
		parameters: get.parameters.map((one) => parameterField(document, one)),
		fields: json ? answerFields(document, json) : [],
		columns: csv?.items ? fieldsOf(csv.items) : []
	};
}

/** The fields of an answer; of a list or a named shape its name, for the fields stand there. */
function answerFields(document: Document, schema: Schema): Field[] {
	const own = fieldsOf(schema);
	const answer = { name: '', type: typeWords(schema), optional: false };
	const named = schema.$ref ? document.components.schemas[nameIn(schema)] : undefined;
	return own.length > 0 ? own : [{ ...answer, about: (named ?? schema).description ?? '' }];
}

/** The parameters that every operation takes, which are told once. */
export function sharedParameters(document: Document): Field[] {
	const [first, ...others] = operationsIn(document).flatMap((group) => group.operations);
	const isEverywhere = ({ name }: Field) =>
		others.every((one) => one.parameters.some((parameter) => parameter.name === name));
	return first?.parameters.filter(isEverywhere) ?? [];
}

function parameterField({ components }: Document, one: DocumentParameter | Reference): Field {
	const parameter = '$ref' in one ? components.parameters[nameIn(one)] : one;
	if (!parameter) throw new Error(`There is no ${'$ref' in one ? one.$ref : one.name}.`);
	const { name, description, schema } = parameter;
	const fallback = schema.default === undefined ? '' : ` Default: \`${schema.default}\`.`;
	return {
		name,
		type: typeWords(schema),
		about: description + fallback,
		optional: parameter.in === 'query'
	};
}

/** The named shapes, by name. */
export const shapesIn = ({ components: { schemas } }: Document): ToldShape[] =>
	Object.entries(schemas)
		.map(([name, schema]) => ({
			name,
			about: schema.description ?? '',
			fields: fieldsOf(schema),
			words: schema.enum ?? []
		}))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
