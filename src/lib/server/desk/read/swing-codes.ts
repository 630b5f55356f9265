import type { Day } from '#lib/domain/dates.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import type { Status } from '#lib/domain/status.ts';

/** Topics of Provincies in Cijfers that are an indicator here, with the day of the year that a period means. */
export const SWING_TOPICS: Readonly<Record<string, { is: Indicator; day: string }>> = {
	v1124_huishoudens: { is: 'households', day: '01-01' }
};

/** Numbers that stand for no number (Provincies in Cijfers), with what they say; 0 is a real zero. */
export const SWING_MISSING: Readonly<Record<string, { status: Status; note: string }>> = {
	'-99996': { status: 'missing', note: 'Leeg in de bron (-99996): telt in sommen als nul.' },
	'-99997': { status: 'suppressed', note: 'Niet getoond door de bron (-99997).' },
	'-99998': { status: 'not_applicable', note: 'Niet van toepassing volgens de bron (-99998).' },
	'-99999': { status: 'missing', note: 'Niet bekend in de bron (-99999).' }
};

/** What a level of areas is: municipalities of one structure, regions with a code, or nothing of ours. */
export type SwingLevel =
	| { kind: 'municipality'; structure: Day | null }
	| { kind: 'region'; prefix: string }
	| { kind: 'other' };

/** `gemeente` is the structure of today, `gemeente2018` and `gemeente2024` that of the end of the year in the name. */
export function swingLevel(level: string): SwingLevel {
	const [, year] = /^gemeente(\d{4})?$/.exec(level) ?? [null, null];
	if (year !== null)
		return { kind: 'municipality', structure: year === undefined ? null : `${year}-12-31` };
	if (/^arrondiss(ement)?(\d{4})?$/.test(level)) return { kind: 'region', prefix: 'arr:' };
	if (/^(prov|provincie)(\d{4})?$/.test(level)) return { kind: 'region', prefix: 'prov:' };
	return level === 'gewest' ? { kind: 'region', prefix: '' } : { kind: 'other' };
}
