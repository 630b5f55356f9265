import { error } from '@sveltejs/kit';
import { reference } from '#lib/server/reference.ts';
import { runtime } from '#lib/server/runtime.ts';
import { MalformedParameterError, PAGE_NAMES, readMoment } from '#lib/server/standing/moment.ts';
import { today } from '#lib/server/today.ts';

/** What a page is about: the database, the reference tables and the moment in its address. */
export async function question(url: URL) {
	const { database } = runtime();
	const facts = await reference(database);
	return { database, facts, moment: momentIn(url, facts) };
}

function momentIn(url: URL, facts: Awaited<ReturnType<typeof reference>>) {
	try {
		return readMoment(url.searchParams, PAGE_NAMES, facts, today());
	} catch (problem) {
		if (problem instanceof MalformedParameterError) {
			error(400, `Het adres bevat een waarde die niet kan: ${problem.message}.`);
		}
		throw problem;
	}
}
