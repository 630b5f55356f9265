import { asked } from '#lib/charts/asked.ts';
import { diverging } from '#lib/charts/diverging.ts';
import { strip } from '#lib/charts/strip.ts';
import { lorenz as drawLorenz } from '#lib/charts/lorenz.ts';
import { halfUp } from '#lib/domain/rounding.ts';
import { dwellingsElsewhere, excesses, lorenz } from '#lib/domain/spread.ts';
import { change, dwellings, percent } from '#lib/text/format.ts';
import { example, type Case } from './case.ts';

const oneDecimal = (value: number) => percent(value, 1);

/** The synthetic region and others: households and dwellings of members, invented. */
const invented = (
	members: readonly (readonly [name: string, households: number, stock: number])[]
) =>
	members.map(([name, households, dwellings]) => ({
		nis: name,
		name,
		households,
		stock: dwellings
	}));
const SPREAD_REGIONS = {
	three: invented([
		['Middelstad', 30_000, 2_700],
		['Oostdorp', 10_000, 500],
		['Westdorp', 10_000, 300]
	]),
	twelve: invented([
		['Anzegem', 6_100, 210],
		['Avelgem', 4_300, 330],
		['Deerlijk', 5_000, 250],
		['Harelbeke', 12_400, 800],
		['Kortrijk', 35_600, 3_250],
		['Kuurne', 5_900, 420],
		['Lendelede', 2_400, 75],
		['Menen', 15_200, 1_710],
		['Spiere-Helkijn', 880, 130],
		['Waregem', 16_300, 1_080],
		['Wevelgem', 13_300, 900],
		['Zwevegem', 10_300, 960]
	]),
	even: invented([
		['Noord', 1_000, 50],
		['Zuid', 4_000, 200]
	])
};
type SpreadMembers = (typeof SPREAD_REGIONS)['three'];

const stripCase = (id: string, about: string, members: SpreadMembers, all = false) =>
	example(id, about, strip, {
		dots: members.map(({ nis, name, households, stock }, index) => ({
			id: nis,
			name,
			href: `/gemeenten/${nis}`,
			value: stock / households,
			label: `${name}: ${oneDecimal(stock / households)}`,
			estimated: index % 4 !== 1
		})),
		lines: [
			{ value: 0.087, label: 'de regio 8,7 %', kind: 'whole' as const },
			{ value: 0.059, label: 'Vlaanderen 5,9 %', kind: 'wider' as const },
			{ value: 0.11, label: 'streefcijfer 11 %', kind: 'goal' as const }
		],
		format: (value: number) => percent(value, 0),
		axis: 'sociale huurwoningen per 100 huishoudens',
		title: 'Aandeel van de leden',
		description: 'De leden liggen uit elkaar tussen 3 en 15 %.',
		all
	});

export const STRIPS: Case[] = [
	stripCase('strip-region', 'Leden van een regio, met streefcijfer', SPREAD_REGIONS.twelve),
	stripCase(
		'strip-all',
		'Op papier en op een dia heeft elk lid zijn naam',
		SPREAD_REGIONS.twelve,
		true
	),
	stripCase('strip-even', 'Alle leden op dezelfde plaats', SPREAD_REGIONS.even)
];

const lorenzCase = (id: string, about: string, members: SpreadMembers, estimated = false) =>
	example(id, about, drawLorenz, {
		steps: (lorenz(members) ?? []).slice(1).map(({ nis, x, y }) => ({
			id: nis ?? '',
			name: nis ?? '',
			x,
			y,
			label: `tot en met ${nis}: ${percent(x, 1)} van de huishoudens, ${percent(y, 1)} van de woningen`
		})),
		gapLabel: dwellings(halfUp(dwellingsElsewhere(members) ?? 0)),
		estimated,
		format: (value: number) => percent(value, 0),
		title: 'Lorenzcurve van een verzonnen regio',
		description: 'Hoe verder de lijn onder de rechte ligt, hoe ongelijker verdeeld.'
	});

export const LORENZES: Case[] = [
	lorenzCase('lorenz-three', 'Drie leden: 600 woningen elders', SPREAD_REGIONS.three),
	lorenzCase('lorenz-twelve', 'Twaalf leden, raming', SPREAD_REGIONS.twelve, true),
	lorenzCase('lorenz-even', 'Helemaal gelijk', SPREAD_REGIONS.even)
];

const barsCase = (id: string, about: string, members: SpreadMembers, most?: number) =>
	example(id, about, diverging, {
		rows: (excesses(members) ?? []).map(({ nis, dwellings }, index) => ({
			id: nis,
			name: nis,
			href: `/gemeenten/${nis}`,
			value: dwellings,
			text: change(halfUp(dwellings)),
			estimated: index % 3 === 1
		})),
		most,
		sides: { below: 'onder haar deel', above: 'boven haar deel' },
		title: 'Woningen boven of onder haar deel',
		description: 'Middelstad heeft 600 woningen meer dan haar deel.'
	});

export const DIVERGINGS: Case[] = [
	barsCase('diverging-three', 'Eén lid boven, twee onder', SPREAD_REGIONS.three),
	barsCase('diverging-twelve', 'Twaalf leden, een op drie als raming', SPREAD_REGIONS.twelve),
	barsCase('diverging-many', 'Meer leden dan er getekend worden', SPREAD_REGIONS.twelve, 5),
	barsCase('diverging-even', 'Niemand boven of onder', SPREAD_REGIONS.even)
];

/** Members with what was asked of them. Every number is invented; the last is exempt, and the second an estimate. */
export const ASKED: Case[] = [
	example(
		'asked-members',
		'Gerealiseerd tegenover gevraagd, met een raming en een vrijstelling',
		asked,
		{
			rows: [
				['Torendam', 120, 83],
				['Beekstede', 41, 83],
				['Ouderheide', -6, 20],
				['Spiere-Helkijn', 4, 0]
			].map(([name, realised, target], index) => ({
				id: String(name),
				name: String(name),
				href: `/gemeenten/${index}`,
				realised: Number(realised),
				target: Number(target),
				text: `${realised} van ${target}`,
				estimated: index === 1
			})),
			title: 'Gerealiseerd tegenover het objectief',
			description: 'Eén van de drie gemeenten met een objectief haalt het.'
		}
	)
];
