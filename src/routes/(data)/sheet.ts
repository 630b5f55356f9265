import type { Sheet } from '#lib/components/sheet.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import { ownListNote, type Issued } from '#lib/text/citation.ts';
import { frozenAddress } from '../links.ts';

/** What the pages of this folder say of themselves beside each figure and in each file. */
interface OfPage {
	moment: Moment;
	publications: ReadonlyMap<number, Issued>;
	ownList: readonly string[];
	/** A page about a fixed date; null when it is about none. */
	fixed?: { on: string | null };
	picksDate?: boolean;
}

/** The page at an address, as its figures and files cite it. */
export const sheetOf = (
	{ moment, publications, ownList, fixed, picksDate }: OfPage,
	url: URL
): Sheet => ({
	page: url.pathname + url.search,
	frozen: frozenAddress(url, moment, !fixed && !picksDate),
	on: fixed ? fixed.on : moment.on,
	known: moment.known,
	publications,
	notes: ownListNote(ownList)
});
