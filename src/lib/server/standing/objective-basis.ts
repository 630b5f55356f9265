import {
	buildUp,
	checkObjective,
	type BuildUp,
	type EnteredParts,
	type FormulaInputs,
	type ObjectiveCheck
} from '#lib/domain/build-up.ts';
import type { Day } from '#lib/domain/dates.ts';
import { sumOfAll, unknown, type Figure } from '#lib/domain/figure.ts';
import { figureOf, type Lookup, type Municipality } from '#lib/domain/places.ts';
import { measuredRegimes } from '#lib/domain/regime.ts';
import type { Database } from '../database/database.ts';
import { newestObjectives, type ObjectiveComponent } from '../queries/objectives.ts';
import { publishedTotals, regionObjectives } from '../queries/regions.ts';
import type { Reference } from '../reference/reference.ts';
import { codesToRead, readLookup } from './lookup.ts';
import type { MeasuredScheme } from './standing.ts';

/** What the build-up of objectives is made from. */
export interface Basis {
	facts: Reference;
	scheme: MeasuredScheme;
	lookup: Lookup;
	rows: ReadonlyMap<string, readonly ObjectiveComponent[]>;
	provincial: (
		province: string
	) => Pick<FormulaInputs, 'provincialObjective' | 'provincialHouseholds'>;
}

/** The regime whose formula is known: the newest that says of which day its households are. */
export function formulaScheme({ schemes }: Pick<Reference, 'schemes'>): MeasuredScheme {
	const scheme = measuredRegimes(schemes).findLast((one) => one.householdsOn !== null);
	if (!scheme) throw new Error('No regime with a formula is in the database.');
	return scheme;
}

/** Reads what the objectives of some municipalities are made from, in the form that they had at the baseline. */
export async function readBasis(
	database: Pick<Database, 'read'>,
	facts: Reference,
	known: Day,
	codes: readonly string[]
): Promise<Basis> {
	const scheme = formulaScheme(facts);
	const householdsOn = scheme.householdsOn ?? scheme.baselineOn;
	const [objectives, counted, rows] = await Promise.all([
		regionObjectives(database.read, 'all', known),
		publishedTotals(database.read, ['households'], householdsOn, known),
		newestObjectives(database.read, codesToRead(facts.places, codes), known)
	]);
	const slugs = new Map(
		[...facts.regions.values()]
			.filter((region) => region.kind === 'provincie')
			.map((region) => [region.code.slice(-5), region.slug])
	);
	const set = objectives.filter((one) => one.scheme === scheme.code && one.component === 'total');
	const objectiveOf = (province: string) => set.find((one) => one.region === slugs.get(province));
	const countOf = (province: string) => counted.find((one) => one.region === slugs.get(province));
	const membersOf = (province: string) =>
		facts.places.validOn(scheme.baselineOn).filter((one) => one.province === province);
	const own = codes.map((nis) => facts.places.byCode.get(nis)?.province ?? '');
	const open = [...new Set(own)].filter((one) => objectiveOf(one) && !countOf(one));
	const lookup = await readLookup(database.read, facts.places, {
		codes: [...codes, ...open.flatMap(membersOf).map((one) => one.nis)],
		indicators: ['households', 'stock_a'],
		dates: [householdsOn, scheme.baselineOn],
		known
	});
	const basis = { facts, scheme, lookup };
	return {
		...basis,
		rows: Map.groupBy(rows, (row) => row.nis),
		provincial(province) {
			const [objective, households] = [objectiveOf(province), countOf(province)];
			return {
				provincialObjective: objective
					? published(objective.value, householdsOn, objective.publication)
					: unknown(householdsOn, 'not_published'),
				provincialHouseholds: households
					? published(households.value, householdsOn, households.publication)
					: countedTogether(
							open.includes(province) ? membersOf(province) : [],
							householdsOn,
							(nis) => atBaseline(basis, nis, 'households', householdsOn)
						)
			};
		}
	};
}

/** What all municipalities of a province have together; unknown as soon as one is: the others would get too much. */
const countedTogether = (
	members: readonly Municipality[],
	date: Day,
	figure: (nis: string) => Figure
): Figure => ({
	...sumOfAll(
		members.map(({ nis }) => ({ nis, figure: figure(nis) })),
		date
	),
	composed: false
});

const published = (value: number | null, date: Day, publication: number): Figure =>
	value === null
		? unknown(date, 'not_published')
		: {
				...unknown(date, 'not_published'),
				value,
				reason: null,
				status: 'normal',
				publications: [publication]
			};

/** A quantity of a municipality in the form that it had at the baseline. */
const atBaseline = (
	{ facts, scheme, lookup }: Pick<Basis, 'facts' | 'scheme' | 'lookup'>,
	nis: string,
	indicator: 'households' | 'stock_a',
	date: Day
): Figure =>
	figureOf(facts.places, lookup, { nis, structureOn: scheme.baselineOn, indicator, date });

/** What was entered for a municipality under a scheme. */
export const rowsOf = ({ rows }: Basis, scheme: string, nis: string) =>
	(rows.get(nis) ?? []).filter((row) => row.scheme === scheme);

/** A row as a figure: the day is that on which the source states it. */
export function figureOfRow(row: ObjectiveComponent | undefined, since: Day): Figure {
	const date = row?.attestedOn ?? since;
	if (!row) return unknown(date, 'not_published');
	const figure = published(row.value, date, row.publication);
	if (figure.value === null) return figure;
	const status = row.practice
		? 'estimated'
		: row.status === 'provisional'
			? 'provisional'
			: 'normal';
	return { ...figure, status };
}

/** How the objective of a municipality is made up, what was entered of it, and how the two compare. */
export function assess(
	basis: Basis,
	{ nis, province }: Municipality
): { made: BuildUp; entered: EnteredParts; check: ObjectiveCheck; inputs: FormulaInputs } {
	const { scheme } = basis;
	const householdsOn = scheme.householdsOn ?? scheme.baselineOn;
	const rows = rowsOf(basis, scheme.code, nis);
	const pick = (component: ObjectiveComponent['component']) =>
		figureOfRow(
			rows.find((row) => row.component === component),
			scheme.startsOn ?? householdsOn
		);
	const entered = {
		total: pick('total'),
		stepsOneTwo: pick('steps_1_2'),
		catchUp: pick('catch_up')
	};
	const inputs = {
		...basis.provincial(province),
		households: atBaseline(basis, nis, 'households', householdsOn),
		stock: atBaseline(basis, nis, 'stock_a', scheme.baselineOn),
		capBasisPoints: scheme.capBasisPoints,
		catchUpBasisPoints: scheme.catchUpBasisPoints
	};
	return {
		made: buildUp(entered, inputs),
		entered,
		check: checkObjective(entered, inputs),
		inputs
	};
}
