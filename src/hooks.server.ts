import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError } from '@sveltejs/kit';
import pino from 'pino';
import { isDatabaseAway } from '#lib/server/database-away.ts';

const log = pino({ base: null }, pino.destination(2));

/** Pages may be kept by anyone, and are asked for again each time: a change of data shows at once. */
export const handle: Handle = async ({ event, resolve }) => {
	const answer = await resolve(event);
	const response = event.locals.databaseAway ? unavailable(answer) : answer;
	const isPage = response.headers.get('content-type')?.startsWith('text/html');
	if (isPage && response.status === 200 && !response.headers.has('cache-control')) {
		response.headers.set('cache-control', 'public, no-cache');
	}
	return response;
};

/** The database does not answer: that is a 503, to be tried again soon, and not an error of the site. */
const unavailable = (answer: Response): Response => {
	const headers = new Headers(answer.headers);
	headers.set('retry-after', '30');
	return new Response(answer.body, { status: 503, headers });
};

/** Logs what nobody expected under a reference; the visitor sees only the reference. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	const reference = randomUUID().slice(0, 8);
	event.locals.databaseAway = isDatabaseAway(error);
	if (status !== 404) {
		log.error({ reference, path: event.url.pathname, status, err: error }, 'request failed');
	}
	return { message: status === 404 ? 'Deze pagina bestaat niet.' : 'Er ging iets mis.', reference };
};
