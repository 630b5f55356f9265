/** What the tests use of tools for RDF that have no types of their own. */
declare module 'rdf-parser-csvw' {
	import type { Quad, Store } from 'n3';
	import type { Readable } from 'node:stream';
	export default class CsvwParser {
		constructor(options: { metadata: Store; baseIRI: string; timezone: string });
		import(input: Readable): AsyncIterable<Quad>;
	}
}
declare module 'jsonld' {
	const jsonld: {
		/** The statements of a document as N-Quads. */
		toRDF(document: object, options: { format: string; base?: string }): Promise<string>;
	};
	export default jsonld;
}
