import type { Figure } from '#lib/domain/figure.ts';
import type { Place } from '#lib/domain/lumpiness.ts';
import {
	count,
	day,
	decimal,
	dwellings,
	figure,
	isEstimate,
	NBSP,
	reason,
	UNKNOWN
} from './format.ts';
import { numberFormat, type NumberFormat } from './number-format.ts';

/** The measures of spread of a region, in the order in which they are shown. */
export const SPREAD_MEASURES = {
	hoover: 'Hoover-index',
	gini: 'Gini-coëfficiënt, gewogen naar huishoudens',
	cv: 'Variatiecoëfficiënt, elke gemeente telt even zwaar',
	weightedCv: 'Variatiecoëfficiënt, gewogen naar huishoudens',
	theil: 'Theil-index',
	highestToLowest: 'Hoogste aandeel gedeeld door laagste',
	cityToRing: 'Grootste gemeente gedeeld door de andere samen'
} as const;

/** What must stand wherever the spread of regions of another size can be compared (domain.md 6.1). */
export const SIZE_NOTE =
	'Een regio met weinig of grote gemeenten lijkt al snel gelijkmatiger dan een regio met veel kleine: vergelijk maten van spreiding niet zomaar.';

/** What must stand wherever a place is a band. */
export const ASSUMED_SIZE =
	'De grootte van een gemiddeld project is onze aanname, geen officieel cijfer: niemand publiceert ze per gemeente.';

/** The spread of a region in homes: how many would have to stand in another member for all to have the same share. */
export function spreadSentence(name: string, elsewhere: Figure): string {
	const { value } = elsewhere;
	if (value === null) {
		const why = elsewhere.reason ? ` (${reason(elsewhere.reason)})` : '';
		return `De spreiding in ${name} is niet te berekenen${why}.`;
	}
	if (value === 0)
		return `In ${name} heeft elke gemeente op minder dan een woning na hetzelfde aandeel.`;
	const would = value === 1 ? 'zou' : 'zouden';
	return `In ${name} ${would} ${figure(elsewhere, dwellings)} elders in de regio moeten staan opdat elke gemeente hetzelfde aandeel heeft.`;
}

/** How the dwellings that would have to stand elsewhere went from the first year that is known to the last. */
export function spreadOverTime(elsewhere: readonly Figure[]): string {
	const known = elsewhere.filter((one) => one.value !== null);
	const [first, last] = [known.at(0), known.at(-1)];
	if (!first || !last) return 'Van geen enkel jaar is de spreiding te berekenen.';
	const then = `Op ${day(first.date)} zouden er ${figure(first, dwellings)} elders moeten staan`;
	return first === last
		? `${then}.`
		: `${then}, op ${day(last.date)} ${figure(last, dwellings)}. Bij gelijke spreiding groeit dit aantal mee met het aantal woningen; de Gini niet.`;
}

/** A place as it must be read: `3`, `3–5` where one project moves it, `≈ 3–5` among estimates. */
export function placeWords(place: Place | null): string {
	if (!place) return UNKNOWN;
	const { highest, lowest, status } = place;
	const mark = isEstimate({ value: place.place, status }) ? `≈${NBSP}` : '';
	return `${mark}${highest === lowest ? count(highest) : `${count(highest)}–${count(lowest)}`}`;
}

/** What a place in a list says when it is a band. */
export const bandSentence = (project: number): string =>
	`Plaats 1 is het hoogste cijfer. Staat er «3–5», dan verandert één gemiddeld project (${dwellings(project)}) dat een jaar vroeger of later komt de plaats: een echt verschil is dat niet.`;

/** A fraction as percentage points without their unit: `1,8`; below a tenth with two decimals. */
export const points = (fraction: number): string => pointsFormat(fraction)(fraction);

/** How a table writes a fraction as percentage points. */
export const pointsFormat = (fraction: number | null): NumberFormat =>
	fraction !== null && fraction < 0.001 ? HUNDREDTHS : TENTHS;

const inPoints = (decimals: 1 | 2) =>
	numberFormat((fraction) => decimal(fraction * 100, decimals), { decimals, factor: 100 });
const HUNDREDTHS = inPoints(2);
const TENTHS = inPoints(1);

/** What one typical project changes where it weighs most and where it weighs least. */
export function projectSentence(
	project: number,
	members: readonly { name: string; weight: Figure }[]
): string {
	const known = members
		.filter(({ weight }) => weight.value !== null)
		.toSorted((a, b) => (b.weight.value ?? 0) - (a.weight.value ?? 0));
	const [most, least] = [known.at(0), known.at(-1)];
	if (!most || !least) return '';
	const there = ({ name, weight }: (typeof known)[number]) =>
		`in ${name} ${figure(weight, points)}${NBSP}procentpunt`;
	const size = `Eén gemiddeld project (${dwellings(project)}) is ${there(most)}`;
	return most === least ? `${size}.` : `${size}, ${there(least)}.`;
}
