import { periodOf, phaseOn, type Measured, type Phase, type Regime } from '#lib/domain/regime.ts';
import type { Day } from '#lib/domain/dates.ts';
import { day } from './format.ts';

/** Where a regime is on a day. */
export const PHASE_WORDS: Record<Phase, string> = {
	current: 'loopt',
	ended: 'afgelopen',
	announced: 'aangekondigd'
};

/** What is said of a regime of which no number of a municipality came out. */
export const NO_NUMBERS = 'Aantallen per gemeente: nog niet gepubliceerd.';

/** A regime as people name it, with where it is on a day: «2026-2042 (aangekondigd)». */
export const regimeWords = (regime: Measured<Regime>, on: Day): string =>
	`${periodOf(regime)} (${PHASE_WORDS[phaseOn(regime, on)]})`;

/** How the figures of another regime are to be read beside those of the one that runs. */
export const apartSentence = (
	regimes: readonly Measured<Regime>[],
	main: Measured<Regime>
): string =>
	[
		...regimes.map(
			(one) =>
				`Het objectief ${periodOf(one)} telt woningen vanaf de nulmeting op ${day(one.baselineOn)}, tegen ${day(one.deadline)}.`
		),
		`Wat voor de ene regeling telt, telt niet voor de andere: vergelijk het niet met het objectief ${periodOf(main)}.`
	].join(' ');
