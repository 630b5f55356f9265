import type { Insertable } from 'kysely';
import type { PublicationTable } from '#lib/server/database/schema.ts';
import type { Facts } from './fact-rows.ts';
import { number, optional, readTable, word } from './table.ts';

/** What only an imported or withdrawn publication has. */
type OfImports =
	| 'reference_date'
	| 'file_name'
	| 'sha256'
	| 'withdrawn_on'
	| 'withdrawn_why'
	| 'reason'
	| 'release_at'
	| 'sealed_as';
type Published = Omit<Insertable<PublicationTable>, OfImports> & { id: number };

/** The publications that the facts come from; every fact refers to one by its id. */
export const readPublications = (): Promise<Facts['publications']> =>
	readTable<Published>('publications', {
		id: number,
		publisher: word,
		title: word,
		url: optional(word),
		licence: optional(word),
		kind: word,
		structure_on: optional(word),
		published_on: optional(word),
		known_from: word,
		date_note: optional(word),
		supersedes: optional(number),
		note: optional(word)
	});

/** Actors, instruments and aims of housing cooperation in four cities in September 2012, from one research report. */
export const readCooperation = (): Promise<Facts['cooperation']> =>
	readTable<Omit<Facts['cooperation'][number], 'id'>>('cooperation', {
		publication_id: number,
		nis_code: optional(word),
		region: optional(word),
		kind: word,
		item: word,
		status: word,
		detail: optional(word),
		as_of: word,
		section: optional(word)
	});
