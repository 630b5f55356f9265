import type { Day } from '#lib/domain/dates.ts';
import type { Places } from '#lib/domain/places.ts';
import type { Membership } from '#lib/domain/region.ts';
import type { Region } from '../../queries/regions.ts';
import { tellAbsent } from '../read/absent.ts';
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import type { MembershipRow, MembershipTable } from '../read/layout.ts';

/** A membership that begins or ends on a day. */
export interface MembershipChange {
	row: number | null;
	region: string;
	nis: string;
	change: 'starts' | 'ends';
	/** First day of the membership. */
	from: Day;
}

/** What is known of regions of one kind. */
export interface KnownMemberships {
	places: Places;
	regions: readonly Region[];
	memberships: readonly (Membership & { region: string })[];
}

/** Compares a table with the memberships known on a day; each change is told. A municipality without a row keeps its region. */
export function compareMemberships(
	{ rows, column }: MembershipTable,
	{ places, regions, memberships }: KnownMemberships,
	on: Day,
	findings: Findings
): MembershipChange[] {
	const slugs = new Set(regions.map(({ slug }) => slug));
	const ofKind = memberships.filter(({ region }) => slugs.has(region));
	const later = ofKind.filter(({ from }) => from > on);
	if (later.length > 0) {
		findings.block('later_memberships', WHOLE_FILE, {
			value: on,
			expected: `a day from ${
				later
					.map(({ from }) => from)
					.sort()
					.at(-1) ?? on
			}`,
			message: `${later.length} memberships of this sort begin after ${on}; a table of an earlier day cannot be put before them.`
		});
		return [];
	}
	const listed = new Set(rows.map(({ nis }) => nis));
	tellAbsent(listed, places, on, WHOLE_FILE, findings, '; they keep the region they have');
	const holds = ofKind.filter(({ to }) => to === null || to >= on);
	return rows.flatMap((row) => changesOf(row, column, regions, holds, places, on, findings));
}

function changesOf(
	one: MembershipRow,
	column: string,
	regions: readonly Region[],
	holds: KnownMemberships['memberships'],
	places: Places,
	on: Day,
	findings: Findings
): MembershipChange[] {
	const { sheet, row, nis, region: code } = one;
	const place = { sheet, row, column };
	const region = code === null ? null : regionOf(code, regions);
	if (region === undefined) {
		findings.block('unknown_region', place, {
			value: code,
			expected: `a code such as ${regions[0]?.code.replace(/^.*:/, '') ?? ''}`,
			message: `${code ?? ''} is not a region of this sort.`
		});
		return [];
	}
	const town = `${nis} ${places.byCode.get(nis)?.name ?? ''}`;
	const current = holds.filter((held) => held.nis === nis);
	const ends = current.filter((held) => held.region !== region?.slug);
	const starts = region && !current.some((held) => held.region === region.slug) ? [region] : [];
	return [
		...ends.flatMap(({ region: slug, from }) => {
			const name = regions.find((known) => known.slug === slug)?.name ?? slug;
			if (from === on) {
				const message = `${town} joined ${name} on ${on}, the same day.`;
				findings.block('later_memberships', place, {
					value: code,
					expected: `a day after ${on}`,
					message
				});
				return [];
			}
			findings.ask('membership_ends', place, {
				value: code,
				message: `${town} leaves ${name} on ${on}.`
			});
			return [{ row, region: slug, nis, change: 'ends' as const, from }];
		}),
		...starts.map(({ slug, name }) => {
			findings.ask('membership_starts', place, {
				value: code,
				message: `${town} joins ${name} on ${on}.`
			});
			return { row, region: slug, nis, change: 'starts' as const, from: on };
		})
	];
}

/** A region by the last part of its code: `igs31` is `igs2026:igs31`, the one attested last; undefined when unknown. */
function regionOf(code: string, regions: readonly Region[]): Region | undefined {
	const plain = code.toLowerCase();
	return regions
		.filter((one) =>
			[one.code, one.code.replace(/^.*:/, '')].some((known) => known.toLowerCase() === plain)
		)
		.sort((a, b) => ((a.attestedFrom ?? '') < (b.attestedFrom ?? '') ? 1 : -1))[0];
}
