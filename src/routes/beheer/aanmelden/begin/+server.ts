import { error, redirect } from '@sveltejs/kit';
import { logFailure } from '#lib/server/log-failure.ts';
import { beginSignIn } from '#lib/server/people/sign-in.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { cookie, addressOfDesk } from '../../gate.ts';
import { countAttempt } from '../attempt.ts';

/** How long (s) the browser holds what it needs when it comes back. */
const AWAY = 600;

export async function GET(event) {
	const { access, database } = runtime();
	if (!access?.provider) error(404, 'Deze pagina bestaat niet.');
	countAttempt(event);
	const callback = `${event.url.origin}/beheer/aanmelden/terug`;
	const returnTo = addressOfDesk(event.url.searchParams.get('naar'));
	const begun = await beginSignIn(database, access.provider, { callback, returnTo }).catch(
		(cause: unknown) => {
			logFailure(cause, { path: event.url.pathname, status: 502 });
			return null;
		}
	);
	if (!begun) redirect(303, `/beheer/aanmelden?fout=away&naar=${encodeURIComponent(returnTo)}`);
	cookie(event, 'aanmelding').set(begun.secret, AWAY);
	redirect(302, begun.address);
}
