import type { Observation } from '#lib/domain/figure.ts';
import { INDICATORS, isIndicator, type Indicator } from '#lib/domain/indicators.ts';
import {
	inTellingOrder,
	kindOf,
	knownSorts,
	type KnownSorts,
	type PublishedFact
} from '#lib/domain/published.ts';
import { measuredRegimes } from '#lib/domain/regime.ts';
import type { Database } from '../database/database.ts';
import {
	publishedObjectives,
	testResults,
	type ObjectiveComponent
} from '../queries/objectives.ts';
import { mentionsOf } from '../queries/mentions.ts';
import { newestObservations } from '../queries/observations.ts';
import { reference, type Reference } from '../reference/reference.ts';
import type { Moment } from './moment.ts';
import { mainScheme } from './municipalities.ts';
import { progressSeries } from './objectives.ts';
import { perMoment } from './per-moment.ts';

/** Series of households, and of dwellings of any kind, say nothing of social housing. */
const OF_ALL = /^(households|dwellings$|permitted_dwellings$)/;
const CATALOGUE = Object.keys(INDICATORS)
	.filter(isIndicator)
	.filter((one) => !OF_ALL.test(one));

/** What was published about everyone, as known at a moment, by NIS code; who has nothing is not in it. */
const publishedOfAll = perMoment(async (database, moment) =>
	Map.groupBy(await publishedAbout(database, moment, 'all'), ({ nis }) => nis)
);

/** What is said of everyone beside the figures, alone or with others together, by NIS code. */
const mentionsOfAll = perMoment(async ({ read }, { known }) => {
	const said = (await mentionsOf(read, 'all', known)).flatMap((one) =>
		one.places.split(' ').map((place) => ({ place, ...one }))
	);
	return Map.groupBy(said, ({ place }) => place);
});

/** Of which sorts something was published about each municipality or one before its merger, by NIS code. */
export const allKnownSorts = perMoment(
	async (database, moment): Promise<ReadonlyMap<string, KnownSorts>> => {
		const [{ places }, facts, mentions] = await Promise.all([
			reference(database, moment.known),
			publishedOfAll(database, moment),
			mentionsOfAll(database, moment)
		]);
		const sortsOf = (nis: string) => {
			const codes = places.withPredecessors(nis);
			return knownSorts(
				codes.flatMap((code) => facts.get(code) ?? []),
				codes.flatMap((code) => mentions.get(code) ?? [])
			);
		};
		return new Map(places.validOn(moment.structureOn).map(({ nis }) => [nis, sortsOf(nis)]));
	}
);

/**
 * What was published about municipalities, in the order in which a page tells it.
 * @param codes with those of the municipalities before a merger, where what was said of them counts
 */
export async function publishedAbout(
	database: Database,
	moment: Moment,
	codes: readonly string[] | 'all'
): Promise<PublishedFact[]> {
	const { known } = moment;
	const facts = await reference(database, known);
	const [observations, objectives, tests] = await Promise.all([
		newestObservations(database.read, {
			codes,
			indicators: seriesOf(facts),
			dates: 'all',
			known,
			published: true
		}),
		publishedObjectives(database.read, codes, known),
		testResults(database.read, codes, known)
	]);
	const regimeOf = regimeNames(facts, moment);
	const measuredOn = new Map(facts.testRounds.map((one) => [one.year, one.measuredOn]));
	return [
		...observations
			.filter((one, at) => !isReplaced(facts, one, observations[at - 1]))
			.map((one) => ({ ...one, kind: kindOf(one.indicator), said: one })),
		...objectives.map((one) => ofObjective(one, regimeOf)),
		...tests.map((one) => ({
			...one,
			kind: 'test' as const,
			date: measuredOn.get(one.year) ?? null,
			said: { ...one, round: one.year }
		}))
	].toSorted(inTellingOrder);
}

/** Whether the number before it, a newer one, is of the same and of the same ground: then it took the place of this one. */
function isReplaced(
	{ places }: Reference,
	one: Observation,
	newer: Observation | undefined
): boolean {
	if (newer?.nis !== one.nis || newer.indicator !== one.indicator || newer.date !== one.date)
		return false;
	const [ground, other] = [one, newer].map(({ nis, structureOn, date }) =>
		places.groundOf([nis], structureOn ?? date)
	);
	return ground?.symmetricDifference(other ?? new Set()).size === 0;
}

const seriesOf = ({ schemes }: Reference): Indicator[] => [
	...new Set([...CATALOGUE, ...progressSeries(measuredRegimes(schemes))])
];

/** The names of the regimes by code; null for the one that runs on the day. */
function regimeNames({ schemes }: Reference, { on }: Moment): ReadonlyMap<string, string | null> {
	const main = mainScheme({ schemes }, on).code;
	return new Map(schemes.map(({ code, name }) => [code, code === main ? null : name]));
}

function ofObjective(
	{ nis, component, value, attestedOn, publication, note, scheme }: ObjectiveComponent,
	regimeOf: ReadonlyMap<string, string | null>
): PublishedFact {
	const regime = regimeOf.get(scheme) ?? null;
	const kind = component === 'total' && regime === null ? 'objective' : null;
	return {
		nis,
		kind,
		date: attestedOn,
		publication,
		note,
		said: { part: component, value, regime }
	};
}
