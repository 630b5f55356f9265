import type { Change, PipelineChange } from '#lib/domain/change.ts';
import type { Figure } from '#lib/domain/figure.ts';
import { count, day, figure, list } from './format.ts';
import { socialRentals } from './sentences.ts';

/** What made a figure of the first date read otherwise now. */
type Cause = 'first' | 'revision' | 'correction' | 'practice' | 'withdrawn';

/** Causes of a correction, as they stand beside it. */
export const CAUSE_WORDS: Record<Cause, string> = {
	first: 'later cijfer',
	revision: 'herziening',
	correction: 'rechtzetting',
	practice: 'nieuwe raming',
	withdrawn: 'ingetrokken'
};

/** A day of knowledge and the reference date of the latest measurement then. */
interface At {
	known: string;
	on: string;
}

/** `toestand op 31/12/2023, bekend op 30/12/2024` */
export const measurementWords = ({ known, on }: At): string =>
	`toestand op ${day(on)}, bekend op ${day(known)}`;

/** How the stock of an area went from the first to the second moment, and through what. */
export function sinceSentence(
	name: string,
	{ start, replaced, correction, real, end }: Change
): string {
	if (end.value === null) return `Van ${name} is geen aantal sociale huurwoningen bekend.`;
	const now = `${name} telt ${figure(end, socialRentals)}`;
	if (start.value === null || real.value === null) {
		return `${now}. Wat er veranderde, is niet bekend: het vorige cijfer ontbreekt.`;
	}
	const steps = [
		moved(real, 'erbij', 'eraf'),
		moved(
			correction,
			'meer door rechtzetting of herziening',
			'minder door rechtzetting of herziening'
		),
		moved(
			replaced,
			'meer door het verschil tussen raming en meting',
			'minder door het verschil tussen raming en meting'
		)
	].filter((step) => step !== '');
	if (steps.length === 0) return `${now}, evenveel als de vorige keer.`;
	return `${now}. De vorige keer waren het er ${figure(start, count)}: ${list(steps)}.`;
}

/** How the total that was published for an area as a whole went from the first to the second moment. */
export function publishedTotalSentence(
	name: string,
	{ start, correction, real, end }: Change
): string {
	const now = `Voor ${name} als geheel zijn nu ${figure(end, socialRentals)} gepubliceerd (${day(end.date)})`;
	if (start.value === null) return `${now}. Toen was er nog geen aantal voor het geheel bekend.`;
	if (real.value === null) return `${now}. Het aantal van toen geldt niet meer.`;
	const same = start.date === end.date && real.value === 0;
	const steps = [
		moved(real, 'meer', 'minder'),
		moved(
			correction,
			'meer door rechtzetting of herziening',
			'minder door rechtzetting of herziening'
		)
	].filter((step) => step !== '');
	if (steps.length === 0) return `${now}${same ? ', zoals toen' : ', evenveel als toen'}.`;
	return `${now}. Toen waren het er ${figure(start, count)} (${day(start.date)}): ${list(steps)}.`;
}

/** `12 erbij`, `≈ 3 minder door …`; empty when nothing moved. */
function moved(step: Figure, more: string, less: string): string {
	if (!step.value) return '';
	return `${figure({ ...step, value: Math.abs(step.value) }, count)} ${step.value > 0 ? more : less}`;
}

/** How the dwellings in execution and planned went from the first to the second moment. */
export function pipelineSentence({
	start,
	end,
	delivered,
	added,
	dropped
}: PipelineChange): string {
	if (start.value === null || end.value === null) {
		return 'Wat er in uitvoering en gepland was, is niet bekend.';
	}
	const homes = `In uitvoering of gepland: ${figure(start, count)} toen, ${figure(end, count)} nu`;
	if (delivered.value === null) {
		return `${homes}. Hoe dat verdeeld is over nieuw, opgeleverd en weggevallen, is niet bekend.`;
	}
	const parts = [
		part(delivered, 'opgeleverd', 'minstens '),
		part(added, 'nieuw', 'minstens '),
		part(dropped, 'weggevallen', 'minstens ')
	].filter((one) => one !== '');
	return parts.length === 0 ? `${homes}.` : `${homes}; ${list(parts)}.`;
}

const part = (one: Figure, word: string, atLeast = ''): string =>
	one.value ? `${atLeast}${figure(one, count)} ${word}` : '';

/** The publication as far as a sentence needs it. */
interface Issued {
	kind: 'first' | 'revision' | 'correction' | 'practice';
}

/** What kind of publication it is, and what that means for the figures before it. */
export function publicationSentence({ kind }: Issued, hasFigures: boolean): string {
	switch (kind) {
		case 'first':
			return hasFigures
				? 'Dit is een eerste publicatie: ze geeft cijfers zoals ze toen geteld zijn.'
				: 'Dit is een eerste publicatie, en ze brengt geen cijfers.';
		case 'revision':
			return 'Dit is een herziening: ze maakt eerdere cijfers beter, bijvoorbeeld met een volledigere telling.';
		case 'correction':
			return 'Dit is een rechtzetting: ze herstelt een fout in eerdere cijfers.';
		case 'practice':
			return 'Dit zijn oefencijfers: eigen ramingen die gaten vullen. Ze zijn geen meting, en elk gepubliceerd cijfer gaat voor.';
		default:
			return kind satisfies never;
	}
}

/** How many figures took the place of others, and how many of those differ. */
export function replacedSentence(figures: number, changed: number): string {
	if (figures === 0) return 'Deze publicatie nam van geen enkel ander cijfer de plaats in.';
	const all = figures === 1 ? '1 cijfer nam' : `${count(figures)} cijfers namen`;
	const first = `${all} de plaats in van een cijfer dat al bekend was`;
	if (changed === 0) return `${first}; geen enkel kreeg een andere waarde.`;
	return `${first}; ${changed === 1 ? '1 kreeg' : `${count(changed)} kregen`} een andere waarde.`;
}

/** `1 van de 1.140 cijfers`; `alle 12 cijfers` where nothing is left. */
export function partReplaced(replaced: number, figures: number): string {
	if (replaced < figures) return `${count(replaced)} van de ${count(figures)} cijfers`;
	return figures === 1 ? 'het enige cijfer' : `alle ${count(figures)} cijfers`;
}
