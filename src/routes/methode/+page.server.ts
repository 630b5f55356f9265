import type { Places } from '#lib/domain/places.ts';
import { mainScheme } from '#lib/server/standing/municipalities.ts';
import { question } from '../question.ts';

export async function load({ url }) {
	const { facts, moment } = await question(url);
	const practice = [...facts.publications.values()].find((one) => one.kind === 'practice');
	return {
		schemes: facts.schemes,
		cap: mainScheme(facts).capBasisPoints,
		structures: structures(facts.places),
		now: facts.places.validOn(moment.today).length,
		practice: practice ?? null
	};
}

/** How many municipalities there were until each day on which some ended, oldest first. */
function structures(places: Places) {
	const ends = [...places.byCode.values()].flatMap((one) => one.validTo ?? []);
	return [...new Set(ends)].sort().map((until) => ({ until, count: places.validOn(until).length }));
}
