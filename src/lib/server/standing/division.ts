import { householdsDate, type Day } from '#lib/domain/dates.ts';
import {
	divide,
	DIVISION_KEYS,
	FACTORS,
	type Division,
	type DivisionKey,
	type DivisionMember,
	type DivisionRule
} from '#lib/domain/division.ts';
import { derived, sumOfAll, unknown, type Figure } from '#lib/domain/figure.ts';
import { figureOf } from '#lib/domain/places.ts';
import { BASIS_POINTS, gapFigure, share } from '#lib/domain/share.ts';
import type { Database } from '../database.ts';
import type { Region } from '../queries/regions.ts';
import { reference } from '../reference.ts';
import { readLookup } from './lookup.ts';
import { MalformedParameterError, type Moment } from './moment.ts';
import { mainScheme, type MunicipalityStanding } from './municipalities.ts';
import { regionStanding, type RegionStanding } from './regions.ts';
import {
	API_SCENARIO,
	FRACTION,
	readNotation,
	readScenario,
	scenarioOf,
	type ScenarioAsked
} from './scenario.ts';

/** What an address says of a division; what it leaves open is null. */
export interface DivisionAsked {
	key: DivisionKey;
	scenario: ScenarioAsked;
	/** In basis points, for `capped-households`. */
	cap: number | null;
	weights: DivisionRule['weights'];
}

/** What is divided by which rule, with nothing left open. */
interface Ruled {
	key: DivisionKey;
	/** The 31 December by which the goal is to be reached. */
	by: Day;
	/** The 1 January after it, of which the households count. */
	householdsOn: Day;
	rule: DivisionRule;
}

/** What one municipality would get. */
export interface DivisionPart {
	municipality: MunicipalityStanding['municipality'];
	stock: Figure;
	/** Households on the day of the scenario, mostly a projection. */
	households: Figure;
	/** Whole dwellings that come on top of the stock; unknown when nothing can be divided. */
	dwellings: Figure;
	/** Share that stock and dwellings make of those households. */
	share: Figure;
}

/** A region's shortfall divided by one key. */
export interface DivisionStanding extends Ruled {
	region: Region;
	/** `max(0, ceil(g*H - S))` over all members; unknown as soon as one member is. */
	shortfall: Figure;
	/** Why the key cannot divide; null when it can. */
	reason: Division['reason'] | Figure['reason'];
	parts: DivisionPart[];
	unassigned: number | null;
}

/** The keys that need today's households beside those of later. */
const USES_GROWTH: readonly DivisionKey[] = ['growth', 'weighted'];

/**
 * Reads what is asked of a division: the scenario, `key`, `cap` as a fraction, and `weight-households`, `weight-gap`,
 * `weight-growth` for the key `weighted` (1 each when not given).
 * @throws MalformedParameterError for anything else
 */
export function readDivision(parameters: URLSearchParams): DivisionAsked {
	const weights = FACTORS.map((factor) => [factor, readWeight(parameters, `weight-${factor}`)]);
	return {
		key: readKey(parameters),
		scenario: readScenario(parameters, API_SCENARIO),
		cap: readNotation(parameters, 'cap', FRACTION),
		weights: Object.fromEntries(weights) as DivisionRule['weights']
	};
}

function readKey(parameters: URLSearchParams): DivisionKey {
	const asked = parameters.get('key') || 'households';
	const key = DIVISION_KEYS.find((one) => one === asked);
	return key ?? fail('key', parameters, DIVISION_KEYS.join(' | '));
}

function readWeight(parameters: URLSearchParams, name: string): number {
	const text = parameters.get(name) || '1';
	return /^\d{1,4}(\.\d{1,4})?$/.test(text)
		? Number(text)
		: fail(name, parameters, 'from 0 to 9999');
}

function fail(name: string, parameters: URLSearchParams, expected: string): never {
	const given = (parameters.get(name) ?? '').slice(0, 40);
	throw new MalformedParameterError(name, `${name}: "${given}" (${expected})`);
}

/**
 * A region's shortfall against a share on a later day, divided by one key.
 * @throws MalformedParameterError when no goal is asked and the region has no share to reach of its own
 */
