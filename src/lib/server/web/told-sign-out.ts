/**
 * Where the provider of identity tells behind the scenes that somebody signed out (OpenID Connect Back-Channel Logout 1.0). It
 * comes from a server, without an origin, so it stands before the site, whose forms want one.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Database } from '../database/database.ts';
import { writeDeed } from '../deeds/log.ts';
import { logFailure } from '../log-failure.ts';
import type { Access } from '../people/access.ts';
import type { Provider } from '../people/provider.ts';
import { closeToldSessions } from '../people/sessions.ts';
import type { Handler } from './capture.ts';

const TOLD = '/beheer/aanmelden/elders-afgemeld';
const FORM = 'application/x-www-form-urlencoded';

interface Door {
	database: Database;
	access: Pick<Access, 'provider' | 'attempts'>;
}

/** The handler of the site, with this before it. */
export const beforeSignOuts =
	({ database, access: { provider, attempts } }: Door, handler: Handler): Handler =>
	async (request, response, next) => {
		if (!provider || request.method !== 'POST' || request.url !== TOLD)
			return handler(request, response, next);
		if (!attempts.take(request.socket.remoteAddress ?? '')) return answer(response, 429);
		answer(response, (await endTold(request, database, provider)) ? 200 : 400);
	};

const answer = (response: ServerResponse, status: number): unknown =>
	response.writeHead(status, { 'cache-control': 'no-store' }).end();

/** Ends what is told, and tells the log; false when what came is no sign-out of this provider. */
async function endTold(
	request: IncomingMessage,
	database: Database,
	provider: Provider
): Promise<boolean> {
	const isForm = request.headers['content-type']?.startsWith(FORM);
	const token = isForm ? new URLSearchParams(await text(request)).get('logout_token') : null;
	const told = await provider.signOutTold(token ?? '').catch((cause: unknown) => {
		logFailure(cause, { path: TOLD, status: 400 });
		return null;
	});
	if (!told) return false;
	await database.changeQuietly(async (transaction) => {
		for (const person of await closeToldSessions(transaction, told)) {
			const detail = 'afgemeld bij de aanbieder';
			await writeDeed(transaction, person, { action: 'sign-out', done: true, detail });
		}
	});
	return true;
}
