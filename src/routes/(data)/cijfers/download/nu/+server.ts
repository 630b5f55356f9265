import { openPackage } from '#lib/server/export/open-data/package.ts';
import { runtime } from '#lib/server/runtime.ts';
import { today } from '#lib/server/today.ts';
import { packageAnswer } from '../answers.ts';

/** What is known now: the day is not over, so that this package may still become another one. */
export async function GET() {
	const known = today();
	const made = await openPackage(runtime().database, known);
	return packageAnswer({ ...made, name: `woonobjectief-${known}-voorlopig.zip` }, false);
}
