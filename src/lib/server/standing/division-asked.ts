import {
	DIVISION_KEYS,
	FACTORS,
	type DivisionKey,
	type DivisionRule
} from '#lib/domain/division.ts';
import { FACTOR_WORDS, KEY_WORDS } from '#lib/text/division.ts';
import { bySlug } from '#lib/text/words.ts';
import { MalformedParameterError } from './moment.ts';
import {
	API_SCENARIO,
	PAGE_SCENARIO,
	readNotation,
	readScenario,
	scenarioParameters,
	type Notation,
	type Scenario,
	type ScenarioAsked
} from './scenario.ts';

/** The least and the most that a municipality takes, whole dwellings; null is no limit. */
export interface Bounds {
	min: number | null;
	max: number | null;
}

/** What an address says of a division; what it leaves open is null. */
export interface DivisionAsked {
	/** The key that is shown in full. */
	key: DivisionKey;
	scenario: ScenarioAsked;
	/** In basis points, for `capped-households`. */
	cap: number | null;
	weights: DivisionRule['weights'];
	/** The least that every municipality takes that has no minimum of its own; null is none. */
	minimum: number | null;
	/** By NIS code. */
	bounds: ReadonlyMap<string, Bounds>;
	/** Whether members without figures are left out, instead of making the whole unknown. */
	withoutMissing: boolean;
}

/** How a page writes a division in its address: Dutch names, per cent. */
export const PAGE_DIVISION = {
	scenario: PAGE_SCENARIO,
	key: 'sleutel',
	keyOf: (slug: string): DivisionKey | undefined => bySlug(KEY_WORDS, slug),
	slugOf: (key: DivisionKey): string => KEY_WORDS[key].slug,
	cap: 'grens',
	weightOf: (factor: keyof DivisionRule['weights']) => `gewicht-${FACTOR_WORDS[factor].slug}`,
	minimum: 'min',
	min: 'min-',
	max: 'max-',
	without: ['zonder', 'ontbrekende']
};

/** The same in the API: English names, fractions. */
export const API_DIVISION: typeof PAGE_DIVISION = {
	scenario: API_SCENARIO,
	key: 'key',
	keyOf: (slug) => DIVISION_KEYS.find((key) => key === slug),
	slugOf: (key) => key,
	cap: 'cap',
	weightOf: (factor) => `weight-${factor}`,
	minimum: 'min',
	min: 'min-',
	max: 'max-',
	without: ['without', 'missing']
};

/** A relative size from 0 to 9999 with at most four decimals. */
export const WEIGHT: Notation<number> = {
	read: (text) => (/^\d{1,4}([.,]\d{1,4})?$/.test(text) ? Number(text.replace(',', '.')) : null),
	write: String,
	expected: '0 – 9999'
};

/** A whole number of dwellings. */
export const DWELLINGS: Notation<number> = {
	read: (text) => (/^\d{1,6}$/.test(text) ? Number(text) : null),
	write: String,
	expected: '0 – 999999'
};

/**
 * Reads what is asked of a division: the scenario, the key, the cap, the weights of the key `weighted` (1 each when not given),
 * `min` for all, and `min-NIS` and `max-NIS` of any municipality.
 * @throws MalformedParameterError for anything else
 */
export function readDivision(
	parameters: URLSearchParams,
	names: typeof PAGE_DIVISION
): DivisionAsked {
	const weights = FACTORS.map((factor) => [
		factor,
		readNotation(parameters, names.weightOf(factor), WEIGHT) ?? 1
	]);
	const [without = '', missing] = names.without;
	return {
		key: readNotation(parameters, names.key, keyNotation(names)) ?? 'households',
		scenario: readScenario(parameters, names.scenario),
		cap: readNotation(parameters, names.cap, names.scenario.share),
		weights: Object.fromEntries(weights) as DivisionRule['weights'],
		minimum: readNotation(parameters, names.minimum, DWELLINGS),
		bounds: readBounds(parameters, names),
		withoutMissing: parameters.get(without) === missing
	};
}

const keyNotation = ({ keyOf, slugOf }: typeof PAGE_DIVISION): Notation<DivisionKey> => ({
	read: (slug) => keyOf(slug) ?? null,
	write: slugOf,
	expected: DIVISION_KEYS.map(slugOf).join(' | ')
});

function readBounds(
	parameters: URLSearchParams,
	{ min, max }: typeof PAGE_DIVISION
): Map<string, Bounds> {
	const asked = [...parameters.keys()].filter(
		(name) => name.startsWith(min) || name.startsWith(max)
	);
	const odd = asked.find((name) => !/^\d{5}$/.test(name.slice(min.length)));
	if (odd) throw new MalformedParameterError(odd, `${odd.slice(0, 40)} (${min}34022)`);
	const codes = [...new Set(asked.map((name) => name.slice(min.length)))].sort();
	const all = codes.map((nis): [string, Bounds] => [
		nis,
		{
			min: readNotation(parameters, `${min}${nis}`, DWELLINGS),
			max: readNotation(parameters, `${max}${nis}`, DWELLINGS)
		}
	]);
	return new Map(all.filter(([, bounds]) => bounds.min !== null || bounds.max !== null));
}

/** The parameters that write a division down, in the names of a page or of the API; what is as usual is left out. */
export function divisionParameters(
	asked: DivisionAsked,
	scenario: Scenario,
	names: typeof PAGE_DIVISION
): Record<string, string> {
	const [without = '', missing = ''] = names.without;
	return {
		...scenarioParameters(scenario, names.scenario),
		...(asked.key !== 'households' && { [names.key]: names.slugOf(asked.key) }),
		...(asked.cap !== null && { [names.cap]: names.scenario.share.write(asked.cap) }),
		...Object.fromEntries(
			FACTORS.filter((factor) => asked.weights[factor] !== 1).map((factor) => [
				names.weightOf(factor),
				WEIGHT.write(asked.weights[factor])
			])
		),
		...(asked.minimum !== null && { [names.minimum]: `${asked.minimum}` }),
		...Object.fromEntries(
			[...asked.bounds].flatMap(([nis, { min, max }]) => [
				...(min === null ? [] : [[`${names.min}${nis}`, `${min}`]]),
				...(max === null ? [] : [[`${names.max}${nis}`, `${max}`]])
			])
		),
		...(asked.withoutMissing && { [without]: missing })
	};
}
