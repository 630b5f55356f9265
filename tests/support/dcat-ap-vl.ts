import jsonld from 'jsonld';
import { Parser, Store, Writer, type Quad } from 'n3';
import Validator from 'rdf-validate-shacl';

/**
 * What DCAT-AP Vlaanderen asks of the things that this site describes, as the documentation of the profile lists it
 * (data.vlaanderen.be/doc/applicatieprofiel/DCAT-AP-VL): version 3 of 2026-02-12 and, where it asks more, version 2 of
 * 2022-04-21. The shapes are written by us from those lists; the official ones are not packaged anywhere.
 */

/** What a value must be: a thing, a thing of a class, a text in a language, a value, or a value of a datatype. */
type Kind = 'IRI' | 'langString' | 'literal' | `class ${string}` | `datatype ${string}`;

/** The most that there may be is null for any number; 2 at the end: asked by version 2 and no longer by version 3. */
type Asked = readonly [property: string, value: Kind, most: number | null, version?: 2];
type AskedOf = Readonly<Record<string, readonly Asked[]>>;

const ONE = 1;
const MANY = null;

/** What every resource must have. */
const RESOURCE: readonly Asked[] = [
	['dct:title', 'langString', MANY],
	['dct:identifier', 'literal', ONE],
	['dct:publisher', 'class dct:Agent', ONE],
	['dcat:contactPoint', 'class vcard:Kind', ONE]
];

/** The mandatory properties by class. */
export const MANDATORY: AskedOf = {
	'dcat:Catalog': [
		...RESOURCE,
		['dct:description', 'langString', MANY],
		['dct:license', 'class dct:LicenseDocument', ONE, 2]
	],
	'dcat:CatalogRecord': [
		['dct:identifier', 'literal', ONE],
		['foaf:primaryTopic', 'IRI', ONE],
		['dct:modified', 'datatype xsd:dateTime', ONE],
		['dct:title', 'langString', MANY, 2]
	],
	'dcat:Dataset': [
		...RESOURCE,
		['dct:description', 'langString', MANY],
		['dct:accessRights', 'class skos:Concept', ONE],
		['dct:modified', 'datatype xsd:dateTime', ONE, 2],
		['mdcat:statuut', 'class skos:Concept', MANY, 2]
	],
	'dcat:DataService': [
		...RESOURCE,
		['dcat:endpointDescription', 'IRI', ONE],
		['dcat:endpointURL', 'IRI', ONE],
		['dct:accessRights', 'class skos:Concept', ONE],
		['dct:description', 'langString', MANY, 2],
		['dct:license', 'class dct:LicenseDocument', ONE, 2],
		['dct:modified', 'datatype xsd:dateTime', ONE, 2],
		['mdcat:statuut', 'class skos:Concept', MANY, 2]
	],
	'dcat:Distribution': [
		['dct:identifier', 'literal', ONE],
		['dcat:accessURL', 'IRI', ONE],
		['dcat:downloadURL', 'IRI', ONE, 2],
		['dct:title', 'langString', MANY, 2],
		['dct:description', 'langString', MANY, 2],
		['dct:license', 'class dct:LicenseDocument', ONE, 2]
	],
	'dct:Agent': [['foaf:name', 'langString', MANY]],
	'dct:Standard': [
		['dct:title', 'langString', MANY],
		['dct:description', 'langString', MANY]
	]
};

/** What may stand there, and must then be of this kind. */
const OPTIONAL: AskedOf = {
	'dcat:Catalog': [
		['dcat:dataset', 'class dcat:Dataset', MANY],
		['dcat:service', 'class dcat:DataService', MANY],
		['dcat:record', 'class dcat:CatalogRecord', MANY]
	],
	'dcat:CatalogRecord': [['dct:conformsTo', 'class dct:Standard', MANY]],
	'dcat:Dataset': [
		['dcat:distribution', 'class dcat:Distribution', MANY],
		['dct:spatial', 'class dct:Location', MANY],
		['dct:provenance', 'class dct:ProvenanceStatement', MANY],
		['dct:temporal', 'class dct:PeriodOfTime', MANY],
		['dcat:landingPage', 'IRI', MANY],
		['dcat:theme', 'class skos:Concept', MANY],
		['dcat:keyword', 'langString', MANY],
		['dcat:version', 'datatype xsd:string', ONE],
		['owl:versionInfo', 'datatype xsd:string', ONE]
	],
	'dcat:Distribution': [['dct:format', 'class skos:Concept', ONE]],
	'vcard:Kind': [['foaf:page', 'IRI', ONE]]
};

const PREFIXES = `
	@prefix sh: <http://www.w3.org/ns/shacl#> .
	@prefix adms: <http://www.w3.org/ns/adms#> .
	@prefix dcat: <http://www.w3.org/ns/dcat#> .
	@prefix dct: <http://purl.org/dc/terms/> .
	@prefix foaf: <http://xmlns.com/foaf/0.1/> .
	@prefix mdcat: <https://data.vlaanderen.be/ns/metadata-dcat#> .
	@prefix owl: <http://www.w3.org/2002/07/owl#> .
	@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
	@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
	@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
	@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .`;

const constraintOf = (value: Kind): string => {
	const [kind, name] = value.split(' ');
	if (kind === 'class') return `sh:class ${name}`;
	if (kind === 'datatype') return `sh:datatype ${name}`;
	if (kind === 'langString') return 'sh:datatype rdf:langString';
	return kind === 'IRI' ? 'sh:nodeKind sh:IRI' : 'sh:nodeKind sh:Literal';
};

/** The lists as SHACL. */
function shapes(): Store {
	const shape = (name: string, list: readonly Asked[], least: number) =>
		`[] a sh:NodeShape ; sh:targetClass ${name} ; ${list
			.map(
				([property, value, most]) =>
					`sh:property [ sh:path ${property} ; sh:minCount ${least} ; ${most ? `sh:maxCount ${most} ;` : ''} ${constraintOf(value)} ]`
			)
			.join(' ; ')} .`;
	const text = [
		PREFIXES,
		...Object.entries(MANDATORY).map(([name, list]) => shape(name, list, 1)),
		...Object.entries(OPTIONAL).map(([name, list]) => shape(name, list, 0)),
		// A contact has a page or an address for mail.
		`[] a sh:NodeShape ; sh:targetClass vcard:Kind ; sh:or (
			[ sh:property [ sh:path foaf:page ; sh:minCount 1 ] ]
			[ sh:property [ sh:path vcard:hasEmail ; sh:minCount 1 ] ] ) .`
	];
	return new Store(new Parser().parse(text.join('\n')));
}

/** What a catalogue lacks or has wrong by the profile, one line each. */
export async function profileFaults(quads: readonly Quad[]): Promise<string[]> {
	const report = await new Validator(shapes()).validate(new Store([...quads]));
	return report.results.map(
		({ focusNode, path, message }) =>
			`${focusNode?.value} ${path?.value ?? ''}: ${message.map((one) => one.value).join()}`
	);
}

/** The statements of a document, in order; none of ours has a nameless thing, so the same graph gives the same lines. */
export const statements = (quads: readonly Quad[]): string[] =>
	quads.map((quad) => new Writer().quadsToString([quad as never])).sort();

export const quadsOfTurtle = (text: string): Quad[] => new Parser().parse(text);

export const quadsOfJsonLd = async (document: object): Promise<Quad[]> =>
	new Parser({ format: 'N-Quads' }).parse(
		await jsonld.toRDF(document, { format: 'application/n-quads' })
	);
