import type { Category, Ground, Scenario, Thresholds } from '#lib/domain/progress-test.ts';
import { count, day, dwellings, goalShare, list, municipalities, NBSP } from './format.ts';

/** What decides a replayed test, as a filter and in words; the order of the classes of a map, from low to high. */
export const GROUND_WORDS: Record<Ground, { slug: string; name: string }> = {
	short: { slug: '2', name: 'categorie 2: onder beide drempels' },
	with_planned: { slug: '1-gepland', name: 'categorie 1 met geplande woningen erbij' },
	realised: { slug: '1-gerealiseerd', name: 'categorie 1 met gerealiseerde woningen' },
	no_objective: { slug: '1-geen-objectief', name: 'categorie 1: geen objectief' }
};

/** What the published categories mean. */
export const CATEGORY_WORDS: Record<Category, string> = {
	'1': 'volgt het groeipad',
	'2': 'volgt het groeipad niet, nog niet beoordeeld',
	'2a': 'volgt het groeipad niet, voldoende inspanningen',
	'2b': 'volgt het groeipad niet, onvoldoende inspanningen of geen plan'
};

const about = (estimated: boolean) => (estimated ? `≈${NBSP}` : '');

/** `79,52 % gerealiseerd, of 95,42 % met geplande woningen erbij` */
export const thresholdWords = ({ realised, withPlanned }: Thresholds): string =>
	`${goalShare(realised)} gerealiseerd, of ${goalShare(withPlanned)} met geplande woningen erbij`;

/** Of which categories a publication gives a count, in their order. */
export const publishedCategories = (
	counts: Partial<Record<Category, number>>
): { category: Category; size: number }[] =>
	(Object.keys(CATEGORY_WORDS) as Category[]).flatMap((category) => {
		const size = counts[category];
		return size === undefined ? [] : [{ category, size }];
	});

/** `180 in categorie 1, 107 in categorie 2a en 13 in categorie 2b, van 300 gemeenten` */
export function countsSentence(counts: Partial<Record<Category, number>>, tested: number): string {
	const parts = publishedCategories(counts).map(
		({ category, size }) => `${count(size)} in categorie ${category}`
	);
	if (parts.length === 0) return `geen aantallen, van ${municipalities(tested)}`;
	return `${list(parts)}, van ${municipalities(tested)}`;
}

/** Of which rounds neither thresholds nor a category of a municipality were found; empty when there are none. */
export const silentRoundsSentence = (years: readonly string[]): string =>
	years.length === 0
		? ''
		: `${years.length === 1 ? 'Van de toets' : 'Van de toetsen'} van ${list(years)} kennen we drempels noch categorie.`;

/** How many municipalities a replay puts where. */
export interface Counted extends Record<Ground, number> {
	municipalities: number;
	unknown: number;
	estimated: boolean;
}

/** How many municipalities follow the growth path by a replay. */
export const followers = ({ realised, with_planned, no_objective }: Counted): number =>
	realised + with_planned + no_objective;

/** `≈ 202 van 300`: a part of all municipalities of a replay, with its mark. */
export const countedWords = (some: number, { municipalities, estimated }: Counted): string =>
	`${about(estimated)}${count(some)} van ${count(municipalities)}`;

/** The outcome of a replay as a sentence: «Als we de regel narekenen, volgen 180 van de 300 gemeenten het groeipad.» */
export function replaySentence(counts: Counted): string {
	const follows = followers(counts);
	const whole = municipalities(counts.municipalities);
	const mark = about(counts.estimated);
	if (counts.municipalities === 1) return replayOfOne(follows === 1, counts);
	if (counts.unknown === counts.municipalities)
		return `Voor geen van de ${whole} is genoeg bekend.`;
	const verb = follows === 1 ? 'volgt' : 'volgen';
	const first = `Als we de regel narekenen, ${verb} ${mark}${count(follows)} van de ${whole} het groeipad (categorie 1)`;
	const rest = `${mark}${count(counts.short)} niet (categorie 2)`;
	const open = counts.unknown > 0 ? `; voor ${count(counts.unknown)} is te weinig bekend` : '';
	return `${first} en ${rest}${open}.`;
}

/** One municipality is no «1 van de 1». */
const replayOfOne = (follows: boolean, { unknown, estimated }: Counted): string =>
	unknown === 1
		? 'Voor deze gemeente is niet genoeg bekend.'
		: `Als we de regel narekenen, volgt deze gemeente het groeipad ${follows ? '(' : 'niet ('}${about(estimated)}categorie ${follows ? 1 : 2}).`;

/** A replay as far as a sentence about shortages needs it. */
interface Short {
	ground: Ground | null;
	estimated: boolean;
	shortRealised: number | null;
	shortWithPlanned: number | null;
}

/** What a municipality is short: `tekort: 12 woningen gerealiseerd, of 3 woningen als geplande meetellen`. */
export function shortSentence({
	ground,
	estimated,
	shortRealised,
	shortWithPlanned
}: Short): string {
	if (shortRealised === null) return '';
	if (ground === 'no_objective') return 'geen objectief, dus geen tekort';
	if (shortRealised === 0) return 'geen tekort';
	const first = `tekort: ${about(estimated)}${dwellings(shortRealised)}`;
	if (shortWithPlanned === null) return `${first}; geplande woningen niet bekend`;
	return shortWithPlanned === 0
		? `${first}, gehaald met geplande woningen erbij`
		: `${first}, of ${about(estimated)}${dwellings(shortWithPlanned)} als geplande woningen meetellen`;
}

/** What a scenario gives, with the reading that decides said: «Met 3 woningen meer … had Pittem categorie 1 gehad.» */
export function scenarioSentence(
	name: string,
	more: number,
	measuredOn: string,
	{ extra, fromPipeline }: Scenario,
	estimated: boolean
): string {
	const base = `Met ${dwellings(more)} meer opgeleverd op ${day(measuredOn)} had ${name} ${about(estimated)}categorie ${extra.computed} gehad`;
	if (extra.computed !== fromPipeline.computed)
		return `${base}. Waren die woningen al in uitvoering of gepland, dan bleef het categorie ${fromPipeline.computed}: ze telden dan al mee.`;
	if (extra.computed === 1) return `${base}.`;
	return `${base}: nog ${about(estimated)}${dwellings(extra.shortRealised)} tekort.`;
}
