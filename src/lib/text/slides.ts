import type { Figure } from '#lib/domain/figure.ts';
import type { MemberCount } from '#lib/domain/members.ts';
import { claimSentence } from './claims.ts';
import { count, day, figure, goalShare, isEstimate, percent } from './format.ts';

/** How many members have the share that the region as a whole wants: «≈ 3 van de 12 gemeenten halen 11 %.» */
export function reachedSentence(counted: MemberCount, basisPoints: number): string {
	const goal = goalShare(basisPoints);
	return claimSentence(counted, {
		who: TOWNS,
		says: { one: `haalt ${goal}`, many: `halen ${goal}` },
		open: `gemeenten ${goal} halen`
	});
}

const TOWNS = { one: 'gemeente', many: 'gemeenten' };

/** From which share to which the members go; who is there by an estimate is not named: «van ≈ 2,1 % tot 12,0 % in Menen.» */
export function rangeSentence(rows: readonly { name: string; share: Figure }[]): string {
	const known = rows
		.filter(({ share }) => share.value !== null)
		.toSorted((a, b) => (a.share.value ?? 0) - (b.share.value ?? 0));
	const [lowest, highest] = [known.at(0), known.at(-1)];
	if (!lowest || !highest) return 'Van geen enkele gemeente is het aandeel bekend.';
	const there = ({ name, share }: (typeof known)[number]) =>
		figure(share, (value) => percent(value, 1)) + (isEstimate(share) ? '' : ` in ${name}`);
	if (lowest === highest) return `Het aandeel is ${there(lowest)}.`;
	return `Het aandeel gaat van ${there(lowest)} tot ${there(highest)}.`;
}

/** How many members have more than the region as a whole: «≈ 5 van de 12 gemeenten hebben een hoger aandeel dan de regio.» */
export const aboveSentence = (counted: MemberCount): string =>
	claimSentence(counted, {
		who: TOWNS,
		says: { one: `heeft ${HIGHER}`, many: `hebben ${HIGHER}` },
		open: `gemeenten ${HIGHER} hebben`
	});

const HIGHER = 'een hoger aandeel dan de regio';

/** How many figures read otherwise than at the previous meeting. */
export function correctedSentence(changed: number, since: string): string {
	const from = `Sinds ${day(since)}`;
	if (changed === 0) return `${from} kreeg geen enkel cijfer een andere waarde.`;
	if (changed === 1) return `${from} kreeg 1 cijfer een andere waarde.`;
	return `${from} kregen ${count(changed)} cijfers een andere waarde.`;
}

/** How many publications should have been here. */
export function lateSentence(late: number): string {
	if (late === 0) return 'Geen enkele publicatie is te laat.';
	return late === 1 ? '1 publicatie is te laat.' : `${count(late)} publicaties zijn te laat.`;
}

/** On how many publications everything rests. */
export const sourcesSentence = (publications: number): string =>
	publications === 1
		? 'Deze cijfers rusten op 1 publicatie.'
		: `Deze cijfers rusten op ${count(publications)} publicaties.`;

/** A part of something that is spread over several slides; empty when there is one. */
export const partWords = (part: number, of: number): string =>
	of > 1 ? ` (deel ${part} van ${of})` : '';