export async function divisionStanding(
	database: Database,
	moment: Moment,
	region: Region,
	asked: DivisionAsked
): Promise<DivisionStanding> {
	const standing = await regionStanding(database, moment, region);
	const ruled = ruleFor(
		standing,
		asked,
		moment,
		mainScheme(await reference(database)).capBasisPoints
	);
	const later = await householdsLater(database, moment, standing.members, ruled.householdsOn);
	return { region, ...ruled, ...divided(standing.members, later, ruled, moment) };
}

/** What was asked; where the address is silent the region's own goal and the law's limit. */
function ruleFor(
	standing: RegionStanding,
	{ key, scenario, cap, weights }: DivisionAsked,
	{ on }: Moment,
	lawCap: number | null
): Ruled {
	const { goal, by } = scenarioOf(scenario, standing.goal, on, API_SCENARIO);
	const householdsOn = householdsDate(by);
	if (goal === null || !householdsOn)
		throw new MalformedParameterError('goal', 'goal: none (a fraction, as 0.11)');
	return { key, by, householdsOn, rule: { goal, cap: cap ?? lawCap ?? BASIS_POINTS, weights } };
}

async function householdsLater(
	database: Database,
	moment: Moment,
	members: readonly MunicipalityStanding[],
	date: Day
): Promise<Figure[]> {
	const { places } = await reference(database);
	const codes = members.map((member) => member.municipality.nis);
	const selection = {
		codes,
		indicators: ['households'],
		dates: [date],
		known: moment.known
	} as const;
	const lookup = await readLookup(database.read, places, selection);
	const { structureOn } = moment;
	return codes.map((nis) =>
		figureOf(places, lookup, { nis, structureOn, indicator: 'households', date })
	);
}

function divided(
	members: readonly MunicipalityStanding[],
	later: readonly Figure[],
	asked: Ruled,
	moment: Moment
) {
	const short = shortfallFigure(members, later, asked, moment);
	const division =
		short.value === null ? null : divide(asked.key, inputs(members, later), asked.rule);
	const parts = members.map((member, row) => {
		const households = later[row] ?? unknown(asked.householdsOn, 'not_published');
		return partOf(member, households, division, short, asked.by);
	});
	return {
		shortfall: short,
		reason: division ? division.reason : short.reason,
		parts,
		unassigned: division?.unassigned ?? null
	};
}

function shortfallFigure(
	members: readonly MunicipalityStanding[],
	later: readonly Figure[],
	{ key, householdsOn, by, rule }: Ruled,
	moment: Moment
): Figure {
	const nisOf = (row: number) => members[row]?.municipality.nis ?? '';
	const households = sumOfAll(
		later.map((figure, row) => ({ nis: nisOf(row), figure })),
		householdsOn
	);
	const stock = sumOfAll(
		members.map((member, row) => ({ nis: nisOf(row), figure: member.stock })),
		moment.on
	);
	const unknownNow = members.filter((member) => member.households.value === null);
	if (USES_GROWTH.includes(key) && unknownNow.length > 0)
		return unknown(
			by,
			'no_households',
			unknownNow.map((member) => member.municipality.nis)
		);
	const gap = gapFigure(stock, households, rule.goal);
	const composed = [...later, ...members.map((member) => member.stock)].some((one) => one.composed);
	return { ...gap, value: gap.value === null ? null : Math.max(0, gap.value), date: by, composed };
}

const inputs = (members: readonly MunicipalityStanding[], later: readonly Figure[]) =>
	members.map(({ municipality, stock, households }, row): DivisionMember => {
		const then = later[row]?.value ?? 0;
		const growth = then - (households.value ?? then);
		return { nis: municipality.nis, stock: stock.value ?? 0, households: then, growth };
	});

function partOf(
	{ municipality, stock }: MunicipalityStanding,
	households: Figure,
	division: Division | null,
	short: Figure,
	by: Day
): DivisionPart {
	const part = division?.parts?.get(municipality.nis);
	if (part === undefined) {
		const nothing = unknown(by, short.reason ?? 'not_applicable', short.missing);
		return { municipality, stock, households, dwellings: nothing, share: nothing };
	}
	const dwellings = derived(part, by, [short]);
	const after = derived((stock.value ?? 0) + part, by, [stock, short]);
	return { municipality, stock, households, dwellings, share: share(after, households) };
}
