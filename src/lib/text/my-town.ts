/** Where the municipality of a visitor stands, in words. */
import type { Definition } from '#lib/domain/definition.ts';
import type { Figure } from '#lib/domain/figure.ts';
import { day, figure, isEstimate, list, NBSP, percent } from './format.ts';

/** A share that the municipality is set beside. */
interface Beside {
	name: string;
	share: Figure;
	/** The rule by which its dwellings are counted, where that is another one than for municipalities. */
	counted: Definition | null;
}

const ORDER = ['minder dan', 'evenveel als', 'meer dan'] as const;
const inWords = (value: number) => percent(value);

/** `Waregem: sociale huur voor 4,54 % van de huishoudens, minder dan Regio Kortrijk (8,73 %) en meer dan Vlaanderen (3,98 %).` */
export function mineSentence(name: string, share: Figure, beside: readonly Beside[]): string {
	if (share.value === null) return `Van ${name} is op ${day(share.date)} geen aandeel bekend.`;
	const known = beside.filter((one) => one.share.value !== null);
	const guess = [share, ...known.map((one) => one.share)].some(isEstimate) ? ', naar raming' : ',';
	const parts = ORDER.flatMap((words) => {
		const own = known.filter((one) => comparedWith(share, one.share) === words);
		return own.length > 0 ? [`${words} ${list(own.map(nameWithShare))}`] : [];
	});
	const compared = parts.length > 0 ? `${guess} ${list(parts)}` : '';
	return `${name}: sociale huur voor ${figure(share, inWords)} van de huishoudens${compared}.`;
}

/** What is counted by another rule says so beside its number. */
const nameWithShare = ({ name, share, counted }: Beside): string =>
	`${name} (${figure(share, inWords)}${counted ? `, anders geteld: telling${NBSP}${counted}` : ''})`;

/** As a reader sees them: two that read the same are the same. */
function comparedWith(one: Figure, other: Figure): (typeof ORDER)[number] {
	const [a, b] = [one.value ?? 0, other.value ?? 0];
	if (inWords(a) === inWords(b)) return 'evenveel als';
	return a < b ? 'minder dan' : 'meer dan';
}

/** `Grenst aan Anzegem, Deerlijk en Zulte.` Empty when nothing is known of its borders. */
export const neighbourSentence = (names: readonly string[]): string =>
	names.length > 0 ? `Grenst aan ${list(names)}.` : '';

/** That the municipality did not exist yet, and who stands on the page for it. */
export const notYetSentence = (name: string, since: string, before: readonly string[]): string =>
	`${name} bestaat sinds ${day(since)}.${before.length > 0 ? ` Uitgelicht: ${list(before)}.` : ''}`;

/** What is said of a name or code that no municipality has. */
export const unknownMine = (asked: string): string =>
	`We kennen geen gemeente «${asked.slice(0, 40)}».`;
