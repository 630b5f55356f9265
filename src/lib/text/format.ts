import type { Figure, Reason } from '#lib/domain/figure.ts';
import { withoutNoise } from '#lib/domain/rounding.ts';
import { isEstimate } from '#lib/domain/status.ts';
import { numberFormat, type NumberFormat } from './number-format.ts';

/** No-break space: keeps a number with its unit. */
export const NBSP = '\u00a0';

/** What stands where a value is unknown. */
export const UNKNOWN = 'n.b.';

const whole = new Intl.NumberFormat('nl-BE', {
	maximumFractionDigits: 0,
	roundingMode: 'halfExpand'
});
const decimals = [0, 1, 2, 3].map(
	(digits) =>
		new Intl.NumberFormat('nl-BE', {
			minimumFractionDigits: digits,
			maximumFractionDigits: digits,
			roundingMode: 'halfExpand'
		})
);

/** Minus sign instead of hyphen; a rounded zero has no sign. */
const signed = (text: string) => text.replace(/^-(?=[0,]*$)/, '').replace(/^-/, '−');

/** `1.234` */
export const count = numberFormat((value) => signed(whole.format(withoutNoise(value))));

/** `+12`, `−3`, `0` */
export const change = numberFormat((value) => (value > 0 ? `+${count(value)}` : count(value)), {
	plus: true
});

/** A year or a number that names something: `2022`, `1000`. */
export const plainNumber = numberFormat(String, { grouped: false });

/** `4,54` with a fixed number of decimals (at most 3), half up. */
export const decimal = (value: number, digits: 0 | 1 | 2 | 3): string =>
	signed((decimals[digits] as Intl.NumberFormat).format(withoutNoise(value)));

/** A fraction as a percentage with its sign: `4,54 %`. Two decimals in tables, one in charts. */
export const percent = (fraction: number, digits: 0 | 1 | 2 = 2): string =>
	`${decimal(fraction * 100, digits)}${NBSP}%`;

/** Numbers with a fixed number of decimals, as a table writes them. */
export const inDecimals = (decimals: 0 | 1 | 2 | 3): NumberFormat =>
	numberFormat((value) => decimal(value, decimals), { decimals });

/** Fractions as percentages with a fixed number of decimals, as a table writes them. */
export const inPercent = (decimals: 0 | 1 | 2 = 2): NumberFormat =>
	numberFormat((value) => percent(value, decimals), { unit: '%', decimals, factor: 100 });

/** The share of a goal with as many decimals as it has: `11 %`, `10,5 %`, `10,75 %`; from hundredths of a per cent. */
export const goalShare = (basisPoints: number): string =>
	percent(basisPoints / 10_000, goalDigits(basisPoints));

/** A round fraction with as many decimals as it has, for the numbers of an axis: `0,5 %`, `10 %`. */
export const roundPercent = (fraction: number): string => goalShare(Math.round(fraction * 10_000));

/** The same where it is reckoned with: a share that a region holds is no whole number of basis points. */
export const goalReckoned = (basisPoints: number): string =>
	`${Number.isInteger(basisPoints) ? '' : 'afgerond '}${goalShare(basisPoints)}`;

const goalDigits = (basisPoints: number): 0 | 1 | 2 =>
	basisPoints % 100 === 0 ? 0 : basisPoints % 10 === 0 ? 1 : 2;

/** How a table writes the share of one goal: with its own number of decimals. */
export const goalFormat = (basisPoints: number): NumberFormat => inPercent(goalDigits(basisPoints));

/** `31/12/2025` */
export const day = (date: string): string => date.split('-').reverse().join('/');

/** The months as a date writes them. */
export const MONTHS: readonly string[] = [
	'januari',
	'februari',
	'maart',
	'april',
	'mei',
	'juni',
	'juli',
	'augustus',
	'september',
	'oktober',
	'november',
	'december'
];

/** `31 december 2025` */
export function longDay(date: string): string {
	const [year, month, number] = date.split('-');
	return `${Number(number)} ${MONTHS[Number(month) - 1]} ${year}`;
}

const plural = (one: string, many: string) =>
	numberFormat((value) => `${count(value)}${NBSP}${Math.abs(value) === 1 ? one : many}`, {
		unit: many
	});

/** `1 woning`, `83 woningen` */
export const dwellings = plural('woning', 'woningen');
/** `1 huishouden`, `4.974 huishoudens` */
export const households = plural('huishouden', 'huishoudens');
/** `1 gemeente`, `285 gemeenten` */
export const municipalities = plural('gemeente', 'gemeenten');
/** `1 regio`, `3 regio's` */
export const regions = plural('regio', 'regio’s');

