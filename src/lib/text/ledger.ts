import type { Remaining } from '#lib/domain/levers.ts';
import type { ObjectiveProgress } from '#lib/domain/objective.ts';
import { day, dwellings, figure, isEstimate } from './format.ts';

/** The closing balance of an objective in a sentence: what is left on the last known day. */
export function ledgerSentence(
	name: string,
	{ target, counted }: Pick<ObjectiveProgress, 'target' | 'counted'>,
	{ realised, withPipeline }: Remaining,
	{ on, deadline }: { on: string; deadline: string }
): string {
	if (target.value === null)
		return `De rekening van ${name} is open: het objectief is niet bekend.`;
	if (target.value === 0)
		return isEstimate(target)
			? `Volgens onze raming had ${name} geen verplicht objectief: dan blijft er niets over.`
			: `${name} had geen verplicht objectief: er blijft niets over.`;
	if (realised.value === null || counted.realised.value === null)
		return `De rekening van ${name} is open: hoeveel er op ${day(on)} gerealiseerd waren, is niet bekend.`;
	const when = on < deadline ? `Op ${day(on)}, de laatste bekende stand,` : `Op ${day(on)}`;
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
