import type { Certainty } from './certainty.ts';
import type { Day } from './dates.ts';

/** The groups of people for whom a part of an objective, a goal or a stock can be meant. */
export const TARGET_GROUPS = ['homeless', 'large_families', 'elderly'] as const;
export type TargetGroup = (typeof TARGET_GROUPS)[number];

/** What the part is of: what the law asks, what somebody aims at, or what is there. */
export const PART_KINDS = ['objective', 'goal', 'stock'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** What is counted: homes, or a share of the stock, of what is built anew, or of the homes allocated in a year. */
export const PARTS_OF = ['dwellings', 'stock', 'new_dwellings', 'allocations'] as const;
export type PartOf = (typeof PARTS_OF)[number];

/**
 * What one publication says of a target group in a municipality or region. It is never a figure of the area as a whole: no
 * objective, goal, stock or sum takes it in, and parts of several groups are not added up, for a person can belong to more.
 */
export interface TargetGroupPart {
	/** NIS code of the municipality; null for a region. */
	nis: string | null;
	/** Slug of the region; null for a municipality. */
	region: string | null;
	targetGroup: TargetGroup;
	kind: PartKind;
	partOf: PartOf;
	/** Day on which it is so, or on which the source says it. */
	date: Day;
	/** Whole homes; null for a share. */
	value: number | null;
	/** Hundredths of a per cent: 400 is 4 %; null for homes. */
	basisPoints: number | null;
	/** Code of the regime whose objective it is a part of; null when it is of none. */
	scheme: string | null;
	/** Last day to reach it; null when none was named. */
	deadline: Day | null;
	certainty: Certainty;
	note: string | null;
	publication: number;
}

/** Whether an area is a municipality: a NIS code, and not a slug. */
export const isMunicipality = (area: string): boolean => /^\d{5}$/.test(area);

/** NIS code or slug of the area that a part is of. */
export const areaOf = ({ nis, region }: Pick<TargetGroupPart, 'nis' | 'region'>): string =>
	nis ?? region ?? '';
