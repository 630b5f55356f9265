import type { Person, Role } from '#lib/server/people/roles.ts';
import type { Engine } from './engines.ts';

/** Somebody with an account. */
export async function person(
	{ database }: Pick<Engine, 'database'>,
	subject: string,
	roles: readonly Role[]
): Promise<Person> {
	const row = { issuer: 'https://proef', subject, name: subject, roles: roles.join(' ') };
	const { id } = await database.changeQuietly((transaction) =>
		transaction.insertInto('account').values(row).returning('id').executeTakeFirstOrThrow()
	);
	const none = { organisation: 'Proefdienst', nis: null, region: null, isLocal: false };
	return { account: id, name: subject, roles, ...none };
}
