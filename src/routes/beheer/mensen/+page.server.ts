import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { writeDeed } from '#lib/server/deeds/log.ts';
import type { WriteTransaction } from '#lib/server/database/schema.ts';
import { rolesIn, ROLES, type Person } from '#lib/server/people/roles.ts';
import { closeAllSessions } from '#lib/server/people/sessions.ts';
import { accounts, organisations } from '#lib/server/queries/desk-log.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { municipalityChoices } from '../choices.ts';
import { personIn } from '../gate.ts';

export async function load({ locals }) {
	const person = personIn(locals, 'people');
	const { database } = runtime();
	const [people, known, facts] = await Promise.all([
		accounts(database.read),
		organisations(database.read),
		reference(database)
	]);
	return {
		people: people
			.filter(({ issuer, sessions }) => issuer !== 'local' || sessions > 0)
			.map(({ roles, ...one }) => ({
				...one,
				roles: rolesIn(roles)
					.map((role) => ROLES[role].name)
					.join(', '),
				isSelf: one.id === person.account
			})),
		organisations: known,
		roles: Object.values(ROLES),
		municipalities: municipalityChoices(facts),
		regions: [...facts.regions.keys()].sort()
	};
}

/** Ends the sessions of somebody, and lets them in again or not. */
const end = (blocked: boolean | undefined) => async (event: RequestEvent) => {
	const person = personIn(event.locals, 'people');
	const account = Number((await event.request.formData()).get('wie'));
	if (!Number.isInteger(account) || account === person.account)
		return fail(400, { problem: 'Uw eigen toegang verandert een andere beheerder.' });
	const what = blocked === undefined ? 'afgemeld' : blocked ? 'geblokkeerd' : 'toegelaten';
	await changeAccess(person, `rekening ${account}: ${what}`, (transaction) =>
		closeAllSessions(transaction, account, blocked === undefined ? {} : { blocked })
	);
	redirect(303, '/beheer/mensen');
};

/** Says which municipality or region an organisation is. */
async function place(event: RequestEvent) {
	const person = personIn(event.locals, 'people');
	const form = await event.request.formData();
	const code = String(form.get('organisatie') ?? '');
	const nis = String(form.get('gemeente') ?? '').slice(0, 5) || null;
	const region = String(form.get('regio') ?? '') || null;
	const facts = await reference(runtime().database);
	if (nis !== null && !facts.places.byCode.has(nis))
		return fail(400, { problem: 'Kies een gemeente uit de lijst.' });
	if (region !== null && !facts.regions.has(region))
		return fail(400, { problem: 'Kies een regio uit de lijst.' });
	const what = `organisatie ${code}: gemeente ${nis ?? 'geen'}, regio ${region ?? 'geen'}`;
	await changeAccess(person, what, (transaction) =>
		transaction
			.updateTable('organisation')
			.set({ nis_code: nis, region })
			.where('code', '=', code)
			.execute()
	);
	redirect(303, '/beheer/mensen');
}

/** Changes who comes in, and tells of it in the log: both, or neither. */
const changeAccess = (
	person: Person,
	detail: string,
	work: (transaction: WriteTransaction) => Promise<unknown>
): Promise<void> =>
	runtime().database.changeQuietly(async (transaction) => {
		await work(transaction);
		await writeDeed(transaction, person, { action: 'access', done: true, detail });
	});

export const actions = {
	afmelden: end(undefined),
	blokkeren: end(true),
	toelaten: end(false),
	plaats: place
};
