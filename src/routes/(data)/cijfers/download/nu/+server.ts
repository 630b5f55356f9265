import { editionOn } from '#lib/server/formats/open-data/kept.ts';
import { makePackage } from '#lib/server/formats/open-data/package.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { today } from '#lib/server/today.ts';
import { packageAnswer } from '../../package-answers.ts';

/** What is known now: the day is not over, so that this package may still become another one. */
export async function GET() {
	const { database } = runtime();
	const known = today();
	const { content } = await makePackage(database, editionOn(await reference(database), known));
	return packageAnswer({ content, name: `woonobjectief-${known}-voorlopig.zip` }, false);
}
