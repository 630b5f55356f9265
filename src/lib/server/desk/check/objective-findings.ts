import { stepsOneTwoBy, type CheckKind, type FormulaInputs } from '#lib/domain/build-up.ts';
import { addDays, type Day } from '#lib/domain/dates.ts';
import { derived, sumOfKnown, unknown, type Figure } from '#lib/domain/figure.ts';
import { figureOf, formsBefore, type Lookup, type Places } from '#lib/domain/places.ts';
import { measuredRegimes } from '#lib/domain/regime.ts';
import { BASIS_POINTS } from '#lib/domain/share.ts';
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import { regionObjectives } from '../../queries/regions.ts';
import { flandersOf, readReference, type Reference } from '../../reference/reference.ts';
import type { Reader, WriteTransaction } from '../../database/schema.ts';
import { checkObjectives } from '../../standing/build-up.ts';
import { readLookup } from '../../standing/lookup.ts';
import type { MeasuredScheme } from '../../standing/standing.ts';
import { assess, readBasis, type Basis } from '../../standing/objective-basis.ts';

/** What an objective was set against. */
const AGAINST: Record<CheckKind, string> = {
	sum: 'its parts together',
	formula: 'steps 1 and 2 of the formula',
	room: 'the room up to the limit, at most',
	catch_up: 'a catch-up above the limit below which there can be one'
};

/**
 * Tells which objectives of an import differ from the formula of the law by more than one dwelling (domain.md R2), as far
 * as households, baseline and the objective of the province are published. Nothing is refused and nothing replaced: it
 * may be an error, an agreement, a later decision or a merger.
 */
export const tellDeviations =
	(known: Day) =>
	async (transaction: WriteTransaction, publication: number, findings: Findings): Promise<void> => {
		const codes = await municipalitiesWithObjective(transaction, publication);
		if (codes.size === 0) return;
		const read = transaction as unknown as Reader;
		const facts = await readReference(read);
		const checked = await checkObjectives({ read }, facts, known, (nis) => codes.has(nis));
		for (const { municipality, check } of checked) {
			for (const { kind, entered, expected } of check.findings) {
				const { nis, name } = municipality;
				findings.ask('objective_deviates', WHOLE_FILE, {
					value: entered,
					expected: String(expected),
					message: `${name} (${nis}): ${entered} dwellings against ${expected} by ${AGAINST[kind]}.`
				});
			}
		}
	};

/** An objective may be this many times what the formula gives by estimates: with a catch-up it is at most half as much again. */
const TIMES = 2;

/**
 * Tells which objectives of an import are far above what any rule gives, also where only estimates are known: more than twice
 * the steps of the formula, or more homes than the limit of the regime allows with none to begin with.
 */
export async function tellHigh(
	transaction: WriteTransaction,
	publication: number,
	known: Day,
	findings: Findings
): Promise<void> {
	const rows = await totalsOf(transaction, publication);
	if (rows.length === 0) return;
	const read = transaction as unknown as Reader;
	const facts = await readReference(read);
	const mostOf = await mostBy(read, facts, known, rows);
	for (const { nis, scheme, value } of rows) {
		const most = mostOf(nis, scheme);
		if (value === null || most === null || value <= most) continue;
		const name = facts.places.byCode.get(nis)?.name ?? '';
		findings.ask('objective_high', WHOLE_FILE, {
			value: `${nis} ${name}: ${value}`,
			expected: `at most about ${most}`,
			message: `${name} (${nis}): an objective of ${value} dwellings for ${scheme}; its households and the rules give about ${most} at most.`
		});
	}
}

/** The most dwellings that can be asked of a municipality in a regime; null when nothing is known to hold it against. */
type Most = (nis: string, scheme: string) => number | null;

