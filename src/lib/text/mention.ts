import { isDay } from '#lib/domain/dates.ts';
import type { Mention, MentionKind, MentionUnit } from '#lib/domain/mention.ts';
import type { Minutes } from './citation.ts';
import { count, day, decimal, dwellings, municipalities, MONTHS, NBSP } from './format.ts';
import { MENTION_WORDS } from './words.ts';

/** What is published of a place beside the figures of a series, in words. */

const WRITTEN: Record<MentionUnit, (value: number) => string> = {
	dwellings,
	percent: (value) => `${decimal(value, Number.isInteger(value) ? 0 : 2)}${NBSP}%`,
	plots: (value) => `${count(value)}${NBSP}kavels`,
	municipalities
};

/** A number with its unit, and whether there is doubt; a dash for what is said in words. */
export function mentionValue({
	value,
	unit,
	provisional
}: Pick<Mention, 'value' | 'unit' | 'provisional'>): string {
	if (value === null || unit === null) return '–';
	const words = WRITTEN[unit](value);
	return provisional ? `${words} (voorlopig)` : words;
}

/** A day, month or year as far as a source names it: «17 mei 2018», «mei 2018», «2018». */
export function partialDay(text: string): string {
	const [year, month] = text.split('-');
	if (text.length === 10) return day(text);
	return month ? `${MONTHS[Number(month) - 1]} ${year}` : text;
}

/** How much of what: «12 woningen, één project»; only what, where it is said in words. */
export const mentionHeading = (one: Mention): string =>
	one.value === null ? MENTION_WORDS[one.kind] : `${mentionValue(one)}, ${MENTION_WORDS[one.kind]}`;

/** When it is so, as far as the source says. */
export const mentionDay = ({ trueOn }: Pick<Mention, 'trueOn'>): string =>
	trueOn === null ? 'zonder dag' : partialDay(trueOn);

/** Why what is said stands in no total and on no line. */
const APART: Readonly<Record<MentionKind, string>> = {
	stock: 'Zonder dag hoort een aantal op geen plaats in de tijd.',
	share:
		'Zonder dag, of zonder te weten waarvan het een deel is, is een aandeel met geen ander te vergelijken.',
	progress: 'Het is niet geteld zoals bij een meting, of de dag is niet bekend.',
	part: 'Het is een deel: van één verhuurder, van één soort of van één wijk. Het geheel is groter.',
	project: 'Het kan al in een ander getal zitten, en andere projecten ontbreken.',
	expected: 'Het is een verwachting, geen telling.',
	objective: 'Het geldt voor verscheidene gemeenten samen, en is niet over hen verdeeld.',
	aim: 'Een voornemen is nog geen woning, en geen plicht.',
	norm: 'Een norm gaat over nieuwe projecten, niet over wat er staat.',
	flow: 'Het zegt wat er in een periode veranderde, niet wat er is.',
	built: 'Wat ooit gebouwd is, kan verkocht of gesloopt zijn.',
	outcome: 'Het is een uitspraak van de bron, die we niet kunnen narekenen.'
};

/** That it is not counted, and why. */
export const apartSentence = ({ kind }: Pick<Mention, 'kind'>): string =>
	`We tellen dit niet mee en tekenen het niet. ${APART[kind]}`;

/** It in words for the minutes. @param whose names of its municipalities or of its region */
export const mentionMinutes = (one: Mention, whose: string): Minutes => ({
	says: `${whose}, ${mentionDay(one)}: ${mentionHeading(one)}. ${one.says}`,
	quotes: [],
	from: [one.publication],
	notes: [
		...(one.trueOn !== null && isDay(one.trueOn) ? [] : ['de bron noemt geen dag']),
		'telt in geen totaal mee'
	]
});

/** What it is, and of how many municipalities together: «een deel van de sociale woningen, 5 gemeenten samen». */
export function mentionName({ kind, places }: Pick<Mention, 'kind' | 'places'>): string {
	const several = places.split(' ').length;
	return MENTION_WORDS[kind] + (several > 1 ? `, ${municipalities(several)} samen` : '');
}

/** How much of it, when, and who says so: «12 woningen (RINGtv, mei 2018)». */
export function saidOnLine(one: Mention & { publisher: string }): string {
	const what = one.value === null ? one.says.split(':')[0] : mentionValue(one);
	return `${what} (${one.publisher}${one.trueOn ? `, ${partialDay(one.trueOn)}` : ''})`;
}
