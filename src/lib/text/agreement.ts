import type { Figure } from '#lib/domain/figure.ts';
import type { Minutes } from './citation.ts';
import { count, day, dwellings, figure, goalShare } from './format.ts';

/** What every mention of an agreement says of itself. */
export const NO_LAW =
	'Een afspraak van de regio is geen wet en geen objectief: de gemeenten spraken dit zelf af.';

interface Agreed {
	name: string;
	organisation: string;
	goal: number;
	by: string;
	agreedOn: string;
}

/** What a region agreed on, as a sentence. */
export const agreementSentence = (
	region: string,
	{ name, organisation, goal, by, agreedOn }: Agreed,
	all: Figure
): string =>
	`Afspraak van de regio: ${region} spreidt ${figure(all, dwellings)} over haar gemeenten voor ${goalShare(goal)} sociale huur tegen eind ${by.slice(0, 4)} («${name}», ${organisation}, ${day(agreedOn)}).`;

/** What of an agreement is for one municipality. */
export const ownAgreementSentence = (
	region: string,
	town: string,
	{ name, by, agreedOn }: Agreed,
	own: Figure
): string =>
	`Afspraak van de regio, geen wet: ${region} telt voor ${town} op ${figure(own, dwellings)} erbij tegen eind ${by.slice(0, 4)} («${name}», ${day(agreedOn)}).`;

/** The same in the fewest words. */
export const briefAgreementSentence = (
	region: string,
	{ by, agreedOn }: Pick<Agreed, 'by' | 'agreedOn'>,
	own: Figure
): string =>
	`Afspraak van de regio, geen wet (${region}, ${day(agreedOn)}): ${figure(own, dwellings)} erbij tegen eind ${by.slice(0, 4)}.`;

/** What came since, beside what an even pace asked and how far that lies apart; empty as long as nothing can be said. */
export function sinceSentence(from: string, since: Figure, due: Figure): string {
	if (since.value === null || due.value === null) return '';
	const came =
		since.value < 0
			? `gingen er netto ${figure({ ...since, value: -since.value }, count)} weg`
			: `kwamen er ${figure(since, count)} bij`;
	return `Sinds ${day(from)} ${came}; met elk jaar evenveel waren het er ${figure(due, count)}: ${overOrShort(since, since.value - due.value)}.`;
}

/** `≈ 12 over`, `≈ 384 te kort`. */
function overOrShort(since: Figure, over: number): string {
	if (over === 0) return 'juist genoeg';
	return `${figure({ ...since, value: Math.abs(over) }, count)} ${over > 0 ? 'over' : 'te kort'}`;
}

/** An agreement as minutes tell it. */
export const agreementMinutes = (
	says: string,
	{
		total,
		agreement
	}: { total: { dwellings: Figure; since: Figure; due: Figure }; agreement: { on: string } }
): Minutes => ({
	says: `${says} ${sinceSentence(agreement.on, total.since, total.due)}`.trim(),
	quotes: [total.dwellings, total.since],
	notes: ['afspraak van de regio, geen wet']
});
