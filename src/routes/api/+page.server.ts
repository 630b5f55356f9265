import { today } from '#lib/server/today.ts';
import { day } from '#lib/text/format.ts';
import { openApi } from '#lib/server/api/openapi.ts';
import { API_ROOT } from '#lib/server/api/operation.ts';
import { OPERATIONS } from '#lib/server/api/operations.ts';
import { PROBLEMS } from '#lib/server/api/problem.ts';
import { operationsIn, shapesIn, sharedParameters, type Document, type Field } from './told.ts';

export function load({ url }) {
	const document = openApi() as unknown as Document;
	const shared = sharedParameters(document);
	const isOwn = ({ name }: Field) => shared.every((one) => one.name !== name);
	const examples = new Map(OPERATIONS.map((one) => [one.id, one.examples[0]]));
	return {
		root: API_ROOT,
		origin: url.origin,
		licence: document.info.license,
		groups: operationsIn(document).map(({ name, operations }) => ({
			name,
			operations: operations.map((one) => ({
				...one,
				parameters: one.parameters.filter(isOwn),
				example: `${API_ROOT}${examples.get(one.id) ?? ''}`
			}))
		})),
		shared,
		shapes: shapesIn(document),
		problems: Object.entries(PROBLEMS).map(([code, one]) => ({ code, ...one })),
		sheet: `API, versie 1, op ${day(today())}`
	};
}
