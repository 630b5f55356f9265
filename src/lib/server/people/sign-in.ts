/** Signing in with a provider: what is remembered between going and coming back, and the account that comes of it. */
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { WriteTransaction } from '../database/schema.ts';
import type { ProviderSettings } from '../settings.ts';
import type { Identity, Provider } from './provider.ts';
import { rolesOf } from './roles.ts';
import { hashOf, newSecret } from './secret.ts';
import { openSession } from './sessions.ts';

/** How long (ms) a person may stay away at the provider. */
const AWAY = 10 * 60_000;

/** Why nobody was signed in, by what to say of it. */
export class SignInRefused extends Error {
	readonly reason: 'over' | 'provider' | 'role' | 'blocked';

	constructor(reason: SignInRefused['reason'], cause?: unknown) {
		super(`Nobody was signed in: ${reason}.`, { cause });
		this.reason = reason;
	}
}

/** Sends a person to the provider. @returns where, and the secret that the browser holds until it comes back */
export async function beginSignIn(
	database: Database,
	provider: Provider,
	{ callback, returnTo }: { callback: string; returnTo: string },
	now = new Date()
): Promise<{ address: string; secret: string }> {
	const { address, state, nonce, verifier } = await provider.begin(callback);
	const secret = newSecret();
	await database.changeQuietly(async (transaction) => {
		const since = new Date(now.getTime() - AWAY).toISOString();
		const isOver = sql<boolean>`began_at < ${since}::timestamptz`;
		await transaction.deleteFrom('sign_in').where(isOver).execute();
		await transaction
			.insertInto('sign_in')
			.values({
				browser_hash: hashOf(secret),
				...{ state, nonce, verifier, return_to: returnTo, began_at: now.toISOString() }
			})
			.execute();
	});
	return { address, secret };
}

/**
 * Lets a person in who comes back from the provider. What was remembered is forgotten first, so that nothing is used twice.
 * @param came the whole address at which they came back
 * @returns the secret of the session, and where they wanted to go
 * @throws SignInRefused
 */
export async function completeSignIn(
	database: Database,
	provider: Provider,
	{ came, secret }: { came: URL; secret: string },
	now = new Date()
): Promise<{ session: string; returnTo: string; account: number }> {
	const errand = await takeErrand(database, secret);
	if (!errand || now.getTime() - Date.parse(errand.began_at) > AWAY)
		throw new SignInRefused('over');
	const identity = await provider.complete(came, errand).catch((error: unknown) => {
		throw new SignInRefused('provider', error);
	});
	const known = readIdentity(identity, provider.settings);
	if (known.roles.length === 0) throw new SignInRefused('role');
	return database.changeQuietly(async (transaction) => {
		const account = await keepAccount(transaction, known, now);
		const opened = { account, roles: known.roles, idToken: identity.idToken };
		const session = await openSession(transaction, opened, now);
		return { session, returnTo: errand.return_to, account };
	});
}

const takeErrand = (database: Database, secret: string) =>
	database.changeQuietly((transaction) =>
		transaction
			.deleteFrom('sign_in')
			.where('browser_hash', '=', hashOf(secret))
			.returningAll()
			.executeTakeFirst()
	);

/** A person as the claims tell. */
function readIdentity({ issuer, claims }: Identity, names: ProviderSettings) {
	const word = (name: string) => {
		const value = claims[name];
		return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : null;
	};
	const code = word(names.organisationClaim);
	const roles = Object.entries(claims)
		.filter(([name]) => (names.roleClaim ? name === names.roleClaim : name.endsWith('_rol_3d')))
		.flatMap(([, claim]) => rolesOf(claim, code));
	const full = [word('given_name'), word('family_name')].filter(Boolean).join(' ');
	const subject = word(names.subjectClaim) ?? word('sub') ?? '';
	return {
		issuer,
		subject,
		name: word('name') ?? (full || `gebruiker ${subject.slice(0, 8)}`),
		organisation: word(names.organisationNameClaim) ?? code,
		code,
		roles: [...new Set(roles)]
	};
}

/** Writes down who it is; the organisation is new at its first visit, and then waits to be told which area it is. */
async function keepAccount(
	transaction: WriteTransaction,
	{ issuer, subject, name, organisation, code, roles }: ReturnType<typeof readIdentity>,
	now: Date
): Promise<number> {
	const changing = {
		name,
		organisation,
		organisation_code: code,
		roles: roles.join(' '),
		signed_in_at: now.toISOString()
	};
	if (code !== null)
		await transaction
			.insertInto('organisation')
			.values({
				code,
				name: organisation ?? code,
				nis_code: await nisOf(transaction, code),
				region: null
			})
			.onConflict((conflict) => conflict.column('code').doUpdateSet({ name: organisation ?? code }))
			.execute();
	const { id, blocked_at } = await transaction
		.insertInto('account')
		.values({ issuer, subject, ...changing, blocked_at: null })
		.onConflict((conflict) => conflict.columns(['issuer', 'subject']).doUpdateSet(changing))
		.returning(['id', 'blocked_at'])
		.executeTakeFirstOrThrow();
	if (blocked_at !== null) throw new SignInRefused('blocked');
	return id;
}

/** An organisation that calls itself by the NIS code of a municipality is that municipality. */
async function nisOf(transaction: WriteTransaction, code: string): Promise<string | null> {
	const found = await transaction
		.selectFrom('municipality')
		.select('nis_code')
		.where('nis_code', '=', code)
		.executeTakeFirst();
	return found?.nis_code ?? null;
}
