import type { Reference } from '../reference/reference.ts';
import type { Moment } from './moment.ts';
import { membersOf } from './regions.ts';

/** Of which municipality and regions something is asked; what is left out asks for all. */
export interface AreasAsked {
	/** NIS code. */
	readonly municipality?: string | null;
	/** Slugs: what is asked lies in all of them. */
	readonly regions?: readonly string[];
}

/**
 * The codes of what is asked, a set for each: of a region its own and those of its members, then and today; of a
 * municipality also of what went into it.
 */
export function areasAsked(
	facts: Reference,
	{ municipality, regions = [] }: AreasAsked,
	moment: Pick<Moment, 'structureOn' | 'today'>
): ReadonlySet<string>[] {
	const { withPredecessors } = facts.places;
	const within = regions.flatMap((slug) => {
		const region = facts.regions.get(slug);
		if (!region) return [];
		const members = [moment.structureOn, moment.today].flatMap(
			(day) => membersOf(facts, region, day).municipalities
		);
		return [new Set([slug, ...members.flatMap((one) => withPredecessors(one.nis))])];
	});
	return municipality ? [...within, new Set(withPredecessors(municipality))] : within;
}
