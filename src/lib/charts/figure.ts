import type { Drawing, Drawn, Said } from './drawing.ts';
import type { DrawnWidth } from './widths.ts';

/** A publication behind numbers, as much of it as a citation needs. */
export interface Source {
	publication: {
		id: number;
		publisher: string;
		title: string;
		url: string | null;
		kind: string;
		publishedOn: string | null;
		knownFrom: string;
	};
}

/** A drawing with its data, as a page shows it. */
export interface Shown {
	/** What kind of drawing it is, for whoever looks for it. */
	kind: string;
	of: Drawn;
	/** At which a page draws it; without them the usual ones. */
	widths?: readonly DrawnWidth[];
	/** Above it, when a figure has several. */
	head?: string;
}

/** A drawing with its data. */
export const shown = <Data extends Said>(
	kind: string,
	drawing: Drawing<Data>,
	data: Data,
	widths?: readonly DrawnWidth[]
): Shown => ({ kind, widths, of: (room) => drawing(data, room) });

/** A figure of a page: what is seen, what it rests on, and its drawings. Page and file are made of the same. */
export interface DrawnFigure {
	/** Its name in addresses; one of its own on the page, and never changed: links, minutes and files rest on it. */
	id: string;
	/** What is seen, as a statement. */
	title: string;
	/** Base, definition and reference date. */
	subtitle?: string;
	drawings: readonly Shown[];
	sources: readonly Source[];
	/** What a file says under its drawing, besides its sources; the page says it in its own way. */
	remarks?: readonly string[];
	/** Whether all that it shows are estimates: then a page says so once, and a file at every number. */
	estimates?: boolean;
}
