import { derived, leastSure, sumOfKnown, unknown, type Figure } from './figure.ts';
import type { Day } from './dates.ts';
import type { Status } from './status.ts';

/** What is asked of one member: whether it is so, and the figures that the answer rests on. */
export interface Asked {
	nis: string;
	/** Null when a figure that decides it is unknown: never a «no». */
	holds: boolean | null;
	figures: readonly Pick<Figure, 'value' | 'status'>[];
}

/** A count over members: of those of whom the answer is known, how many it holds for. */
export interface MemberCount {
	/** Members of whom the answer is known. */
	known: number;
	/** Those of them for whom it holds. */
	holding: number;
	/** NIS codes of those of whom it is not known. */
	missing: readonly string[];
	/** As sure as the least sure figure of any member that is known, whatever the answer; `missing` when none is. */
	status: Status;
	/** What may be said of it. */
	claim: Claim;
}

/**
 * A count over members. Who holds and who does not are both read from the figures, so one estimate among them makes the
 * count an estimate, also when the answer is nobody or everybody.
 */
export function countOver(asked: readonly Asked[]): MemberCount {
	const known = asked.filter((one) => one.holds !== null);
	const counted = {
		known: known.length,
		holding: known.filter((one) => one.holds).length,
		missing: asked.filter((one) => one.holds === null).map((one) => one.nis)
	};
	const figures = known.flatMap((one) => one.figures);
	return {
		...counted,
		status: leastSure(figures.map(({ status }) => status)),
		claim: claimOver(counted)
	};
}

/** How many members have no gap left to a share. */
export const countWithoutGap = (members: readonly { nis: string; gap: Figure }[]): MemberCount =>
	countOver(
		members.map(({ nis, gap }) => ({
			nis,
			holds: gap.value === null ? null : gap.value <= 0,
			figures: [gap]
		}))
	);

/** How many members have a higher share than the whole. */
export const countAbove = (
	members: readonly { nis: string; share: Figure }[],
	whole: Figure
): MemberCount =>
	countOver(
		members.map(({ nis, share }) => ({
			nis,
			holds: share.value === null || whole.value === null ? null : share.value > whole.value,
			figures: [share, whole]
		}))
	);

/** What may be claimed of members; `unknown` when of more members the answer is missing than known. */
export type Claim = 'nobody' | 'unknown' | 'only' | 'only_not' | 'none' | 'all' | 'some';

/** The claim that a count allows: a few members are not the whole, and one member is no «all» and no «none». */
export function claimOver({
	known,
	holding,
	missing
}: Pick<MemberCount, 'known' | 'holding' | 'missing'>): Claim {
	if (known + missing.length === 0) return 'nobody';
	if (missing.length > known || known === 0) return 'unknown';
	if (known === 1) return holding === 1 ? 'only' : 'only_not';
	if (holding === 0) return 'none';
	return holding === known ? 'all' : 'some';
}

/**
 * A sum over members of what each has above zero, such as what it is short: the surplus of one never takes away from
 * another. As sure as the least sure of all that are known, for one at zero may be short in fact; those unknown are named.
 * Unknown when nobody is known: then it is not 0.
 */
export function sumOfPositive(
	parts: readonly { nis: string; figure: Figure }[],
	date: Day
): Figure {
	const known = parts.filter(({ figure }) => figure.value !== null);
	const missing = parts.filter(({ figure }) => figure.value === null).map(({ nis }) => nis);
	const positive = known.filter(({ figure }) => (figure.value ?? 0) > 0);
	const figures = known.map(({ figure }) => figure);
	if (known.length === 0)
		return unknown(date, parts.length > 0 ? 'part_missing' : 'no_members', missing);
	const sum = positive.length > 0 ? sumOfKnown(positive, date) : derived(0, date, figures);
	return { ...sum, status: leastSure(figures.map(({ status }) => status)), missing };
}
