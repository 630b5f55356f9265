import type { Day } from '#lib/domain/dates.ts';
import type { RuleRow } from '../../read/rules-read.ts';
import { text, type World } from './world.ts';

/** A membership beside others of the same municipality and region; `row` only when the file brings it. */
interface Period {
	from: Day;
	to: Day | null;
	row: RuleRow | null;
}

/** No municipality is twice a member of a region on the same day, with what is known and stays as it is. */
export function checkMembers(rows: readonly RuleRow[], world: World): void {
	for (const own of Map.groupBy(rows, pairOf).values()) {
		const [first] = own;
		if (!first) continue;
		const region = text(first.values['region']);
		const nis = text(first.values['nis_code']);
		const stated = own.map(periodOf);
		const restated = new Set(stated.map(({ from }) => from));
		const known = (world.facts.memberships.get(region) ?? [])
			.filter((one) => one.nis === nis && !restated.has(one.from))
			.map(({ from, to }): Period => ({ from, to, row: null }));
		refuseOverlaps([...known, ...stated], world);
	}
}

const pairOf = ({ values }: RuleRow): string =>
	`${text(values['region'])} ${text(values['nis_code'])}`;

const periodOf = (row: RuleRow): Period => ({
	from: text(row.values['valid_from']),
	to: row.values['valid_to'] === null ? null : text(row.values['valid_to']),
	row
});

function refuseOverlaps(periods: readonly Period[], { refuse }: World): void {
	const sorted = periods.toSorted((a, b) => (a.from < b.from ? -1 : 1));
	for (const [at, later] of sorted.entries()) {
		const earlier = sorted[at - 1];
		if (!earlier || (earlier.to !== null && earlier.to < later.from)) continue;
		const row = later.row ?? earlier.row;
		if (!row) continue;
		const of = (one: Period) => (one.row ? `row ${one.row.row}` : 'what is known');
		refuse(
			row,
			later.row ? 'valid_from' : 'valid_to',
			'members_overlap',
			'one membership at a time: give the earlier one its last day',
			`From ${later.from} on the municipality would be a member twice, by ${of(earlier)} and by ${of(later)}.`
		);
	}
}
