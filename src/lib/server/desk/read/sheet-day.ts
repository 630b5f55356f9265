import { addDays, yearOf, type Day } from '#lib/domain/dates.ts';
import { claimants, measuredRegimes, type Regime } from '#lib/domain/regime.ts';
import type { Findings, Place } from '../findings/findings.ts';
import type { ReadOptions } from './layout.ts';
import type { MapLookup } from './import-map.ts';
import type { PeopleColumn } from './measurement-header.ts';
import { statedDays, statedYears } from './stated-days.ts';

/** What the title of a sheet says of its figures. */
export interface SheetDay {
	/** Reference date; null when nothing says it. */
	date: Day | null;
	/** Year of the progress test, when the title names it. */
	round: number | null;
	provisional: boolean;
}

const PERIOD = /(?<!\d)\d{4}\s?[-–—]\s?\d{4}(?!\d)/g;
const YEAR_OF_A_RULE =
	/\b(tegen|tot|voor|bso|objectief|decreet|sinds|vanaf|besluit van)\s+(19|20)\d{2}/gi;
const TEST = /toets\p{L}*\s+(?:van\s+)?((?:19|20)\d{2})/iu;

/** The day, round and status that the sheet's name and the rows above its header tell, held against each other. */
export function sheetDay({
	titles,
	columns,
	place,
	options,
	laws,
	lookup,
	findings
}: {
	titles: readonly string[];
	columns: readonly PeopleColumn[];
	place: Place;
	options: ReadOptions;
	laws: readonly Regime[];
	lookup: MapLookup;
	findings: Findings;
}): SheetDay {
	const text = [place.sheet ?? '', ...titles].join(' \n ');
	const said = lookup.sheet(place.sheet);
	const mapped = said !== null && said !== 'skip' ? said.date : null;
	const stated = onlyDay(tableDays(statedDays(text), laws));
	const given = options.on ?? options.map?.date ?? null;
	const newYear = countsHomes(columns) ? newYearOf(stated, text, laws) : null;
	const ended = newYear && addDays(newYear, -1);
	if (newYear && ended && mapped === null && given === null) {
		findings.ask('new_year_day', place, {
			value: newYear,
			expected: ended,
			message: `The title says ${newYear}; homes are counted on the day before, and are read as those of ${ended}.`
		});
	}
	const date = mapped ?? (newYear ? (given ?? ended) : (stated ?? given));
	const round = options.map?.round ?? Number(TEST.exec(text)?.[1] ?? 0);
	if (mapped === null && stated !== null && given !== null && given !== stated) {
		findings.block('year_off_by_one', place, {
			value: given,
			expected: stated,
			message: `The title says ${stated}, and ${given} was given for the whole file.`
		});
	}
	if (date !== null) checkYears(text, date, round, place, findings);
	return { date, round: round || null, provisional: /voorlopig|provisional/i.test(text) };
}

/**
 * The days that can be that of the table. That of a baseline, and of its households a day later, stand in many titles and are
 * not, unless there is no other day and another regime ran on it.
 */
function tableDays(days: readonly Day[], laws: readonly Regime[]): Day[] {
	const baselines = measuredRegimes(laws).map(({ baselineOn }) => baselineOn);
	const households = baselines.map((day) => addDays(day, 1));
	const able = days.filter((day) => !households.includes(day));
	const others = able.filter((day) => !baselines.includes(day));
	return others.length > 0 ? others : able.filter((day) => claimants(laws, day).length > 1);
}

/** The 1 January of which the title tells, when no other day can be that of the table. */
function newYearOf(stated: Day | null, text: string, laws: readonly Regime[]): Day | null {
	if (stated !== null) return isNewYear(stated) ? stated : null;
	const able = statedDays(text).filter(
		(day) => isNewYear(day) && tableDays([addDays(day, -1)], laws).length > 0
	);
	return able.length === 1 ? (able[0] ?? null) : null;
}

const isNewYear = (day: Day): boolean => day.endsWith('-01-01');

const countsHomes = (columns: readonly PeopleColumn[]): boolean =>
	columns.some(
		({ meaning }) => meaning !== null && /^(stock_b|stock_w|realised|planned|in_)/.test(meaning.is)
	);

/** The one day that is told, or of several the one that ends a year. */
function onlyDay(days: readonly Day[]): Day | null {
	const [only, second] = days;
	if (second === undefined) return only ?? null;
	const ends = days.filter((day) => day.endsWith('-12-31'));
	return ends.length === 1 ? (ends[0] ?? null) : null;
}

/** A test of a year is measured on 31 December before it; a measurement is told by its own year or the next one. */
function checkYears(
	text: string,
	date: Day,
	round: number,
	place: Place,
	findings: Findings
): void {
	const year = yearOf(date);
	if (round !== 0 && round !== year + 1) {
		findings.block('year_off_by_one', place, {
			value: round,
			expected: `the progress test of ${year + 1}, or figures of 31/12/${round - 1}`,
			message: `The figures are of ${date}, and the progress test of ${round} is measured on ${round - 1}-12-31.`
		});
		return;
	}
	const years = statedYears(text.replace(PERIOD, ' ').replace(YEAR_OF_A_RULE, ' ')).filter(
		(one) => one !== round
	);
	if (years.length === 0 || years.some((one) => one === year || one === year + 1)) return;
	findings.block('year_off_by_one', place, {
		value: years.join(', '),
		expected: `${year} or ${year + 1}`,
		message: `The title names the year ${years.join(', ')}, and the figures are of ${date}.`
	});
}