async function mostBy(
	read: Reader,
	facts: Reference,
	known: Day,
	rows: readonly { nis: string }[]
): Promise<Most> {
	const { places } = facts;
	const codes = [...new Set(rows.flatMap(({ nis }) => places.withPredecessors(nis)))];
	const regimes = new Map(measuredRegimes(facts.schemes).map((one) => [one.code, one]));
	const [basis, lookup] = await Promise.all([
		readBasis({ read }, facts, known, codes),
		readLookup(read, places, {
			codes: 'all',
			indicators: ['households'],
			dates: [...regimes.values()].map(householdsDay),
			known
		})
	]);
	const flemish = await flemishInputs(read, basis, lookup, known);
	return (nis, scheme) => {
		const regime = regimes.get(scheme);
		if (!regime) return null;
		const households = householdsIn(places, lookup, nis, known, householdsDay(regime)).value;
		const cap = regime.capBasisPoints;
		const limit = households === null || cap === null ? null : (households * cap) / BASIS_POINTS;
		const steps = scheme === basis.scheme.code ? stepsOf(basis, flemish, nis, known) : null;
		const most = [limit, steps].filter((one) => one !== null);
		return most.length === 0 ? null : Math.ceil(Math.min(...most));
	};
}

const householdsDay = ({ householdsOn, baselineOn }: MeasuredScheme): Day =>
	householdsOn ?? addDays(baselineOn, 1);

const householdsIn = (
	places: Places,
	lookup: Lookup,
	nis: string,
	structureOn: Day,
	date: Day
): Figure => figureOf(places, lookup, { nis, structureOn, indicator: 'households', date });

/** What the formula divides where the objective of a province is not known: that of Flanders over all its households. */
type Flemish = Pick<FormulaInputs, 'provincialObjective' | 'provincialHouseholds'>;

async function flemishInputs(
	read: Reader,
	{ facts, scheme }: Basis,
	lookup: Lookup,
	known: Day
): Promise<Flemish> {
	const date = householdsDay(scheme);
	const totals = (await regionObjectives(read, flandersOf(facts).slug, known))
		.filter((one) => one.scheme === scheme.code && one.component === 'total')
		.map(({ value }) => value);
	const towns = facts.places.validOn(scheme.baselineOn).map(({ nis }) => ({
		nis,
		figure: householdsIn(facts.places, lookup, nis, scheme.baselineOn, date)
	}));
	return {
		provincialObjective:
			totals.length > 0 ? derived(Math.max(...totals), date, []) : unknown(date, 'not_published'),
		provincialHouseholds: sumOfKnown(towns, date)
	};
}

/** Twice the steps of the formula over the municipalities of the baseline, by whatever is known of them. */
function stepsOf(basis: Basis, flemish: Flemish, nis: string, known: Day): number | null {
	const { places } = basis.facts;
	const steps = formsBefore(places, nis, known, basis.scheme.baselineOn).map((form) => {
		const town = places.byCode.get(form.nis);
		if (!town) return null;
		const { inputs } = assess(basis, town);
		const lacks =
			inputs.provincialObjective.value === null || inputs.provincialHouseholds.value === null;
		return stepsOneTwoBy(lacks ? { ...inputs, ...flemish } : inputs).value;
	});
	if (steps.includes(null)) return null;
	return TIMES * steps.reduce<number>((sum, one) => sum + (one ?? 0), 0) + TIMES;
}

const totalsOf = (transaction: WriteTransaction, publication: number) =>
	transaction
		.selectFrom('objective')
		.select(['nis_code as nis', 'scheme', 'value'])
		.where('publication_id', '=', publication)
		.where('component', '=', 'total')
		.orderBy('nis_code')
		.execute();

async function municipalitiesWithObjective(
	transaction: WriteTransaction,
	publication: number
): Promise<ReadonlySet<string>> {
	const rows = await transaction
		.selectFrom('objective')
		.select('nis_code')
		.distinct()
		.where('publication_id', '=', publication)
		.execute();
	return new Set(rows.map((row) => row.nis_code));
}
