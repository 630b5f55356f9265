import { endOfYear, yearOf } from '#lib/domain/dates.ts';
import { derived, sumOfAll, unknown, type Figure } from '#lib/domain/figure.ts';
import { isEstimate } from '#lib/domain/status.ts';
import {
	covenantLever,
	exemptionLever,
	PERMIT_YEARS,
	permitLimit,
	remainingOf,
	TERM_OVER,
	type Lever
} from '#lib/domain/levers.ts';
import { figureOf } from '#lib/domain/places.ts';
import type { Database } from '../database/database.ts';
import { reference } from '../reference/reference.ts';
import {
	knownRules,
	knownSchemes,
	regimesOf,
	type OwnRegime,
	type Scheme,
	type SchemeRule
} from './build-up.ts';
import type { Said } from '#lib/domain/law.ts';
import { ruleOn } from './law.ts';
import { readLookup } from './lookup.ts';
import type { Moment } from './moment.ts';
import { mainScheme } from './municipalities.ts';
import type { MunicipalityStanding } from './standing.ts';

/** A lever of the law, and whether the municipality can use it. */
export interface OwnLever {
	scheme: Scheme;
	rule: SchemeRule;
	/** In the tense of the day on which it is known. */
	said: Said;
	/** Null when it is a judgement that nothing can be computed for. */
	lever: Lever | null;
	/** Dwellings a year beyond which it can be used; null when it has no such limit. */
	limit: Figure | null;
}

/** What a municipality can ask under the law, as known on the day of the moment (domain.md R5, 1.7 and 4.3). */
async function leversOf(
	database: Database,
	moment: Moment,
	standing: MunicipalityStanding,
	regimes: readonly OwnRegime[]
): Promise<OwnLever[]> {
	const facts = await reference(database, moment.known);
	const permits = await permitsOf(database, moment, standing.municipality.nis);
	const main = mainScheme(facts, moment.on).code;
	return knownSchemes(facts, moment.known).flatMap((scheme) =>
		knownRules(facts, scheme.code, moment.known)
			.filter((rule) => rule.kind === 'lever')
			.map((rule) => {
				const said = ruleOn(rule, scheme, moment.known);
				if (said.isOver) return { scheme, rule, said, lever: TERM_OVER, limit: null };
				const own = scheme.code === main ? askedWithCatchUp(standing, regimes, main) : null;
				return { said, ...leverOf(scheme, rule, standing, own, permits) };
			})
	);
}

function leverOf(
	scheme: Scheme,
	rule: SchemeRule,
	{ objective, stock, households }: MunicipalityStanding,
	asked: Figure | null,
	permits: readonly Figure[]
): Omit<OwnLever, 'said'> {
	const { basisPoints } = rule;
	if (basisPoints === null) return { scheme, rule, lever: null, limit: null };
	if (rule.code === 'eligible') {
		const lever = covenantLever(remainingOf(objective), stock, households, basisPoints);
		return { scheme, rule, lever, limit: null };
	}
	const limit = permitLimit(permits, basisPoints);
	const years = yearOf(scheme.deadline ?? '') - yearOf(scheme.startsOn ?? '') + 1;
	const objectiveOrNot = asked ?? unknown(stock.date, 'not_final');
	return { scheme, rule, lever: exemptionLever(objectiveOrNot, limit, years), limit };
}

/** The objective with its catch-up; 0 when there is no catch-up to be exempted from, unknown when nobody knows it. */
function askedWithCatchUp(
	{ objective: { target } }: MunicipalityStanding,
	regimes: readonly OwnRegime[],
	main: string
): Figure {
	const parts = regimes.find(({ scheme }) => scheme.code === main)?.parts ?? [];
	const catchUp = sumOfAll(
		parts.flatMap(({ municipality, lines }) => {
			const own = lines.find((line) => line.code === 'catch_up');
			return own ? [{ nis: municipality.nis, figure: own.figure }] : [];
		}),
		target.date
	);
	if (catchUp.value === 0) return derived(0, target.date, [catchUp]);
	return catchUp.value === null && isEstimate(target) ? unknown(target.date, 'no_formula') : target;
}

/** The dwellings permitted in each of the five calendar years up to the moment. */
async function permitsOf(database: Database, moment: Moment, nis: string): Promise<Figure[]> {
	const { places } = await reference(database, moment.known);
	const last = yearOf(moment.on) - (moment.on.endsWith('-12-31') ? 0 : 1);
	const dates = Array.from({ length: PERMIT_YEARS }, (_, index) =>
		endOfYear(last - PERMIT_YEARS + 1 + index)
	);
	const indicator = 'permitted_dwellings';
	const { structureOn, known } = moment;
	const selection = { codes: [nis], indicators: [indicator], dates, known } as const;
	const lookup = await readLookup(database.read, places, selection);
	return dates.map((date) => figureOf(places, lookup, { nis, structureOn, indicator, date }));
}

/** What the law asks of a municipality, by regime, and what the municipality can ask. */
export async function lawOf(database: Database, moment: Moment, standing: MunicipalityStanding) {
	const regimes = await regimesOf(database, moment, standing.municipality);
	return { regimes, levers: await leversOf(database, moment, standing, regimes) };
}
