import { agreementsOn, proposalKept, type AgreementStep } from '#lib/domain/agreement.ts';
import { yearOf, type Day } from '#lib/domain/dates.ts';
import { derived, sumOfKnown, unknown, type Figure } from '#lib/domain/figure.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { builtIn, partOf, type Proposal } from '#lib/domain/proposal.ts';
import type { Database } from '../database/database.ts';
import type { Region } from '../queries/regions.ts';
import type { Reference } from '../reference/reference.ts';
import type { Moment } from './moment.ts';
import { trendsOf, type TrendPoint } from './trends.ts';

/** What was agreed, and what came of it. */
export interface AgreementNumbers {
	/** Its part, and what rises there once others build of it and it builds for them. */
	part: Figure;
	dwellings: Figure;
	/** Net dwellings since the day from which the agreement is reckoned; not applicable on or before it. */
	since: Figure;
	/** What an even pace asked by then. */
	due: Figure;
	/** Signed: what is still to come. */
	left: Figure;
}

/** The same for one municipality. */
export interface AgreementRow extends AgreementNumbers {
	municipality: Pick<Municipality, 'nis' | 'name'>;
}

/** What a region agreed on, held against what was measured since. */
export interface AgreementStanding {
	region: Pick<Region, 'slug' | 'name'>;
	agreement: AgreementStep;
	rows: AgreementRow[];
	/** All together; what came since over the rows of which that is known. */
	total: AgreementNumbers;
}

/** What a region has agreed on, as known at the moment; null when it has not. */
export async function agreementOf(
	database: Database,
	facts: Reference,
	moment: Moment,
	region: Region
): Promise<AgreementStanding | null> {
	const agreement = agreementsOn(facts.agreed, moment.known).get(region.slug);
	return agreement ? heldAgainst(database, facts, moment, region, agreement) : null;
}

/** What is agreed for one municipality by a region of it. */
export interface OwnAgreement extends Pick<AgreementStanding, 'region' | 'agreement'> {
	own: AgreementNumbers;
}

/** What regions have agreed on for some municipalities, by the NIS code of each. */
export async function agreementsFor(
	database: Database,
	facts: Reference,
	moment: Moment,
	codes: readonly string[]
): Promise<Map<string, OwnAgreement[]>> {
	const before = codes.map((nis) => ({ nis, all: new Set(facts.places.withPredecessors(nis)) }));
	const concerned = [...agreementsOn(facts.agreed, moment.known)].flatMap(([slug, agreement]) => {
		const region = facts.regions.get(slug);
		const named = codesIn(proposalKept(agreement));
		const isOwn = before.some(({ all }) => named.some((nis) => all.has(nis)));
		return region && isOwn ? [{ region, agreement }] : [];
	});
	const standings = await Promise.all(
		concerned.map(({ region, agreement }) =>
			heldAgainst(database, facts, moment, region, agreement)
		)
	);
	return new Map(
		before.map(({ nis, all }) => [
			nis,
			standings.flatMap((standing) => {
				const rows = standing.rows.filter(({ municipality }) => all.has(municipality.nis));
				const { region, agreement } = standing;
				return rows.length > 0
					? [{ region, agreement, own: together(agreement, rows, moment.on) }]
					: [];
			})
		])
	);
}

const codesIn = ({ parts, exchanges }: Proposal): string[] => [
	...new Set([...parts.keys(), ...exchanges.flatMap(({ taker, giver }) => [taker, giver])])
];

async function heldAgainst(
	database: Database,
	{ places }: Reference,
	moment: Moment,
	{ slug, name }: Region,
	agreement: AgreementStep
): Promise<AgreementStanding> {
	const proposal = proposalKept(agreement);
	const towns = codesIn(proposal).flatMap((nis) => places.byCode.get(nis) ?? []);
	const trends = await trendsOf(database, moment, towns);
	const chosen = (dwellings: number) => derived(dwellings, agreement.by, []);
	const rows = towns.map(({ nis, name: town }, at) => ({
		municipality: { nis, name: town },
		...held(agreement, moment.on, {
			part: chosen(partOf(proposal, nis)),
			dwellings: chosen(builtIn(proposal, nis)),
			since: cameSince(agreement.on, moment.on, trends[at] ?? [])
		})
	}));
	return { region: { slug, name }, agreement, rows, total: together(agreement, rows, moment.on) };
}

/** Several rows as one; of what came since, those of which it is known. */
function together(
	agreement: AgreementStep,
	rows: readonly AgreementRow[],
	now: Day
): AgreementNumbers {
	const sum = (pick: (row: AgreementRow) => Figure, date: Day) =>
		sumOfKnown(
			rows.map((row) => ({ nis: row.municipality.nis, figure: pick(row) })),
			date
		);
	return held(agreement, now, {
		part: sum((row) => row.part, agreement.by),
		dwellings: sum((row) => row.dwellings, agreement.by),
		since: sum((row) => row.since, now)
	});
}

/** What was agreed beside what came, and what an even pace asked by then. */
function held(
	{ on, by }: AgreementStep,
	now: Day,
	row: Pick<AgreementRow, 'part' | 'dwellings' | 'since'>
): AgreementNumbers {
	const { dwellings, since } = row;
	const years = yearOf(by) - yearOf(on);
	const passed = Math.min(years, yearOf(now) - yearOf(on));
	const asked = dwellings.value ?? 0;
	return {
		...row,
		due:
			now > on && years > 0
				? derived(Math.floor((asked * passed) / years), now, [dwellings])
				: unknown(now, 'not_applicable'),
		left:
			since.value === null
				? unknown(now, since.reason ?? 'missing', since.missing)
				: derived(asked - since.value, now, [dwellings, since])
	};
}

/** Net dwellings between two days, counted by one rule. */
function cameSince(from: Day, to: Day, trend: readonly TrendPoint[]): Figure {
	if (to <= from) return unknown(to, 'not_applicable');
	const at = (day: Day) => trend.find(({ date }) => date === day)?.stock;
	const [start, end] = [at(from), at(to)];
	if (!start || !end || start.value === null || end.value === null)
		return unknown(to, 'not_published');
	return start.indicator === end.indicator
		? derived(end.value - start.value, to, [start, end])
		: unknown(to, 'not_published');
}
