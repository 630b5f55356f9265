import type { Day } from '#lib/domain/dates.ts';
import { count, day, municipalities, regions } from './format.ts';

/** The figures that another site may show in a frame. */
export const EMBED_KINDS = ['map', 'region', 'path', 'comparison'] as const;
export type EmbedKind = (typeof EMBED_KINDS)[number];

/** How each of them is called, in an address and on a button. */
export const EMBED_WORDS: Record<EmbedKind, { slug: string; name: string }> = {
	map: { slug: 'kaart', name: 'Kaart van Vlaanderen' },
	region: { slug: 'regio', name: 'Aandeel van een regio' },
	path: { slug: 'groeipad', name: 'Groeipad van een gemeente' },
	comparison: { slug: 'vergelijken', name: 'Regio’s vergeleken' }
};

/** Widths in px that a frame can be given. */
export const NARROWEST = 280;
export const WIDEST = 1600;
/** In px, when nobody chooses a width. */
export const USUAL_WIDTH = 640;

/** What a frame is coloured like: light, dark, or as the reader's own device asks. */
export const EMBED_COLOURS = ['licht', 'donker', 'lezer'] as const;
export type EmbedColour = (typeof EMBED_COLOURS)[number];

export const COLOUR_WORDS: Record<EmbedColour, string> = {
	licht: 'licht',
	donker: 'donker',
	lezer: 'zoals het toestel van de lezer'
};

/** What a reader hears of a frame before its content, by kind, from what it is about. */
export const FRAME_TITLES: Record<EmbedKind, (about: string) => string> = {
	map: (base) => `Kaart van Vlaanderen: ${base} (Woonobjectief)`,
	region: (name) => `${name}: sociale huurwoningen per 100 huishoudens (Woonobjectief)`,
	path: (name) => `${name}: de weg naar het objectief (Woonobjectief)`,
	comparison: (many) =>
		`${many} vergeleken: sociale huurwoningen per 100 huishoudens (Woonobjectief)`
};

/** `Toestand op 31/12/2024`, with the day of what was known when the figures are held to one. */
export const situation = (on: Day, known: Day | null): string =>
	`Toestand op ${day(on)}${known ? `, zoals bekend op ${day(known)}` : ''}`;

const changed = (plural: (value: number) => string) => (size: number) =>
	size === 0 ? '' : `Van ${plural(size)} is nu een ander cijfer bekend.`;

/** That figures which stand fixed became something else since; empty when none did. */
export const changedMunicipalities = changed(municipalities);
export const changedRegions = changed(regions);
export const changedYears = changed((value) => `${count(value)} jaar`);
