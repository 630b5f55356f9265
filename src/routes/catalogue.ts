import { siteCatalogue } from '#lib/server/formats/open-data/dcat/describe.ts';
import type { Thing } from '#lib/server/formats/open-data/dcat/graph.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { today } from '#lib/server/today.ts';

/** The catalogue in one of its forms; one that will tell more in a moment is not kept. */
export async function catalogueAnswer(
	{ origin }: URL,
	type: string,
	write: (things: readonly Thing[]) => string | Promise<string>
): Promise<Response> {
	const { things, isWhole } = await siteCatalogue(runtime().database, today(), origin);
	return new Response(await write(things), {
		headers: {
			'content-type': type,
			'access-control-allow-origin': '*',
			'cache-control': isWhole ? 'public, no-cache' : 'no-cache'
		}
	});
}
