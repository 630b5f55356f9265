import { error, redirect } from '@sveltejs/kit';
import { writeDeed } from '#lib/server/deeds/log.ts';
import { logFailure } from '#lib/server/log-failure.ts';
import { sessionOf } from '#lib/server/people/sessions.ts';
import { completeSignIn, SignInRefused } from '#lib/server/people/sign-in.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { cookie } from '../../gate.ts';

export async function GET(event) {
	const { access, database } = runtime();
	if (!access?.provider) error(404, 'Deze pagina bestaat niet.');
	const errand = cookie(event, 'aanmelding');
	const secret = errand.value() ?? '';
	errand.clear();
	let returnTo: string;
	try {
		const entered = await completeSignIn(database, access.provider, { came: event.url, secret });
		const person = (await sessionOf(database, entered.session))?.person ?? null;
		await database.changeQuietly((transaction) =>
			writeDeed(transaction, person, { action: 'sign-in', done: true })
		);
		cookie(event, 'beheer').set(entered.session);
		({ returnTo } = entered);
	} catch (refused) {
		if (!(refused instanceof SignInRefused)) throw refused;
		logFailure(refused.cause ?? refused, { path: event.url.pathname, status: 403 });
		redirect(303, `/beheer/aanmelden?fout=${refused.reason}`);
	}
	redirect(303, returnTo);
}
