import type { ComparedLine } from '#lib/charts/one-line.ts';
import type { RankRow } from '#lib/charts/ranking.ts';
import type { MemberStanding } from '#lib/server/standing/standing.ts';
import type { DivisionPart } from '#lib/server/standing/division-keys.ts';
import type { MemberSpread } from '#lib/server/standing/spread.ts';
import type { RegionStanding } from '#lib/server/standing/standing.ts';
import type { Round, TestStanding } from '#lib/server/standing/tests.ts';
import {
	change,
	count,
	figure,
	goalShare,
	isEstimate,
	NBSP,
	percent,
	shortOrOver
} from '#lib/text/format.ts';
import type { Link } from '../../../../links.ts';

const toMunicipality = (link: Link, nis: string) => link(`/gemeenten/${nis}`);

/** Members by their share, with what each is short of the region's goal, and the region itself under them. */
export const memberRows = (
	rows: readonly MemberStanding[],
	{ region, share, goal }: RegionStanding,
	link: Link
): RankRow[] => [
	...rows.map(({ municipality: { nis, name }, share, gap }) => ({
		id: nis,
		name,
		href: toMunicipality(link, nis),
		value: share.value,
		text: figure(share, (value) => percent(value)),
		estimated: isEstimate(share),
		more: figure(gap, shortOrOver)
	})),
	{
		id: region.slug,
		name: 'de regio als geheel',
		value: share.value,
		text: figure(share, (value) => percent(value)),
		estimated: isEstimate(share),
		more: goal ? figure(goal.gap, shortOrOver) : '',
		whole: true
	}
];

/** Who is short of both thresholds of a test: the part of the objective that was realised, and the dwellings short. */
export const behindRows = (rows: readonly TestStanding[], link: Link): RankRow[] =>
	rows.map(({ municipality: { nis, name }, realisedPart, estimated, shortRealised }) => ({
		id: nis,
		name,
		href: toMunicipality(link, nis),
		value: realisedPart.value,
		text: figure(realisedPart, (value) => percent(value, 1)),
		estimated,
		more: shortRealised === null ? '' : `${estimated ? `≈${NBSP}` : ''}${count(shortRealised)}`
	}));

/** The threshold that realised dwellings alone must reach, as a line. */
export const thresholdLine = ({ thresholds }: Round): ComparedLine[] =>
	thresholds
		? [
				{
					kind: 'goal',
					value: thresholds.realised / 10_000,
					label: `drempel: ${goalShare(thresholds.realised)} gerealiseerd`
				}
			]
		: [];

/** The dwellings of each member above or below its part by households. */
export const excessRows = (rows: readonly MemberSpread[], link: Link): RankRow[] =>
	rows.map(({ municipality: { nis, name }, excess }) => ({
		id: nis,
		name,
		href: toMunicipality(link, nis),
		value: excess.value,
		text: figure(excess, change),
		estimated: isEstimate(excess)
	}));

/** What each municipality would get by a key. */
export const divisionRows = (rows: readonly DivisionPart[], link: Link): RankRow[] =>
	rows.map(({ municipality: { nis, name }, dwellings: given, share }) => ({
		id: nis,
		name,
		href: toMunicipality(link, nis),
		value: given.value,
		text: figure(given, count),
		estimated: isEstimate(given),
		more: figure(share, (value) => percent(value, 1))
	}));
