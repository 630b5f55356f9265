import { toTurtle } from '#lib/server/formats/open-data/dcat/graph.ts';
import { catalogueAnswer } from '../catalogue.ts';

/** The catalogue of open data as Turtle. */
export const GET = ({ url }) => catalogueAnswer(url, 'text/turtle; charset=utf-8', toTurtle);
