import { siteShares, type SiteShare } from '#lib/domain/site-shares.ts';
import type { Observation } from '#lib/domain/figure.ts';
import type { Municipality } from '#lib/domain/places.ts';
import type { Database } from '../database/database.ts';
import { newestObservations } from '../queries/observations.ts';
import { reference } from '../reference/reference.ts';
import {
	allContradictions,
	contradictionsAsked,
	type KnownContradiction
} from './contradictions.ts';
import type { Moment } from './moment.ts';

/** Why sites give a municipality other percentages: its own numbers at each, and those that contradict one another. */
export interface SiteShares {
	shares: readonly SiteShare[];
	contradictions: readonly KnownContradiction[];
}

/** @param published what was published of the municipality, without estimates */
export async function siteSharesOf(
	database: Database,
	moment: Moment,
	{ nis }: Municipality,
	published: readonly Observation[]
): Promise<SiteShares> {
	const facts = await reference(database, moment.known);
	const [households, all] = await Promise.all([
		newestObservations(database.read, {
			codes: [nis],
			indicators: ['households'],
			dates: 'all',
			known: moment.known
		}),
		allContradictions(database, moment)
	]);
	return {
		shares: siteShares(
			published.filter((one) => one.nis === nis),
			households.filter((one) => one.status === 'normal' || one.status === 'break'),
			(id) => facts.publications.get(id)?.publisher ?? ''
		),
		contradictions: contradictionsAsked(all, facts, { municipality: nis }, moment)
	};
}
