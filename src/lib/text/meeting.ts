import type { Figure } from '#lib/domain/figure.ts';
import { SERIES_WORDS } from './calendar.ts';
import { count, day, dwellings, figure, list, municipalities } from './format.ts';
import { percentWithMark } from './sentences.ts';

/** The parts of a meeting pack in the order in which they are printed: their names in an address and on the form. */
export const PART_WORDS = {
	cover: { slug: 'omslag', name: 'Omslag' },
	region: { slug: 'regio', name: 'De regio' },
	agenda: { slug: 'agenda', name: 'Agenda uit de cijfers' },
	sheets: { slug: 'steekkaarten', name: 'Steekkaart per gemeente' },
	scenario: { slug: 'scenario', name: 'Scenario' },
	sources: { slug: 'bronnen', name: 'Methode en bronnen' }
} as const;

/** A part of a meeting pack. */
export type PackPart = keyof typeof PART_WORDS;

/** `blad 3 van 19` */
export const sheetNumber = (number: number, total: number): string => `blad ${number} van ${total}`;

/** Some sheets that follow one another: `blad 3`, `blad 3–15`. */
export const sheetRange = (first: number, last: number): string =>
	first === last ? `blad ${first}` : `blad ${first}–${last}`;

/** Most characters of an address at the foot of a sheet: three lines. */
const LONGEST_ADDRESS = 210;

/** An address as the foot of a sheet bears it; one that is longer is cut, and stands in full with the sources. */
export const footAddress = (address: string): string =>
	address.length > LONGEST_ADDRESS ? `${address.slice(0, LONGEST_ADDRESS)}…` : address;

/** What belongs to a share to compare it with: `Regio Kortrijk: ≈ 7,89 %. Vlaanderen: 5,98 %.` */
export const besideSentence = (others: readonly { name: string; share: Figure }[]): string =>
	others
		.filter(({ share }) => share.value !== null)
		.map(({ name, share }) => `${name}: ${percentWithMark(share)}.`)
		.join(' ');

/** What is realised, with all that is in execution or planned on top of it, against the objective. */
export function pipelineWholeSentence(
	pipeline: Figure,
	withPlanned: Figure,
	target: Figure
): string {
	if (pipeline.value === null)
		return 'Hoeveel woningen er in uitvoering of gepland zijn, is niet bekend.';
	const coming =
		pipeline.value === 0
			? 'Er is niets in uitvoering of gepland'
			: `Er ${pipeline.value === 1 ? 'is' : 'zijn'} ${figure(pipeline, dwellings)} in uitvoering of gepland`;
	if (!target.value || withPlanned.value === null) return `${coming}.`;
	const left = target.value - withPlanned.value;
	const outcome = { ...withPlanned, value: Math.abs(left) };
	if (left === 0) return `${coming}. Met alles klaar is het objectief precies gehaald.`;
	return left > 0
		? `${coming}. Met alles klaar ${left === 1 ? 'blijft' : 'blijven'} er ${figure(outcome, dwellings)} te gaan.`
		: `${coming}. Met alles klaar ${left === -1 ? 'is' : 'zijn'} er ${figure(outcome, dwellings)} meer dan gevraagd.`;
}

/** Why nobody can be behind on the growth path. */
export const NO_THRESHOLDS =
	'Van geen enkele voortgangstoets zijn op deze dag drempels bekend. Wie onder het groeipad zit, is dan niet te zeggen.';

/** What the cards about changes need before they can say anything. */
export const SINCE_NEEDED =
	'Deze kaart heeft de dag van de vorige vergadering nodig. Vul die in bij «Vorige vergadering» en stel het pakket opnieuw samen. Dan staat hier wat er echt bij of af ging, los van wat werd rechtgezet.';

/** Which municipalities are counted as one with those that went into them; nothing when none is. */
export const mergedSentence = (names: readonly string[]): string =>
	names.length === 0 ? '' : `Samen geteld met de gemeenten die erin opgingen: ${list(names)}.`;

/** How many figures that were known became something else, and how many of them stand on the card. */
export function correctedSentence(
	changed: number,
	shown: number,
	from: string,
	to: string
): string {
	const between = `van ${day(from)} tot ${day(to)}`;
	if (changed === 0)
		return `Geen enkel cijfer dat al bekend was, kreeg ${between} een andere waarde.`;
	const all =
		changed === 1
			? `1 cijfer dat al bekend was, kreeg ${between} een andere waarde`
			: `${count(changed)} cijfers die al bekend waren, kregen ${between} een andere waarde`;
	return shown < changed
		? `${all}. De ${count(shown)} grootste verschillen staan hier.`
		: `${all}.`;
}

/** For how many municipalities nothing changed; empty when something did for all of them. */
export const unchangedSentence = (unchanged: number, all: number): string => {
	if (unchanged === 0) return '';
	if (unchanged === all)
		return all === 1 ? 'Er veranderde niets.' : 'In geen enkele gemeente veranderde iets.';
	return `In ${unchanged === 1 ? 'één andere gemeente' : `${count(unchanged)} andere gemeenten`} veranderde niets.`;
};

/** Which series are late. */
export function lateSentence(late: readonly string[]): string {
	if (late.length === 0) return 'Er is niets te laat.';
	const names = late.map((one) => (SERIES_WORDS[one] ?? one).toLowerCase());
	return `${late.length === 1 ? '1 reeks is' : `${count(late.length)} reeksen zijn`} te laat: ${list(names)}.`;
}

/** What «late» means. */
export const LATE_MEANS =
	'«Te laat» wil zeggen dat deze site de cijfers nog niet heeft. De uitgever kan ze al gepubliceerd hebben.';

/** That a pack shows what was known on an earlier day, and where what is known now stands. */
export const knownThenSentence = (known: string): string =>
	`Dit pakket toont wat bekend was op ${day(known)}. Cijfers kunnen intussen anders zijn: hetzelfde adres zonder «bekend=» en «versie=» toont die van nu.`;

/** That too many municipalities are members to give each a sheet unasked. */
export const tooManySentence = (members: number, most: number): string =>
	`Deze regio telt ${municipalities(members)}. Een pakket bevat hoogstens ${count(most)} steekkaarten: kies welke.`;

/** That municipalities were asked which are no members; empty when all are. */
export const strangersSentence = (names: readonly string[]): string =>
	names.length === 0
		? ''
		: `Gevraagd, maar geen lid op deze datum: ${list(names)}. ${names.length === 1 ? 'Die gemeente krijgt' : 'Die gemeenten krijgen'} geen steekkaart.`;
