import { error, redirect } from '@sveltejs/kit';
import type { Day } from '#lib/domain/dates.ts';
import { editionAt, keptPackage, packageDays } from '#lib/server/formats/open-data/kept.ts';
import type { KeptPackage } from '#lib/server/queries/packages.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { today } from '#lib/server/today.ts';

const PATH = '/cijfers/download';
/** Any site may read the open data. */
const OPEN_TO_ALL = { 'access-control-allow-origin': '*' };
/** What never changes may be kept; a week bounds the harm of a mistake of ours. */
const FROZEN = 'public, max-age=604800';
/** What changes with the data is asked for again each time. */
const PRESENT = 'public, no-cache';

/** A package with the name of its file. */
export interface NamedPackage extends KeptPackage {
	name: string;
}

/**
 * The package of the last version of a day that is over and on which something changed. Any other day goes to the one that held then, and
 * today, which is not over, to what is known now.
 * @param rest what stands after the day in the address
 */
export async function frozenPackage(day: Day, rest = ''): Promise<NamedPackage> {
	const { database } = runtime();
	const now = today();
	if (day > now) error(404, 'Deze dag moet nog komen.');
	const days = await packageDays(database, now);
	const held = days.find((one) => one.day <= day);
	if (day === now && rest === '') redirect(307, `${PATH}/nu`);
	if (!held) error(404, 'Op deze dag was er nog niets gepubliceerd.');
	if (held.day !== day) redirect(day === now ? 307 : 308, `${PATH}/${held.day}${rest}`);
	const kept = await keptPackage(database, { version: held.version, known: day });
	return { ...kept, name: `woonobjectief-${day}.zip` };
}

/**
 * The package of a version. A number at which nothing changed goes to the version that held.
 * @param address of the same thing of another version
 */
export async function versionPackage(
	number: number,
	address: (version: number) => string
): Promise<NamedPackage> {
	const { database } = runtime();
	const facts = await reference(database);
	const edition = number <= facts.newest ? editionAt(facts, number) : undefined;
	if (!edition) error(404, 'Deze versie is er niet.');
	if (edition.version !== number) redirect(308, address(edition.version));
	const kept = await keptPackage(database, edition);
	return { ...kept, name: `woonobjectief-versie-${number}.zip` };
}

/** The checksum of a package, as `sha256sum` writes and checks it. */
export const sumAnswer = ({ name, sha256 }: NamedPackage): Response =>
	fileAnswer(`${sha256}  ${name}\n`, 'text/plain; charset=utf-8', true);

/** A package as a file to keep. */
export const packageAnswer = (
	{ name, content }: Pick<NamedPackage, 'name' | 'content'>,
	frozen: boolean
): Response => fileAnswer(content, 'application/zip', frozen, `attachment; filename="${name}"`);

/** A file of the open data. */
export const fileAnswer = (
	content: Uint8Array | string,
	type: string,
	frozen: boolean,
	disposition = 'inline'
): Response =>
	new Response(content as BodyInit, {
		headers: {
			...OPEN_TO_ALL,
			'content-type': type,
			'content-disposition': disposition,
			'cache-control': frozen ? FROZEN : PRESENT
		}
	});
