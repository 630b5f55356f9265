import { error, redirect } from '@sveltejs/kit';
import type { Day } from '#lib/domain/dates.ts';
import { keptPackage, packageDays } from '#lib/server/export/open-data/kept.ts';
import type { OpenPackage } from '#lib/server/export/open-data/package.ts';
import { runtime } from '#lib/server/runtime.ts';
import { today } from '#lib/server/today.ts';

const PATH = '/cijfers/download';
/** Any site may read the open data. */
const OPEN_TO_ALL = { 'access-control-allow-origin': '*' };
/** What never changes may be kept; a week bounds the harm of a mistake of ours. */
const FROZEN = 'public, max-age=604800';
/** What changes with the data is asked for again each time. */
const PRESENT = 'public, no-cache';

/**
 * The package of a day that is over and on which something changed. Any other day goes to the one that held then, and
 * today, which is not over, to what is known now.
 * @param rest what stands after the day in the address
 */
export async function frozenPackage(day: Day, rest = ''): Promise<OpenPackage> {
	const { database } = runtime();
	const now = today();
	if (day > now) error(404, 'Deze dag moet nog komen.');
	const days = await packageDays(database, now);
	const held = days.find((one) => one.day <= day);
	if (day === now && rest === '') redirect(307, `${PATH}/nu`);
	if (!held) error(404, 'Op deze dag was er nog niets gepubliceerd.');
	if (held.day !== day) redirect(day === now ? 307 : 308, `${PATH}/${held.day}${rest}`);
	return keptPackage(database, day);
}

/** A package as a file to keep. */
export const packageAnswer = ({ name, content }: OpenPackage, frozen: boolean): Response =>
	fileAnswer(content, 'application/zip', frozen, `attachment; filename="${name}"`);

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
