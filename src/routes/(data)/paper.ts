import { qrDrawing, type QrDrawing } from '#lib/server/formats/qr.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import { frozenAddress } from '../links.ts';

/** What the foot of every sheet of a page says: of which day the figures are, as known when, and where they stay. */
export interface Paper {
	moment: Pick<Moment, 'on' | 'known'>;
	/** At which the page shows the same numbers for ever. */
	address: string;
	/** Leads to that address; null when it is too long for one. */
	code: QrDrawing | null;
}

/** The foot of the sheets of a page. */
export function paperOf(url: URL, moment: Moment): Paper {
	const address = frozenAddress(url, moment);
	return { moment, address, code: qrDrawing(address) };
}
