import type { Figure } from '#lib/domain/figure.ts';
import { isEstimate } from '#lib/domain/status.ts';
import type { MunicipalityStanding, RegionStanding } from '../../standing/standing.ts';
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import type { CodeOf } from '../findings/rules.ts';
import type { Picture } from './effects.ts';

/** Estimates that fitted what was known and do not fit what a publication brings. */

/** Areas named in a finding at most. */
const NAMED = 5;

type Pick<Row> = (row: Row) => Figure;

/** A kind of estimate that can stop fitting: of which rows, by which figure, and what is said of them. */
interface Kind {
	code: CodeOf<'info'>;
	/** What no longer fits, by name, that did before. */
	found: (before: Picture, after: Picture) => string[];
	says: string;
}

/** Regions in which estimates of the members made way for a total. */
const above =
	(pick: Pick<MunicipalityStanding>): Kind['found'] =>
	(before, after) =>
		[...after.regions].flatMap(([key, now]) =>
			isAbove(now, pick) && !isAbove(before.regions.get(key), pick)
				? [`${now.region.name} (${now.date})`]
				: []
		);

const isAbove = (one: RegionStanding | undefined, pick: Pick<MunicipalityStanding>): boolean =>
	one?.members.some((member) => pick(member).reason === 'above_total') ?? false;

/** Municipalities of which an estimate became another number, or unknown, by what was published of something else. */
const contradicted: Kind['found'] = (before, after) => {
	const names = [...after.regions].flatMap(([key, { members, date }]) => {
		const then = new Map(
			before.regions.get(key)?.members.map((one) => [one.municipality.nis, one])
		);
		return members.flatMap(({ municipality: { nis, name }, objective: { realised } }) => {
			const was = then.get(nis)?.objective.realised;
			const isOpen = ['no_baseline', 'baseline_estimated'].includes(realised.reason ?? '');
			const follows = isOpen || realised.made?.rule === 'net_increase';
			return was && isEstimate(was) && follows && realised.value !== was.value
				? [`${name} (${date})`]
				: [];
		});
	});
	return [...new Set(names)];
};

const KINDS: readonly Kind[] = [
	{
		code: 'estimates_above_total',
		found: above(({ stock }) => stock),
		says: 'Practice figures of the stock add up to more than the published total: they are left out of'
	},
	{
		code: 'realised_above_total',
		found: above(({ objective }) => objective.realised),
		says: 'Practice figures of what was realised add up to more than the published total: they are left out of'
	},
	{
		code: 'objectives_above_total',
		found: above(({ objective }) => objective.target),
		says: 'Estimated objectives, with those that were published, add up to more than was set for the whole: they are left out of'
	},
	{
		code: 'realised_off_stock',
		found: contradicted,
		says: 'Practice figures of what was realised contradict the published stock: what was realised follows from stock and baseline, and is unknown where the baseline is an estimate, for'
	}
];

/** Tells, once for each kind, which estimates stop fitting with a publication; what pages show of them instead stands with it. */
export function tellMisfits(before: Picture, after: Picture, findings: Findings): void {
	for (const { code, found, says } of KINDS) {
		const names = found(before, after);
		if (names.length === 0) continue;
		const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
		const message = `${says} ${names.slice(0, NAMED).join(', ')}${more}.`;
		findings.info(code, WHOLE_FILE, { value: names.length, message });
	}
}
