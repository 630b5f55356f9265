import type { Day } from '#lib/domain/dates.ts';
import type { ImportSource } from '../bytes/source.ts';

/** What a person says about a file of boundaries. */
export interface BoundaryRequest {
	source: ImportSource;
	/** Only the structure of this day; null: what the file itself says. */
	on: Day | null;
	publisher: string | null;
	title: string | null;
	url: string | null;
	licence: string | null;
	/** The line under each map; null: made from publisher and title. */
	credit: string | null;
	publishedOn: Day | null;
	neighbours: 'leave' | 'compare' | 'replace';
	/** False: everything is looked at, nothing is written. */
	write: boolean;
}
