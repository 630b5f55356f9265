import type { Reply } from '#lib/domain/reply.ts';
import type { Session } from '#lib/server/people/sessions.ts';

declare global {
	namespace App {
		interface Locals {
			/** Set when an answer failed because the database does not answer. */
			databaseAway?: boolean;
			/** Of whoever is signed in at the desk; on no other page does anybody sign in. */
			session?: Session | null;
		}
		interface PageData {
			/** What the foot of every printed sheet says of the dates of the page. */
			sheet?: string;
			/** Set by a page about one fixed date, or (`null`) about none: no reference date is to be picked. */
			fixed?: { on: string | null };
			/** Set by a page that finds its own reference date when none is asked: a frozen address leaves that to it again. */
			picksDate?: boolean;
			/** A page that stands alone, on a projector or in a frame: it brings its own `main`, dates and credits. */
			bare?: boolean;
			/** A page of A4 sheets, each with a foot of its own: nothing else of the site is printed around them. */
			paper?: boolean;
			/** The municipality that the address calls the visitor's own, by the codes under which it stands on the page. */
			mine?: { codes: readonly string[] } | null;
			/** What municipalities said of their figures, as known on the day of the page: each stands with its number. */
			replies?: readonly Reply[];
		}
		interface Error {
			message: string;
			/** Under which the error stands in the log. */
			reference?: string;
		}
	}
}

export {};
