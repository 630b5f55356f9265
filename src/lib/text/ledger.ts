import type { Day } from '#lib/domain/dates.ts';
import type { Remaining } from '#lib/domain/levers.ts';
import type { ObjectiveProgress } from '#lib/domain/objective.ts';
import { day, dwellings, figure, isEstimate } from './format.ts';

/** The day of a balance, the day on which it was to close, and the last day of the regime. */
export interface BalanceTerm {
	on: Day;
	closing: Day;
	deadline: Day;
}

/** `Op 31/12/2024, de laatste bekende stand,`; of a day that somebody chose, it says so only where that day is not known. */
function whenWords({ on, closing, deadline }: BalanceTerm): string {
	if (on === closing) return `Op ${day(on)}`;
	const before = closing < deadline ? ` voor ${day(closing)}` : '';
	return `Op ${day(on)}, de laatste bekende stand${before},`;
}

/** Which day the balance is of, and why that one. */
export function termSentence({ on, closing, deadline }: BalanceTerm): string {
	if (on < closing)
		return `De stand van ${day(closing)} is niet bekend. De laatste daarvoor is die van ${day(on)}.`;
	return closing < deadline
		? `Dit is de stand op de gevraagde dag; de regeling liep tot ${day(deadline)}.`
		: 'Dit is de stand op de einddatum.';
}

/** The closing balance of an objective in a sentence: what is left on the last known day. */
export function ledgerSentence(
	name: string,
	{ target, counted }: Pick<ObjectiveProgress, 'target' | 'counted'>,
	{ realised, withPipeline }: Remaining,
	term: BalanceTerm
): string {
	if (target.value === null)
		return `De rekening van ${name} is open: het objectief is niet bekend.`;
	if (target.value === 0)
		return isEstimate(target)
			? `Volgens onze raming had ${name} geen verplicht objectief: dan blijft er niets over.`
			: `${name} had geen verplicht objectief: er blijft niets over.`;
	if (realised.value === null || counted.realised.value === null)
		return `De rekening van ${name} is open: hoeveel er op ${day(term.on)} gerealiseerd waren, is niet bekend.`;
	const when = whenWords(term);
	if (realised.value === 0) {
		const guess = isEstimate(realised) ? ' volgens onze raming' : '';
		return `${when} had ${name}${guess} niets meer te gaan van het objectief.`;
	}
	const pipeline =
		withPipeline.value === null
			? ''
			: withPipeline.value === 0
				? ', en niets als alles in uitvoering en gepland klaar is'
				: `, en ${figure(withPipeline, dwellings)} als alles in uitvoering en gepland klaar is`;
	return `${when} had ${name} nog ${figure(realised, dwellings)} te gaan van het objectief${pipeline}.`;
}
