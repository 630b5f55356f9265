import type { Day } from '#lib/domain/dates.ts';
import type { Phase } from '#lib/domain/regime.ts';
import { count, day, dwellings, list } from './format.ts';

/** Where a regime is on a day. */
export const PHASE_WORDS: Record<Phase, string> = {
	current: 'loopt',
	ended: 'afgelopen',
	announced: 'aangekondigd'
};

/** What is said of a regime of which no number of a municipality came out. */
export const NO_NUMBERS = 'Aantallen per gemeente: nog niet gepubliceerd.';

/** `Voor 2026-2042 is nog geen aantal per gemeente gepubliceerd.`; empty where nothing is announced. */
export const unnumberedSentence = (periods: readonly string[]): string =>
	periods.length === 0 ? '' : `Voor ${list(periods)} is nog geen aantal per gemeente gepubliceerd.`;

/** A regime as people name it, by its years, with where it is: «2026-2042 (aangekondigd)». */
export const regimeWords = (period: string, phase: Phase): string =>
	`${period} (${PHASE_WORDS[phase]})`;

/** From when until when homes count for a regime, which is named by its years. */
interface Counting {
	period: string;
	baselineOn: Day;
	deadline: Day;
}

/**
 * How the figures of other regimes are to be read beside those of the one that runs.
 * @param main the years of that one
 */
export const apartSentence = (others: readonly Counting[], main: string): string =>
	[
		...others.map(
			({ period, baselineOn, deadline }) =>
				`Het objectief ${period} telt woningen vanaf de nulmeting op ${day(baselineOn)}, tegen ${day(deadline)}.`
		),
		`Wat voor de ene regeling telt, telt niet voor de andere: vergelijk het niet met het objectief ${main}.`
	].join(' ');

/** A number of dwellings of a regime, that a source may leave open. */
interface Ranged {
	value: number;
	valueUpTo: number | null;
}

/** `5.000 tot 11.000` */
export const rangeWords = ({ value, valueUpTo }: Ranged): string =>
	valueUpTo === null ? count(value) : `${count(value)} tot ${count(valueUpTo)}`;

/** `50.000 woningen`, `5.000 tot 11.000 woningen` */
export const totalWords = ({ value, valueUpTo }: Ranged): string =>
	valueUpTo === null ? dwellings(value) : `${count(value)} tot ${dwellings(valueUpTo)}`;

/** What a regime asks of Flanders as a whole, in dwellings. */
interface AskedTogether {
	phase: Phase;
	deadline: Day;
	dwellings: number;
}

const VERBS: Record<Phase, readonly [verb: string, rest: string]> = {
	ended: ['vroeg', 'erbij'],
	current: ['vraagt', 'erbij'],
	announced: ['kondigt', 'aan']
};

/** `Vlaanderen vroeg 50.000 sociale huurwoningen erbij tegen 31/12/2025 en kondigt er 45.000 aan tegen 31/12/2042.` */
export const askedTogether = (regimes: readonly AskedTogether[]): string =>
	regimes.length === 0
		? 'Wat er van Vlaanderen samen gevraagd wordt, is niet bekend.'
		: `Vlaanderen ${list(
				regimes.map(({ phase, deadline, dwellings }, index) => {
					const [verb, rest] = VERBS[phase];
					const what = index === 0 ? `${count(dwellings)} sociale huurwoningen` : count(dwellings);
					return `${verb} ${index === 0 ? '' : 'er '}${what} ${rest} tegen ${day(deadline)}`;
				})
			)}.`;
