import type { Sheet } from '#lib/components/sheet.ts';
import type { AreaChange } from '#lib/server/standing/changes.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import { ownListNote, type Issued } from '#lib/text/citation.ts';
import { frozenPeriod } from '../links.ts';

/** What the pages of this folder say of themselves beside each figure and in each file. */
interface OfPage {
	change: Pick<AreaChange, 'period'>;
	version: Moment['version'];
	publications: ReadonlyMap<number, Issued>;
	ownList: readonly string[];
}

/** The page at an address, as its figures and files cite it. */
export const sheetOf = ({ change, version, publications, ownList }: OfPage, url: URL): Sheet => ({
	page: url.pathname + url.search,
	frozen: frozenPeriod(url, change.period, { version }),
	on: change.period.to.on,
	known: change.period.to.known,
	publications,
	notes: ownListNote(ownList)
});
