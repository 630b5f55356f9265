import { knownNow } from '#lib/domain/change.ts';
import { presentOf } from '#lib/server/reference/at-version.ts';
import { growthPathOf, type GrowthPath } from '#lib/server/standing/growth-path.ts';
import { mainScheme, standingsOf } from '#lib/server/standing/municipalities.ts';
import { nowOf } from '#lib/server/standing/now.ts';
import { objectiveFigures, sourcesOf } from '#lib/server/standing/sources.ts';
import { objectiveSentence } from '#lib/text/sentences.ts';
import { changesTo } from '../../../../../links.ts';
import { municipalityIn, question } from '../../../../../question.ts';

export async function load({ url, params }) {
	const { database, facts, moment } = await question(url);
	const { municipality, at } = municipalityIn(facts, moment, params.nis, (later) =>
		changesTo(url)({}).replace(params.nis, later)
	);
	const { nis, name } = municipality;
	const term = { ...mainScheme(facts, moment.on), today: moment.today };
	const asKnownOn = async (then: typeof at, known = database) => {
		const [path, { rows }] = await Promise.all([
			growthPathOf(known, then, municipality),
			standingsOf(known, then, [municipality])
		]);
		const objective = rows[0]?.objective;
		return { path, sentence: objective ? objectiveSentence(name, objective, term) : '' };
	};
	const later = nowOf(at);
	const [then, now] = await Promise.all([
		asKnownOn(at),
		later && asKnownOn(later, presentOf(database))
	]);
	return {
		nis,
		name,
		...then,
		now: now && now.sentence !== then.sentence ? now.sentence : null,
		changed: now ? changedYears(then.path, now.path) : 0,
		sources: sourcesOf(
			facts,
			then.path.points.flatMap((point) => objectiveFigures(point))
		)
	};
}

/** Of how many year-ends something else is known now. */
function changedYears(then: GrowthPath, now: GrowthPath): number {
	const later = new Map(now.points.map((point) => [point.date, point]));
	return then.points.filter((point) => {
		const found = later.get(point.date);
		return (
			!found ||
			knownNow(point.realised, found.realised) ||
			knownNow(point.withPlanned, found.withPlanned)
		);
	}).length;
}
