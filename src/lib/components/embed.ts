import { EMBED_WORDS, NARROWEST, USUAL_WIDTH, type EmbedKind } from '#lib/text/embed.ts';

/** A figure that another site can show in a frame. */
export interface Embed {
	kind: EmbedKind;
	/** The region or municipality that it is about, as in the address of its page. */
	of?: string;
	/** What else was chosen, by the name of its parameter; the moment is none of it. */
	parameters?: Readonly<Record<string, string>>;
	/** What a reader hears of the frame before its content. */
	title: string;
	/** Height in px of what differs from one choice to another: side by side, and under one another. */
	drawn?: { wide: number; stacked: number };
}

/** The parameters that hold a frame to one moment. */
const HELD = ['op', 'bekend', 'versie'];
const STRUCTURE = 'structuur';

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

/** The parameters with these names that say something, in the order of the names. */
const pick = (from: URLSearchParams, names: readonly string[]): Record<string, string> =>
	Object.fromEntries(
		names.flatMap((name) => {
			const value = from.get(name);
			return value ? [[name, value]] : [];
		})
	);

function withQuery(path: string, parameters: Readonly<Record<string, string>>): string {
	const query = new URLSearchParams(parameters).toString().replaceAll('%2C', ',');
	return query ? `${path}?${query}` : path;
}

/** What the height of a kind is made of: a part of the width, what is always there, and text that needs more on less width. */
const SIZES: Record<EmbedKind, { ratio: number; fixed: number; text: number }> = {
	map: { ratio: 0.4, fixed: 270, text: 105_000 },
	region: { ratio: 0, fixed: 290, text: 110_000 },
	path: { ratio: 0, fixed: 575, text: 165_000 },
	comparison: { ratio: 0, fixed: 180, text: 112_000 }
};
/** Up to this width in px what stands side by side stands under one another. */
const STACKED = 640;

/** How high a frame of some width must be to show a figure whole, both in px. */
export function embedHeight({ kind, drawn }: Pick<Embed, 'kind' | 'drawn'>, width: number): number {
	const { ratio, fixed, text } = SIZES[kind];
	const drawing = drawn ? drawn[width > STACKED ? 'wide' : 'stacked'] : 0;
	return Math.ceil((ratio * width + fixed + text / width + drawing) / 10) * 10;
}

/**
 * The attributes of a frame that shows a figure: as wide as its place, up to a width in px, and high enough on a phone too.
 * Nothing of the reader is passed on.
 */
export const frameAttributes = (embed: Embed, address: string, width = USUAL_WIDTH) =>
	({
		src: address,
		title: embed.title,
		width: String(width),
		height: String(embedHeight(embed, width)),
		loading: 'lazy',
		referrerpolicy: 'no-referrer',
		style: `border:0;width:100%;max-width:${width}px;height:${heightStyle(embed, width)}`
	}) as const;

/** The HTML of that frame, for another page. */
export function frameCode(embed: Embed, address: string, width?: number): string {
	const attributes = Object.entries(frameAttributes(embed, address, width));
	return `<iframe ${attributes.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ')}></iframe>`;
}

/** What a page keeps free beside a frame on a narrow screen, in px. */
const MARGIN = 40;

/** The height in CSS: more where the screen, and so the frame, is narrower; a straight line lies above the real need. */
function heightStyle(embed: Embed, width: number): string {
	const [usual, most] = [embedHeight(embed, width), embedHeight(embed, NARROWEST)];
	if (most <= usual) return `${usual}px`;
	const slope = (most - usual) / (width - NARROWEST);
	const atNothing = Math.ceil(most + slope * (NARROWEST + MARGIN));
	return `max(${usual}px,calc(${atNothing}px - ${(slope * 100).toFixed(1)}vw))`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replace(/[&"<>]/g, (letter) => ESCAPES[letter] ?? letter);
