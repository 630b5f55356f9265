import type { Figure } from '#lib/domain/figure.ts';
import {
	count,
	day,
	figure,
	goalShare,
	isEstimate,
	municipalities,
	NBSP,
	percent
} from './format.ts';

/** A municipality with its share, and what it is short of the share that its region wants; negative is above. */
interface Placed {
	name: string;
	share: Figure;
	gap: Figure;
}

/** How many members have the share that the region as a whole wants: «≈ 3 van de 12 gemeenten halen 11 %.» */
export function reachedSentence(rows: readonly Placed[], basisPoints: number): string {
	const known = rows.filter(({ gap }) => gap.value !== null);
	if (known.length === 0) return 'Van geen enkele gemeente is het aandeel bekend.';
	const goal = goalShare(basisPoints);
	const reached = known.filter(({ gap }) => (gap.value ?? 0) <= 0).length;
	const mark = known.some(({ gap }) => isEstimate(gap)) ? `≈${NBSP}` : '';
	const whole = municipalities(known.length);
	if (known.length === 1)
		return `De enige gemeente met een cijfer haalt ${goal} ${reached === 1 ? 'wel' : 'niet'}.`;
	if (reached === 0) return `Geen van de ${whole} haalt ${goal}.`;
	if (reached === known.length) return `Alle ${whole} halen ${goal}.`;
	return `${mark}${count(reached)} van de ${whole} ${reached === 1 ? 'haalt' : 'halen'} ${goal}.`;
}

/** From which share to which the members go: «Het aandeel gaat van 2,1 % in Anzegem tot 12,0 % in Menen.» */
export function rangeSentence(rows: readonly Pick<Placed, 'name' | 'share'>[]): string {
	const known = rows
		.filter(({ share }) => share.value !== null)
		.toSorted((a, b) => (a.share.value ?? 0) - (b.share.value ?? 0));
	const [lowest, highest] = [known.at(0), known.at(-1)];
	if (!lowest || !highest) return 'Van geen enkele gemeente is het aandeel bekend.';
	const there = ({ name, share }: (typeof known)[number]) =>
		`${figure(share, (value) => percent(value, 1))} in ${name}`;
	if (lowest === highest) return `Het aandeel is ${there(lowest)}.`;
	return `Het aandeel gaat van ${there(lowest)} tot ${there(highest)}.`;
}

/** How many members have more than the region as a whole: «≈ 5 van de 12 gemeenten hebben een hoger aandeel dan de regio.» */
export function aboveSentence(rows: readonly Pick<Placed, 'share'>[], whole: Figure): string {
	const known = rows.filter(({ share }) => share.value !== null);
	if (known.length === 0 || whole.value === null)
		return 'Wie een hoger aandeel heeft dan de regio, is niet bekend.';
	const above = known.filter(({ share }) => (share.value ?? 0) > (whole.value ?? 0)).length;
	if (above === 0) return 'Geen enkele gemeente heeft een hoger aandeel dan de regio.';
	const mark = known.some(({ share }) => isEstimate(share)) ? `≈${NBSP}` : '';
	const verb = above === 1 ? 'heeft' : 'hebben';
	return `${mark}${count(above)} van de ${municipalities(known.length)} ${verb} een hoger aandeel dan de regio.`;
}

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
