import { error, redirect } from '@sveltejs/kit';
import { packageSums } from '#lib/server/queries/packages.ts';
import { versionAccount } from '#lib/server/standing/version.ts';
import { versionPath } from '#lib/text/addresses.ts';
import { day } from '#lib/text/format.ts';
import { question } from '../../../../question.ts';

export async function load({ url, params }) {
	const { database } = await question(url);
	const account = await versionAccount(database, Number(params.nummer));
	if (!account) error(404, 'Deze versie is er niet.');
	const number = account.made.version;
	if (`${number}` !== params.nummer) redirect(308, versionPath(number) + url.search);
	return {
		account,
		told: { ...account, event: account.entry.event },
		sum: (await packageSums(database.read)).get(number) ?? null,
		fixed: { on: null },
		sheet: `Versie ${number}, ${day(account.made.day)}`
	};
}
