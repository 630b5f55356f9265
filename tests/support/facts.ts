import { readFacts } from '#db/seed/facts.ts';

/** The facts of the start data set, and questions to ask of them. */
export const facts = await readFacts();

const municipalities = new Map(facts.municipalities.map((one) => [one.nis_code, one]));
const publications = new Map(facts.publications.map((one) => [one.id, one]));

interface Period {
	valid_from: string;
	valid_to?: string | null;
}
const covers = ({ valid_from, valid_to }: Period, day: string): boolean =>
	valid_from <= day && (valid_to ?? '9999') >= day;

/** Whether a code is that of a municipality in force on a day. */
export function existsOn(nis: string, day: string): boolean {
	const one = municipalities.get(nis);
	return one !== undefined && covers(one, day);
}

/** The codes of the municipalities in force on a day, in order. */
export const existingOn = (day: string): string[] =>
	[...municipalities.keys()].filter((nis) => existsOn(nis, day)).sort();

/** A year of which the start data set has no round, for one that is entered; the first of those that come next. */
export const freeRound: number = [2026, 2025, 2023, 2021].find(
	(year) => !facts.testRounds.some((round) => round['year'] === year)
) as number;
/** The day on which that round is measured. */
export const freeRoundMeasured = `${freeRound - 1}-12-31`;

/** The codes of the members of a region on a day, in order. */
export const membersOn = (region: string, day: string): string[] =>
	facts.memberships
		.filter((one) => one.region === region && covers(one, day))
		.map((one) => one.nis_code)
		.sort();

/** The day from which a row counts. */
export const knownFrom = (row: { publication_id: number }): string =>
	publications.get(row.publication_id)?.known_from ?? '';

/** The figures of a municipality at a date, those known last first. */
export const figures = (nis: string, indicator: string, day: string) =>
	facts.observations
		.filter((one) => one.nis_code === nis && one.indicator === indicator)
		.filter((one) => one.reference_date === day)
		.sort((a, b) => (knownFrom(a) < knownFrom(b) ? 1 : -1));

/** The value of the figure that is known last; undefined when there is none. */
export const figure = (nis: string, indicator: string, day: string) =>
	figures(nis, indicator, day)[0]?.value;

/** The values of a quantity at a date that were published for whole regions, by slug. */
export const regionFigures = (indicator: string, day: string) =>
	new Map(
		facts.regionObservations
			.filter((one) => one.indicator === indicator && one.reference_date === day)
			.map((one) => [one.region, one.value])
	);

/** How many rows have each key. */
export const count = <Row>(rows: readonly Row[], key: (row: Row) => string) =>
	Object.fromEntries([...Map.groupBy(rows, key)].map(([name, group]) => [name, group.length]));

/** The rows whose key stands more than once. */
export const doubles = <Row>(rows: readonly Row[], key: (row: Row) => unknown[]): Row[] =>
	[...Map.groupBy(rows, (row) => key(row).join()).values()].filter((same) => same[1]).flat();

export const sum = (values: Iterable<number | null | undefined>): number =>
	[...values].reduce<number>((total, value) => total + (value ?? 0), 0);

/**
 * The members of a region of which nobody published these indicators on any of these days: all that is known is estimated.
 * Those with most households come first.
 */
export function unpublishedMembers(
	region: string,
	indicators: readonly string[],
	...days: readonly [string, ...string[]]
): string[] {
	const households = (nis: string) => figure(nis, 'households', '2023-01-01') ?? 0;
	return membersOn(region, days[0])
		.filter((nis) =>
			days.every((day) => indicators.every((one) => figures(nis, one, day).length === 0))
		)
		.sort((a, b) => households(b) - households(a));
}

/** The first region of a kind that has members on a day and no goal. */
export function regionWithoutGoal(kind: string, day: string): string {
	const found = facts.regions.find(
		({ slug, kind: own }) =>
			own === kind &&
			membersOn(slug, day).length > 0 &&
			!facts.goals.some((goal) => goal.region === slug)
	);
	if (!found) throw new Error(`Every ${kind} has a goal.`);
	return found.slug;
}

/** The rounds of the progress test that were measured and known by a day, oldest first. */
export const roundsBy = (day: string) =>
	facts.testRounds
		.filter((round) => round.measured_on <= day && knownFrom(round) <= day)
		.sort((a, b) => a.year - b.year);

/** Whether the thresholds of a round were published. */
export const hasThresholds = ({ threshold_realised }: (typeof facts.testRounds)[number]): boolean =>
	threshold_realised != null;
