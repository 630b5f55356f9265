import type { Figure } from '#lib/domain/figure.ts';
import type { ObjectiveProgress } from '#lib/domain/objective.ts';
import {
	count,
	day,
	decimal,
	dwellings,
	figure,
	isEstimate,
	isProjection,
	NBSP,
	percent
} from './format.ts';

/** Stock, households and share of an area. */
interface Area {
	stock: Figure;
	households: Figure;
	share: Figure;
}

const about = (one: Figure) => (isEstimate(one) ? `≈${NBSP}` : '');

const socialRentals = (value: number) =>
	`${count(value)} sociale ${value === 1 ? 'huurwoning' : 'huurwoningen'}`;

/** How many social rental dwellings an area has, and per 100 households: «Kortrijk telt 2.896 sociale huurwoningen: …». */
export function stockSentence(name: string, { stock, share }: Area): string {
	if (stock.value === null)
		return `Van ${name} is geen aantal sociale huurwoningen bekend op ${day(stock.date)}.`;
	const homes = `${name} telt ${figure(stock, socialRentals)}`;
	if (share.value === null) return `${homes} op ${day(stock.date)}.`;
	return `${homes}: ${about(share)}${decimal(share.value * 100, 1)} per 100 huishoudens.`;
}

/** Which dates and marks belong to the sentence above it. */
export function baseSentence({ stock, households, share }: Area): string {
	if (stock.value === null) return '';
	const when = `Toestand op ${day(stock.date)}`;
	if (share.value === null)
		return `${when}. Het aandeel is niet bekend: er is geen aantal huishoudens dat bij deze datum hoort.`;
	const projected = isProjection(households) ? ' (vooruitzicht)' : '';
	return `${when}, gedeeld door ${figure(households, count)} huishoudens op ${day(households.date)}${projected}: ${percentWithMark(share)}.`;
}

/** `≈ 4,54 %` */
export const percentWithMark = (share: Figure): string => figure(share, (value) => percent(value));

/** Where an area stands against its binding social objective, in dwellings. */
export function objectiveSentence(
	name: string,
	progress: ObjectiveProgress,
	deadline: string
): string {
	const { target, realised } = progress;
	if (target.value === null) return `Het objectief van ${name} is niet bekend.`;
	if (target.value === 0) {
		return progress.status === 'exempt'
			? `${name} had bij de nulmeting al 9 % sociale huur: geen verplicht objectief.`
			: `${name} heeft geen objectief: er is niets te realiseren.`;
	}
	const asked = `Het objectief vraagt ${figure(target, dwellings)} extra tegen ${day(deadline)}`;
	if (realised.value === null)
		return `${asked}; hoeveel er op ${day(realised.date)} gerealiseerd zijn, is niet bekend.`;
	return `${asked}. ${realisedClause(progress, realised.value)}, ${remainder(progress)}.`;
}

function realisedClause({ realised, realisedShare }: ObjectiveProgress, value: number): string {
	if (value < 0)
		return `Op ${day(realised.date)} waren het er ${about(realised)}${count(-value)} minder dan bij de nulmeting`;
	const share = realisedShare.value === null ? '' : ` (${percent(realisedShare.value, 1)})`;
	const verb = value === 1 ? 'was er' : 'waren er';
	return `Op ${day(realised.date)} ${verb} ${figure(realised, count)} gerealiseerd${share}`;
}

function remainder({ toRealise }: ObjectiveProgress): string {
	const left = toRealise.value ?? 0;
	if (left === 0) return 'precies wat gevraagd is';
	const mark = about(toRealise);
	return left > 0
		? `nog ${mark}${dwellings(left)} te gaan`
		: `${mark}${dwellings(-left)} meer dan gevraagd`;
}

/** A region's goal as far as a sentence needs it. */
interface GoalInWords {
	kind: 'reach_share' | 'hold_share';
	value: Figure;
	gap: Figure;
	baseDate: string | null;
}

/** Where a region stands against the goal that it set itself. A region without a goal has no goal; never 0 %. */
export function goalSentence(goal: GoalInWords | null): string {
	if (!goal) return 'Van deze regio is geen eigen streefcijfer bekend.';
	const { value, gap } = goal;
	const asked =
		goal.kind === 'reach_share'
			? `De regio als geheel mikt op ${percent(value.value ?? 0, ((value.value ?? 0) * 100) % 1 === 0 ? 0 : 1)} van de huishoudens`
			: `De regio wil haar aandeel van ${day(goal.baseDate ?? '')} houden${value.value === null ? '' : ` (${percentWithMark(value)})`}`;
	if (gap.value === null) return `${asked}. Hoeveel woningen dat vraagt, is niet bekend.`;
	if (gap.value > 0) return `${asked}: nog ${figure(gap, dwellings)} te gaan.`;
	if (gap.value === 0) return `${asked}: dat is precies gehaald.`;
	return `${asked}: gehaald, ${about(gap)}${dwellings(-gap.value)} erboven.`;
}
