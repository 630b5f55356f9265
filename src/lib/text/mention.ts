import type { Mention, MentionUnit } from '#lib/domain/mention.ts';
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

/** What is published of a place without being a figure of a series, on one line; empty without any. */
export const mentionsSentence = (mentions: readonly (Mention & { publisher: string })[]): string =>
	mentions.length === 0 ? '' : `Ook gepubliceerd: ${mentions.map(onLine).join('; ')}.`;

function onLine({ kind, trueOn, publisher, ...mention }: Mention & { publisher: string }): string {
	const value = mention.value === null ? mention.says.split(':')[0] : mentionValue(mention);
	return `${MENTION_WORDS[kind]}, ${value} (${publisher}${trueOn ? `, ${partialDay(trueOn)}` : ''})`;
}
