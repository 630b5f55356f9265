/** Words of the few numbers with which a page begins. */
import type { Figure } from '#lib/domain/figure.ts';
import type { KeyRange } from '#lib/domain/division-range.ts';
import type { ObjectiveProgress, Tally } from '#lib/domain/objective.ts';
import type { Goal } from '#lib/domain/goal.ts';
import { count, dwellings, figure, goalShare, percent } from './format.ts';

/** Whether what is asked is met, in a word. */
export const MET_WORDS = { met: 'gehaald', short: 'niet gehaald' };

/** The same of municipalities that each have an objective of their own. */
export const allMetWords = ({ reached }: Pick<Tally, 'reached'>) => ({
	met: 'allemaal',
	short: reached === 0 ? 'geen' : 'niet allemaal'
});

/** `≈ 6 van ≈ 9`: who reaches the objective; `niet bekend` where that cannot be said. */
export function reachedWords({ bound, boundStatus, reached, reachedStatus, claim }: Tally): string {
	if (claim === 'unknown') return 'niet bekend';
	const holding = figure({ value: reached, status: reachedStatus }, count);
	return `${holding} van ${figure({ value: bound, status: boundStatus }, count)}`;
}

/** `de andere komen samen 35 woningen te kort`; empty where nobody is short, or it is unknown. */
export const togetherShort = ({ short }: Tally): string =>
	(short.value ?? 0) > 0 ? `de andere samen ${figure(short, dwellings)} te kort` : '';

/** `Vlaanderen ≈ 5,98 % · streefcijfer 11,00 %`: what a share is held against. */
export const heldAgainst = (
	others: readonly { name: string; share: Pick<Figure, 'value' | 'status'> }[]
): string =>
	others
		.filter(({ share }) => share.value !== null)
		.map(({ name, share }) => `${name} ${figure(share, (value) => percent(value))}`)
		.join(' · ');

/** `11 % van de huishoudens`: what a region wants, in a few words. */
export const goalNote = (goal: { kind: Goal['kind']; basisPoints: number | null }): string =>
	goal.kind === 'reach_share' && goal.basisPoints !== null
		? `${goalShare(goal.basisPoints)} van de huishoudens`
		: 'het aandeel gelijk houden';

/** `142 van 203 gerealiseerd`: what of an objective is there. */
export const ofTarget = ({
	counted,
	target
}: Pick<ObjectiveProgress, 'counted' | 'target'>): string =>
	`${figure(counted.realised, count)} van ${figure(target, count)} gerealiseerd`;

/** `≈ 500 tot ≈ 860`: the fewest and the most over the keys, with the mark of the shortfall that is divided. */
export function partOfGoal({ least, most }: KeyRange, mark: Figure): string {
	const number = ({ dwellings: value }: KeyRange['least']) => figure({ ...mark, value }, count);
	return least.dwellings === most.dwellings ? number(most) : `${number(least)} tot ${number(most)}`;
}
