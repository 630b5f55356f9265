import { DataFactory, Writer, type Quad_Object } from 'n3';

/** The vocabularies of the catalogue. */
const PREFIXES = {
	adms: 'http://www.w3.org/ns/adms#',
	dcat: 'http://www.w3.org/ns/dcat#',
	dct: 'http://purl.org/dc/terms/',
	foaf: 'http://xmlns.com/foaf/0.1/',
	mdcat: 'https://data.vlaanderen.be/ns/metadata-dcat#',
	owl: 'http://www.w3.org/2002/07/owl#',
	rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
	skos: 'http://www.w3.org/2004/02/skos/core#',
	spdx: 'http://spdx.org/rdf/terms#',
	vcard: 'http://www.w3.org/2006/vcard/ns#',
	xsd: 'http://www.w3.org/2001/XMLSchema#'
} as const;

/** A name with a prefix: `dct:title`. */
export type Name = `${keyof typeof PREFIXES}:${string}`;

/** What a property has: another thing, a text in a language, or a value with a datatype. */
export type Value =
	{ iri: string } | { text: string; language: 'nl' | 'en' } | { value: string; datatype: Name };

/** A thing of the catalogue. Each has an address, so that every statement can be told apart and said again. */
export interface Thing {
	iri: string;
	types: readonly Name[];
	properties: Readonly<Partial<Record<Name, Value | readonly Value[]>>>;
}

const fullName = (name: Name): string => {
	const [prefix, rest] = name.split(':') as [keyof typeof PREFIXES, string];
	return PREFIXES[prefix] + rest;
};

const valuesOf = (thing: Thing): [Name, readonly Value[]][] =>
	(Object.entries(thing.properties) as [Name, Value | readonly Value[]][]).map(([name, value]) => [
		name,
		[value].flat() as readonly Value[]
	]);

/** The graph as JSON-LD: its context is in it, so that nobody has to fetch one. */
export const toJsonLd = (things: readonly Thing[]) => ({
	'@context': PREFIXES,
	'@graph': things.map((thing) => ({
		'@id': thing.iri,
		'@type': thing.types,
		...Object.fromEntries(valuesOf(thing).map(([name, values]) => [name, values.map(asJson)]))
	}))
});

function asJson(value: Value) {
	if ('iri' in value) return { '@id': value.iri };
	if ('text' in value) return { '@value': value.text, '@language': value.language };
	return { '@value': value.value, '@type': value.datatype };
}

const { literal, namedNode, quad } = DataFactory;

/** The same graph as Turtle. */
export function toTurtle(things: readonly Thing[]): Promise<string> {
	const writer = new Writer({ prefixes: PREFIXES });
	const type = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
	for (const thing of things) {
		const subject = namedNode(thing.iri);
		for (const name of thing.types) writer.addQuad(subject, type, namedNode(fullName(name)));
		for (const [name, values] of valuesOf(thing))
			for (const value of values)
				writer.addQuad(quad(subject, namedNode(fullName(name)), asTerm(value)));
	}
	return new Promise((resolve, reject) =>
		writer.end((error, text) => (error ? reject(error) : resolve(text)))
	);
}

function asTerm(value: Value): Quad_Object {
	if ('iri' in value) return namedNode(value.iri);
	if ('text' in value) return literal(value.text, value.language);
	return literal(value.value, namedNode(fullName(value.datatype)));
}
