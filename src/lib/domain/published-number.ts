// One number as somebody published it, and what it takes to hold it against another one.
import type { Day } from './dates.ts';
import { catalogued, definitionOf, isIndicator, isPercentage } from './indicators.ts';
import type { Category } from './progress-test.ts';
import type { Status } from './status.ts';

/** What a published number is about. */
export interface About {
	/** The table in which it stands. */
	part: 'observation' | 'objective' | 'test_result' | 'test_count';
	/** NIS code of a municipality, or slug of a region. */
	area: string;
	/** Indicator, component of an objective, or `category`; of a count of municipalities the category counted. */
	code: string;
	/** Regime, of an objective. */
	scheme: string | null;
	/** Round, of a test. */
	year: number | null;
	/** Reference date; of an objective the day for which its source states it, of a test null. */
	date: Day | null;
}

/** One number as somebody published it. */
export interface PublishedNumber extends About {
	/** In the unit of its indicator, percentages in per cent; null for a category. */
	value: number | null;
	category: Category | null;
	status: Status;
	publication: number;
	note: string | null;
}

/** What kind of figure it is, for whoever looks for one kind. */
export const TOPICS = ['stock', 'share', 'objective', 'progress', 'test', 'other'] as const;
export type Topic = (typeof TOPICS)[number];

/** Shares of social rental homes, of the households or of all dwellings. */
export const RENTAL_SHARES: ReadonlySet<string> = new Set([
	'share_households',
	'share_households_baseline',
	'share_dwellings'
]);

const PROGRESS: ReadonlySet<string> = new Set([
	'realised',
	'in_execution',
	'planned',
	'to_build',
	'realised_share',
	'realised_or_planned',
	'realised_or_planned_share'
]);

export function topicOf({ part, code }: Pick<About, 'part' | 'code'>): Topic {
	if (part === 'objective') return 'objective';
	if (part !== 'observation') return 'test';
	const series = isIndicator(code) ? catalogued(code) : code;
	if (series.startsWith('stock_')) return 'stock';
	if (series.startsWith('share_')) return 'share';
	return PROGRESS.has(series) ? 'progress' : 'other';
}

/** Whether it counts a part of the homes only: of some landlords, or those that are let. */
export function isPart({ part, code }: Pick<About, 'part' | 'code'>): boolean {
	if (part !== 'observation' || !isIndicator(code)) return false;
	const { unit, additive } = definitionOf(code);
	return unit === 'dwellings' && !additive;
}

/**
 * How far the true number can lie from the published one: half its last decimal for a percentage, half its last digit that
 * is no zero for a provisional count (600 may be 550 to 650), nothing for a final one.
 */
export function halfStep(one: Pick<PublishedNumber, 'part' | 'code' | 'value' | 'status'>): number {
	const text = String(one.value ?? 0);
	if (isPercentage(one)) return 0.5 / 10 ** (text.split('.')[1]?.length ?? 0);
	const zeros = one.value ? (/0*$/.exec(text)?.[0].length ?? 0) : 0;
	return one.status === 'provisional' && zeros > 0 ? 10 ** zeros / 2 : 0;
}

/** Whole days between two days, whichever comes first; without end when one of them is not known. */
export const daysBetween = (one: Day | null, other: Day | null): number =>
	one === null || other === null
		? Infinity
		: Math.round(Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000);

/** What floating point leaves of a difference of two published numbers. */
export const NOISE = 1e-9;

/** Whether two numbers differ by more than their rounding. Category 2 that becomes 2a or 2b is only told more precisely. */
export function differs(a: PublishedNumber, b: PublishedNumber): boolean {
	if (a.value !== null && b.value !== null)
		return Math.abs(a.value - b.value) > halfStep(a) + halfStep(b) + NOISE;
	const [one, other] = [a.category ?? '', b.category ?? ''];
	return !one.startsWith(other) && !other.startsWith(one);
}
