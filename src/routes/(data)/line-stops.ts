import type { LineEnd } from '#lib/server/standing/trends.ts';
import { day, longDay } from '#lib/text/format.ts';
import { someNames } from '#lib/text/names.ts';

/** The municipalities that a line follows and that went into others. */
export const stopped = ({ ended }: LineEnd): string[] => [...new Set(ended.map((one) => one.name))];

/** What happened to them, behind their names. */
export function stoppedWords(end: LineEnd): string {
	const since =
		end.ended
			.map((one) => one.validTo ?? '')
			.sort()
			.at(-1) ?? '';
	const isOne = stopped(end).length === 1;
	return `${isOne ? 'is' : 'zijn'} na ${longDay(since)} gefuseerd en ${isOne ? 'heeft' : 'hebben'} geen eigen cijfers meer.`;
}

/** Why a line over the years stops before the latest figures. */
export const lineStops = (end: LineEnd): string =>
	`De lijn stopt op ${day(end.on)}: ${someNames(stopped(end))} ${stoppedWords(end)}`;
