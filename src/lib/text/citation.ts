import type { Figure } from '#lib/domain/figure.ts';
import { definitionOf } from '#lib/domain/indicators.ts';
import type { Reply } from '#lib/domain/reply.ts';
import { count, day, isEstimate, list, municipalities } from './format.ts';
import { replySentence } from './reply.ts';
import { DEFINITION_WORDS } from './words.ts';

/** A statement for the minutes of a meeting, with the figures that it quotes. */
export interface Minutes {
	/** The statement: its numbers with their base and reference date; `A.` or `A. B.`. */
	says: string;
	/** The quoted figures, the main one first: their marks, definitions, gaps and publications are told behind the statement. */
	quotes: readonly Figure[];
	/** Publications that it rests on without quoting a figure of them. */
	from?: readonly number[];
	/** What else a reader of the minutes must know, such as that it is a scenario. */
	notes?: readonly string[];
}

/** A publication as minutes name it. */
export interface Issued {
	readonly publisher: string;
	readonly title: string;
}

/** What a citation rests on, apart from its figures. */
export interface Citing {
	/** Every publication, by id. */
	readonly publications: ReadonlyMap<number, Issued>;
	/** The day on which this was known. */
	readonly known: string;
	/** The whole address at which the numbers stay as they are. */
	readonly address: string;
	/** What must stand with every statement of the page. */
	readonly notes?: readonly string[];
	/** What municipalities replied to the figures that are quoted. */
	readonly replies?: readonly Reply[];
}

/**
 * Words for the minutes: the statement with its reservations, then where it comes from. Plain text that still says
 * everything when it stands alone; the address stands last, so that no full stop sticks to it.
 */
export function minutesText(
	{ says, quotes, from = [], notes = [] }: Minutes,
	citing: Citing
): string {
	const known = quotes.filter((one) => one.value !== null);
	const sources = [...new Set([...publicationsBehind(known), ...from])];
	const own = [...notes, ...(citing.notes ?? [])];
	const reservations = [...own, ...marksOf(known), ...definitionsOf(known), ...gapsOf(known)];
	const within = reservations.length > 0 ? ` (${reservations.join('; ')})` : '';
	const replies = (citing.replies ?? []).map((one) => `${replySentence(one)} `).join('');
	return `${says.replace(/\.$/, '')}${within}. ${replies}${sourceClause(sources, citing)}: ${citing.address}`;
}

/** The publications that minutes name, those of dwellings before those of households, the most used first. */
export function publicationsBehind(quotes: readonly Figure[]): number[] {
	const uses = new Map<number, Use>();
	for (const [id, use] of quotes.flatMap((one) => [...behind(one).uses])) addUse(uses, id, use);
	const byUse = [...uses].sort(
		([, a], [, b]) => Number(a.households) - Number(b.households) || b.figures - a.figures
	);
	return [...new Set([...byUse.map(([id]) => id), ...quotes.flatMap((one) => one.publications)])];
}

/** How much of a figure comes from one publication, and whether that is households alone. */
interface Use {
	figures: number;
	households: boolean;
}

/** What a citation tells of the single numbers behind a figure. */
interface Behind {
	uses: ReadonlyMap<number, Use>;
	/** Letters of the counting rules. */
	definitions: ReadonlySet<keyof typeof DEFINITION_WORDS>;
	/** Whether a forecast is among them. */
	projected: boolean;
}

const held = new WeakMap<Figure, Behind>();

/** Goes through the numbers behind a figure once: a sum over all municipalities stands on many pages. */
function behind(one: Figure): Behind {
	const told = held.get(one) ?? tell(leavesOf(one));
	held.set(one, told);
	return told;
}

function tell(leaves: readonly Figure[]): Behind {
	const uses = new Map<number, Use>();
	const letters = new Set<keyof typeof DEFINITION_WORDS>();
	for (const { indicator, publications } of leaves) {
		const households = indicator?.startsWith('households') ?? false;
		for (const id of publications) addUse(uses, id, { figures: 1, households });
		const definition = indicator && definitionOf(indicator).definition;
		if (definition) letters.add(definition);
	}
	const projected = leaves.some((leaf) => leaf.value !== null && leaf.status === 'forecast');
	return { uses, definitions: letters, projected };
}

function addUse(uses: Map<number, Use>, id: number, { figures, households }: Use): void {
	const before = uses.get(id) ?? { figures: 0, households: true };
	uses.set(id, {
		figures: before.figures + figures,
		households: before.households && households
	});
}

/** The single numbers that a figure was made from; itself when it is one. */
const leavesOf = (one: Figure): readonly Figure[] =>
	one.made && one.made.parts.length > 0
		? one.made.parts.flatMap((part) => leavesOf(part.figure))
		: [one];

/** Of dwellings and of households, there is mostly one publication each. */
const MOST_NAMED = 2;

function sourceClause(sources: readonly number[], { publications, known }: Citing): string {
	const issued = sources.flatMap((id) => publications.get(id) ?? []);
	if (issued.length === 0) return `Opgezocht in wat op ${day(known)} bekend was`;
	const named = issued
		.slice(0, MOST_NAMED)
		.map(({ publisher, title }) => `${publisher}, «${title}»`);
	const others = issued.length - named.length;
	const all = others > 0 ? `${named.join('; ')} en ${count(others)} andere` : named.join('; ');
	return `${issued.length > 1 ? 'Bronnen' : 'Bron'}: ${all}, zoals bekend op ${day(known)}`;
}

/** How sure the figures are, and that some were put together. */
function marksOf(quotes: readonly Figure[]): string[] {
	return [
		quotes.some(isEstimate) && 'naar raming: ≈ is geen meting',
		quotes.some((one) => one.status === 'provisional') && 'voorlopig cijfer',
		quotes.some((one) => behind(one).projected) && 'met een vooruitzicht van de huishoudens',
		quotes.some((one) => one.composed) && 'som van de gemeenten voor een fusie'
	].filter((mark) => mark !== false);
}

/** Which dwellings the figures count. */
function definitionsOf(quotes: readonly Figure[]): string[] {
	const letters = quotes.flatMap((one) => [...behind(one).definitions]);
	return [...new Set(letters)].map((letter) => {
		const words = DEFINITION_WORDS[letter];
		return words.includes(': ') ? `telwijze ${words}` : `telwijze: ${words}`;
	});
}

/** How many municipalities are left out of the figures. */
function gapsOf(quotes: readonly Figure[]): string[] {
	return leftOutNote(new Set(quotes.flatMap((one) => one.missing)).size);
}

/** Which municipalities somebody put together: the name of such a list says nothing. */
export const ownListNote = (names: readonly string[]): string[] =>
	names.length === 0 ? [] : [`eigen lijst van gemeenten: ${list(names)}`];

/** That some municipalities are left out, and for want of what; nothing when none is. */
export function leftOutNote(size: number, without = 'cijfer'): string[] {
	if (size === 0) return [];
	return [`${municipalities(size)} zonder ${without} ${size === 1 ? 'telt' : 'tellen'} niet mee`];
}
