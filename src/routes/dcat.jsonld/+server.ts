import { toJsonLd } from '#lib/server/formats/open-data/dcat/graph.ts';
import { catalogueAnswer } from '../catalogue.ts';

/** The catalogue of open data as JSON-LD. */
export const GET = ({ url }) =>
	catalogueAnswer(url, 'application/ld+json', (things) => JSON.stringify(toJsonLd(things)));
