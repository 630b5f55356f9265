import type { RequestEvent } from '@sveltejs/kit';
import { writeDeed } from '#lib/server/deeds/log.ts';
import { logFailure } from '#lib/server/log-failure.ts';
import { closeAllSessions, closeSession } from '#lib/server/people/sessions.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { cookie, personIn } from '../gate.ts';

/** Ends the session here, or every session of this person, and offers to end that of the provider too. */
const leave = (everywhere: boolean) => async (event: RequestEvent) => {
	const person = personIn(event.locals);
	const own = cookie(event, 'beheer');
	const detail = everywhere ? 'op elk toestel' : null;
	await runtime().database.changeQuietly(async (transaction) => {
		if (everywhere) await closeAllSessions(transaction, person.account);
		else await closeSession(transaction, own.value() ?? '');
		await writeDeed(transaction, person, { action: 'sign-out', done: true, detail });
	});
	own.clear();
	return { left: true, provider: await providerLogout(event) };
};

/** Where the provider ends its own session; null where there is none, or when it does not answer. */
async function providerLogout({ locals, url }: RequestEvent): Promise<string | null> {
	const provider = runtime().access?.provider;
	if (!provider) return null;
	const back = `${url.origin}/beheer/aanmelden`;
	return provider.logoutAddress(locals.session?.idToken ?? null, back).catch((cause: unknown) => {
		logFailure(cause, { path: url.pathname, status: 502 });
		return null;
	});
}

export const actions = { hier: leave(false), overal: leave(true) };
