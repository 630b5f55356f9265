import type { ComparedRegion } from '#lib/server/standing/compare.ts';
import type { RegionStanding } from '#lib/server/standing/standing.ts';
import type { ComparedLine } from '#lib/charts/one-line.ts';
import { otherCount } from '#lib/domain/definition.ts';
import { countMark } from '#lib/text/sentences.ts';
import { figure, goalShare, isEstimate, percent } from '#lib/text/format.ts';
import type { Link } from '../links.ts';

const oneDecimal = (value: number) => percent(value, 1);

/** The shares of the members of each region as dots, with the lines to set them against. */
export const stripRows = (rows: readonly ComparedRegion[], flanders: RegionStanding, link: Link) =>
	rows.map(({ standing }) => ({
		id: standing.region.slug,
		name: standing.region.name,
		href: link(`/regios/${standing.region.slug}`, ownParameters(standing)),
		about: aboutOf(standing),
		dots: standing.members.flatMap(({ municipality: { nis, name }, share }) =>
			share.value === null
				? []
				: [
						{
							id: nis,
							name,
							href: link(`/gemeenten/${nis}`),
							value: share.value,
							label: `${name}: ${figure(share, oneDecimal)} van de huishoudens`,
							estimated: isEstimate(share)
						}
					]
		),
		lines: linesOf(standing, flanders)
	}));

/** What an address needs to find an own region again. */
export const ownParameters = ({
	region: { own }
}: Pick<RegionStanding, 'region'>): Record<string, string | null> =>
	own ? { gemeenten: own.codes.join(), naam: own.name } : {};

function aboutOf({ share, goal }: RegionStanding): string {
	const own = figure(share, oneDecimal);
	if (goal?.value.value == null) return own;
	return goal.basisPoints === null
		? `${own}, wil ${figure(goal.value, oneDecimal)} houden`
		: `${own}, streefcijfer ${goalShare(goal.basisPoints)}`;
}

const linesOf = ({ share, goal }: RegionStanding, flanders: RegionStanding): ComparedLine[] =>
	(
		[
			['whole', share.value, ''],
			['wider', flanders.share.value, widerName(flanders)],
			['goal', goal?.value.value ?? null, '']
		] as const
	).flatMap(([kind, value, label]) => (value === null ? [] : [{ kind, value, label }]));

const widerName = ({ region: { name }, share }: RegionStanding): string =>
	`${name}${countMark(otherCount(share))}`;
