import { error, redirect } from '@sveltejs/kit';
import { writeDeed } from '#lib/server/deeds/log.ts';
import { isLoopback } from '#lib/server/people/access.ts';
import { enterByLink } from '#lib/server/people/desk-link.ts';
import { sessionOf } from '#lib/server/people/sessions.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { cookie } from '../../gate.ts';
import { countAttempt } from '../attempt.ts';

export async function GET(event) {
	const { access, database } = runtime();
	const isHere = isLoopback(event.getClientAddress()) && isLoopback(event.url.hostname);
	if (!access?.byLink || !isHere) error(404, 'Deze pagina bestaat niet.');
	countAttempt(event);
	const session = await enterByLink(database, event.url.searchParams.get('sleutel') ?? '');
	if (session === null) redirect(303, '/beheer/aanmelden?fout=link');
	const person = (await sessionOf(database, session))?.person ?? null;
	await database.changeQuietly((transaction) =>
		writeDeed(transaction, person, { action: 'sign-in', done: true })
	);
	cookie(event, 'beheer').set(session);
	redirect(303, '/beheer');
}