/** `1 paar`, `15 paar` */
export const pairs = plural('paar', 'paar');

/** A signed gap in dwellings: `38 woningen`, or `12 woningen meer dan gevraagd` when it is passed. */
export const toGo = numberFormat(
	(gap) => {
		if (gap > 0) return dwellings(gap);
		return gap === 0 ? 'geen' : `${dwellings(-gap)} meer dan gevraagd`;
	},
	{ unit: 'woningen', turned: true, turnedWords: 'meer dan gevraagd' }
);

/** A signed gap in a narrow place: `41 te kort`, `26 over`, or `precies genoeg`. */
export const shortOrOver = numberFormat(
	(gap) => {
		if (gap === 0) return 'precies genoeg';
		return gap > 0 ? `${count(gap)} te kort` : `${count(-gap)} over`;
	},
	{ turned: true, turnedWords: 'over' }
);

/** Words as a sentence begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Genk, As en Zutendaal` */
export const list = (names: readonly string[]): string =>
	names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`;

/** `Els, Gust of Jan` */
export const listOr = (names: readonly string[]): string =>
	names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} of ${names.at(-1)}`;

/** Whether a figure must carry the mark of an estimate. */
export { isEstimate };

/** Whether a figure rests on a projection. */
export const isProjection = (figure: Pick<Figure, 'status' | 'value'>): boolean =>
	figure.value !== null && figure.status === 'forecast';

/** A figure in words with its mark: `≈ 1.234`, `4,54 %`, or `n.b.` when unknown. */
export function figure(
	one: Pick<Figure, 'status' | 'value'>,
	format: (value: number) => string
): string {
	if (one.value === null) return UNKNOWN;
	return `${isEstimate(one) ? `≈${NBSP}` : ''}${format(one.value)}`;
}

const REASONS: Record<Reason, string> = {
	not_published: 'geen cijfer gepubliceerd',
	part_missing: 'een deel van de som ontbreekt',
	newer_structure: 'alleen gepubliceerd voor de gemeente na de fusie',
	no_households_pair: 'bij deze datum hoort geen telling van huishoudens',
	no_households: 'aantal huishoudens niet bekend',
	no_stock: 'aantal sociale huurwoningen niet bekend',
	no_objective: 'geen objectief, dus niets te halen',
	exempt_part: 'alleen bekend voor het geheel na de fusie, en een deel daarvan is vrijgesteld',
	no_baseline: 'huishoudens of woningen van de nulmeting niet bekend',
	baseline_estimated: 'de voorraad is gepubliceerd, maar de nulmeting is een raming',
	no_provincial_objective: 'het objectief van de provincie is niet gepubliceerd',
	no_formula: 'beslist zonder formule, en niet gepubliceerd',
	not_final: 'nog niet definitief',
	no_permits: 'aantal vergunde woningen van de laatste vijf jaar niet ingevoerd',
	no_members: 'geen leden op deze datum',
	too_few_members: 'minder dan twee leden met huishoudens',
	zero_stock: 'geen sociale huurwoningen om te spreiden',
	no_goal: 'geen doel gekozen',
	goal_reached: 'het doel is al gehaald',
	no_time: 'er is geen jaar meer tot die dag',
	no_new_homes: 'er komen geen woningen bij',
	not_above_goal: 'van de nieuwe woningen is dan geen groter deel sociaal dan het doel',
	overlapping: 'een gemeente hoort bij twee van deze regio’s',
	above_total: 'de raming zou meer geven dan het gepubliceerde totaal',
	zero_lowest: 'er is een lid zonder sociale huurwoningen',
	no_neighbours: 'geen Vlaamse buurgemeente met een cijfer',
	missing: 'ontbreekt bij de bron',
	suppressed: 'door de bron niet vrijgegeven',
	not_applicable: 'niet van toepassing'
};

/** Why a figure is unknown, in plain words. */
export const reason = (why: Reason): string => REASONS[why];

const collator = new Intl.Collator('nl-BE', { sensitivity: 'base', numeric: true });

/** Compares two Dutch names as a reader would. */
export const byName = (a: string, b: string): number => collator.compare(a, b);

/** Something that is told of one municipality. */
interface OfTown {
	readonly municipality: { readonly name: string };
}

/** Compares what is told of municipalities by their names. */
export const byTown = (a: OfTown, b: OfTown): number =>
	byName(a.municipality.name, b.municipality.name);
