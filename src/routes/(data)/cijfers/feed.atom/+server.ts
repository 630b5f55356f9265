import { publicationFeed } from '#lib/server/formats/open-data/feed.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { today } from '#lib/server/today.ts';

/** What was published, revised, corrected and withdrawn, for readers of feeds. */
export const GET = async ({ url }) =>
	new Response(await publicationFeed(runtime().database, today(), url.origin), {
		headers: {
			'content-type': 'application/atom+xml; charset=utf-8',
			'access-control-allow-origin': '*',
			'cache-control': 'public, no-cache'
		}
	});
