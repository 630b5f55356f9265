import { openApi } from '#lib/server/api/openapi.ts';
import { OPEN_TO_ALL } from '#lib/server/api/problem.ts';

/** The document that describes the API. */
export const GET = () =>
	Response.json(openApi(), { headers: { ...OPEN_TO_ALL, 'cache-control': 'public, no-cache' } });
