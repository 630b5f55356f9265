import { editionOn } from '#lib/server/export/open-data/kept.ts';
import { makePackage } from '#lib/server/export/open-data/package.ts';
import { reference } from '#lib/server/reference.ts';
import { runtime } from '#lib/server/runtime.ts';
import { today } from '#lib/server/today.ts';
import { packageAnswer } from '../../package-answers.ts';

/** What is known now: the day is not over, so that this package may still become another one. */
export async function GET() {
	const { database } = runtime();
	const known = today();
	const { content } = await makePackage(database, editionOn(await reference(database), known));
	return packageAnswer({ content, name: `woonobjectief-${known}-voorlopig.zip` }, false);
}
