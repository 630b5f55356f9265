import { EMBED_WORDS, type EmbedKind } from '#lib/text/embed.ts';

/** A figure that another site can show in a frame. */
export interface Embed {
	kind: EmbedKind;
	/** The region or municipality that it is about, as in the address of its page. */
	of?: string;
	/** What else was chosen, by the name of its parameter; the moment is none of it. */
	parameters?: Readonly<Record<string, string>>;
	/** What a reader hears of the frame before its content. */
	title: string;
	/** How many regions stand under one another. */
	rows?: number;
}

/** The parameters that hold a frame to one moment. */
const HELD = ['op', 'bekend'];
const STRUCTURE = 'structuur';
/** Widths in px that a frame can be given. */
export const NARROWEST = 280;
export const WIDEST = 1600;
/** In px, when nobody chooses a width. */
export const USUAL_WIDTH = 640;

/** The two addresses of a figure: with the newest figures whenever it is read, and with the same ones for ever. */
export interface EmbedAddresses {
	live: string;
	frozen: string;
}

/**
 * The addresses under which a figure can be framed.
 * @param frozen the whole address at which the page of the figure shows the same numbers for ever
 */
export function embedAddresses({ kind, of, parameters }: Embed, frozen: string): EmbedAddresses {
	const { origin, searchParams } = new URL(frozen);
	const path = [origin, 'insluiten', EMBED_WORDS[kind].slug, ...(of ? [of] : [])].join('/');
	const asked = (names: readonly string[]) => ({ ...parameters, ...pick(searchParams, names) });
	return {
		live: withQuery(path, { ...asked([]), ...liveStructure(searchParams.get(STRUCTURE)) }),
		frozen: withQuery(path, asked([...HELD, STRUCTURE]))
	};
}

/** A frozen address names the day that was «today»; in a live one today is that of whoever reads it. */
const liveStructure = (frozen: string | null): Record<string, string> =>
	frozen ? { [STRUCTURE]: frozen === 'toen' ? 'toen' : 'vandaag' } : {};

/** The page where a reader chooses size and colours of a figure, and reads what is asked in return. */
export function embedForm({ kind, of, parameters }: Embed, page: string): string {
	const about = kind === 'path' ? 'gemeente' : 'regio';
	const { searchParams } = new URL(page, 'http://site');
	return withQuery('/insluiten', {
		figuur: EMBED_WORDS[kind].slug,
		...(of && { [about]: of }),
		...parameters,
		...pick(searchParams, [...HELD, STRUCTURE])
	});
}

const pick = (from: URLSearchParams, names: readonly string[]): Record<string, string> =>
	Object.fromEntries([...from].filter(([name, value]) => value && names.includes(name)));

function withQuery(path: string, parameters: Readonly<Record<string, string>>): string {
	const query = new URLSearchParams(parameters).toString().replaceAll('%2C', ',');
	return query ? `${path}?${query}` : path;
}

/** What the HTML of a frame needs. */
interface Frame {
	address: string;
	title: string;
	/** In px. */
	width: number;
	height: number;
}

/** The HTML that shows a figure on another page: as wide as its place, and nothing of the reader is passed on. */
export function frameCode({ address, title, width, height }: Frame): string {
	const attributes = {
		src: address,
		title,
		width: String(width),
		height: String(height),
		loading: 'lazy',
		referrerpolicy: 'no-referrer',
		style: 'border:0;width:100%'
	};
	const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
	return `<iframe ${written.join(' ')}></iframe>`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replace(/[&"<>]/g, (letter) => ESCAPES[letter] ?? letter);
