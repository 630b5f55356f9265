import { swarm, type SwarmDot } from '#lib/charts/swarm.ts';
import { bullet } from '#lib/charts/bullet.ts';
import BulletTiny from '#lib/charts/BulletTiny.svelte';
import { courses as drawCourses, type CourseLine } from '#lib/charts/courses.ts';
import { growthPath } from '#lib/charts/growth-path.ts';
import { mapAreas, type MapLayout } from '#lib/charts/map-areas.ts';
import { municipalityMap, type MapMark } from '#lib/charts/municipality-map.ts';
import { schematicAreas } from '#lib/charts/schematic-areas.ts';
import { trend } from '#lib/charts/trend.ts';
import type { TrendPoint } from '#lib/charts/time.ts';
import { waterfall } from '#lib/charts/waterfall.ts';
import type { Status } from '#lib/domain/status.ts';
import { change, count, dwellings, figure, percent } from '#lib/text/format.ts';
import { example, tinyExample, type Case, type TinyCase } from './case.ts';
import { KEY_STRIPS } from './key-cases.ts';
import { MEMBERS, PLACES } from './places.ts';
import { PLANS } from './plan-cases.ts';
import { SMALL_LINES } from './small-line-cases.ts';
import { RANKS } from './rank-cases.ts';
import { COMPARISONS } from './compare-cases.ts';
import { ASKED, DIVERGINGS, LORENZES, STRIPS } from './spread-cases.ts';
import { TIMELINES } from './time-cases.ts';

const parts = (values: readonly (number | null)[], estimated = false) =>
	['gerealiseerd', 'in uitvoering', 'gepland'].slice(0, values.length).map((label, index) => ({
		key: label,
		label,
		value: values[index] ?? null,
		estimated
	}));

const objective = (value: number) => ({ value, label: `objectief: ${dwellings(value)}` });
const oneDecimal = (value: number) => percent(value, 1);
const points = (value: number) => percent(value / 100, 0);

const BULLETS: Case[] = [
	example('bullet-part-way', 'Onderweg, met woningen in uitvoering en gepland', bullet, {
		parts: parts([41, 14, 12]),
		target: objective(83),
		format: dwellings,
		title: 'Objectief van een verzonnen gemeente',
		description: 'Van de 83 woningen zijn er 41 gerealiseerd, 14 in uitvoering en 12 gepland.'
	}),
	example('bullet-estimated', 'Dezelfde cijfers als raming', bullet, {
		parts: parts([41, 14, 12], true),
		target: objective(83),
		format: dwellings,
		title: 'Objectief van een verzonnen gemeente, raming',
		description: 'Naar raming zijn 41 van de 83 woningen gerealiseerd.'
	}),
	example('bullet-beyond', 'Ver voorbij het objectief: de balk is afgebroken', bullet, {
		parts: parts([257]),
		target: { value: 100, label: 'objectief: 100 %' },
		max: 150,
		format: points,
		title: 'Deel van het objectief',
		description: 'Het objectief is gehaald: 257 % gerealiseerd.'
	}),
	example('bullet-negative', 'Minder woningen dan bij de nulmeting', bullet, {
		parts: parts([-24, 40, 6]),
		target: objective(60),
		format: dwellings,
		title: 'Objectief van een verzonnen gemeente met sloop',
		description: 'Er zijn 24 woningen minder dan bij de nulmeting.'
	}),
	example('bullet-unknown-target', 'Objectief niet gekend, planning niet gekend', bullet, {
		parts: parts([312, null]),
		target: null,
		format: dwellings,
		title: 'Sociale huurwoningen',
		description: 'Er zijn 312 woningen gerealiseerd; het objectief is niet gekend.'
	}),
	example('bullet-no-duty', 'Geen verplichting: alleen tekst', bullet, {
		parts: parts([18, 0]),
		target: { value: 0, label: 'Vrijgesteld: geen woningen opgelegd.' },
		format: dwellings,
		title: 'Geen objectief',
		description: 'De gemeente is vrijgesteld.'
	}),
	example('bullet-share', 'Aandeel van een regio tegenover haar streefcijfer', bullet, {
		parts: [{ key: 'share', label: 'aandeel', value: 0.0891, estimated: false }],
		target: { value: 0.11, label: 'streefcijfer: 11 %' },
		format: oneDecimal,
		title: 'Aandeel sociale huur tegenover het streefcijfer',
		description: 'De regio telt 8,9 % sociale huurwoningen; het streefcijfer is 11 %.'
	})
];

const tiny = (id: string, values: number[], estimated = false, target: number | null = 100) =>
	tinyExample(`tiny-${id}`, `In een tabelrij: ${values.map(points).join(', ')}`, BulletTiny, {
		parts: parts(values, estimated),
		target,
		min: -25,
		max: 150,
		title: `gerealiseerd ${points(values[0] ?? 0)} van het objectief`
	});

const TINY: TinyCase[] = [
	tiny('part-way', [52, 16, 14]),
	tiny('estimated', [48, 20, 10], true),
	tiny('beyond', [257]),
	tiny('negative', [-40, 60]),
	tiny('nothing', [0]),
	tiny('unknown-target', [64], false, null)
];

export const CLASSES = ['minder dan 3 %', '3 tot 6 %', '6 tot 9 %', '9 tot 11 %', '11 % of meer'];
const EDGES = [0.03, 0.06, 0.09, 0.11];

/** An invented share between 0.5 and 17 % that is always the same for the same code. */
export function inventedShare(nis: string): number {
	const draw = (salt: number) =>
		((Math.imul(Number(nis) + salt, 2_654_435_761) >>> 8) % 4096) / 4096;
	return 0.008 + (0.14 * (draw(1) + draw(2) + draw(3)) * draw(4) ** 0.6) / 3;
}

/** Invented figures for real places: some estimated, a few unknown. */
export function inventedMarks(
	layout: MapLayout,
	names: ReadonlyMap<string, string>,
	context: (nis: string) => boolean
): MapMark[] {
	return layout.cells.map((cell) => {
		const share = inventedShare(cell.nis);
		const known = Number(cell.nis) % 17 !== 0;
		const name = names.get(cell.nis) ?? cell.nis;
		return {
			...cell,
			name,
			href: `/gemeenten/${cell.nis}`,
			class: known ? EDGES.filter((edge) => share >= edge).length : null,
			label: `${name}: ${known ? oneDecimal(share) : 'geen cijfer'}`,
			value: MEMBERS.has(cell.nis) && known ? oneDecimal(share) : undefined,
			highlighted: MEMBERS.has(cell.nis),
			estimated: Number(cell.nis) % 8 !== 0,
			context: context(cell.nis),
			priority: name === 'Kortrijk' ? 1 : 0
		};
	});
}

const NAMES = new Map(PLACES.map(({ nis, name }) => [nis, name]));
const mapCase = (id: string, about: string, layout: MapLayout, focus: boolean) =>
	example(id, about, municipalityMap, {
		size: layout,
		marks: inventedMarks(layout, NAMES, (nis) => focus && !MEMBERS.has(nis)),
		classes: CLASSES,
		title: 'Aandeel sociale huurwoningen per gemeente',
		description: 'De hoogste klasse ligt in het zuiden van de regio.',
		caption: 'Schematische kaart: elke gemeente is een vlak rond haar middelpunt.'
	});

const MAPS: Case[] = [
	mapCase(
		'map-region',
		'Een regio, met de buren bleek',
		mapAreas(schematicAreas(PLACES), { width: 480, height: 360, focus: MEMBERS }),
		true
	),
	mapCase(
		'map-scattered',
		'Gemeenten die elkaar niet raken',
		mapAreas(schematicAreas(PLACES), { width: 480, height: 400 }),
		false
	)
];

/** Invented dots for any list of codes. */
export function inventedDots(places: readonly { nis: string; name: string }[]): SwarmDot[] {
	return places.map(({ nis, name }) => ({
		id: nis,
		name,
		href: `/gemeenten/${nis}`,
		value: inventedShare(nis),
		label: `${name}: ${oneDecimal(inventedShare(nis))}`,
		highlighted: MEMBERS.has(nis),
		estimated: Number(nis) % 8 !== 0
	}));
}

const unnamed = Array.from({ length: 270 }, (_, index) => ({
	nis: String(50_000 + index * 37),
	name: `Gemeente ${index + 1}`
}));
const LINES = [
	{ value: 0.059, label: 'Vlaanderen 5,9 %', kind: 'wider' as const },
	{ value: 0.11, label: 'streefcijfer 11 %', kind: 'goal' as const }
];
/** What all swarms of the gallery share. */
export const SWARM = {
	lines: LINES,
	format: (value: number) => percent(value, 0),
	axis: 'sociale huurwoningen per 100 huishoudens',
	title: 'Aandeel sociale huurwoningen van alle gemeenten',
	description: 'De gemeenten van de regio liggen uit elkaar tussen 1 en 15 %.'
};

const SWARMS: Case[] = [
	example('swarm-region', 'Alle gemeenten, een regio uitgelicht', swarm, {
		...SWARM,
		dots: inventedDots([...PLACES, ...unnamed])
	}),
	example('swarm-few', 'Weinig gemeenten, geen uitgelicht, geen streefcijfer', swarm, {
		...SWARM,
		lines: LINES.slice(0, 1),
		dots: inventedDots(unnamed.slice(0, 12))
	}),
	example('swarm-crowd', 'Meer gemeenten dan er als stip te zien zijn', swarm, {
		...SWARM,
		dots: inventedDots([
			...PLACES,
			...Array.from({ length: 1_400 }, (_, at) => ({ nis: `${50_000 + 7 * at}`, name: `${at}` }))
		])
	})
];

function yearly(
	from: number,
	values: readonly (number | null)[],
	status: (year: number) => Status
): TrendPoint[] {
	return values.map((value, index) => {
		const year = from + index;
		const point = { value, status: value === null ? ('missing' as const) : status(year) };
		const number = figure(point, value !== null && value < 1 ? oneDecimal : count);
		return { ...point, date: `${year}-12-31`, text: number, label: `${year}: ${number}` };
	});
}

const rising = Array.from(
	{ length: 18 },
	(_, index) => 0.071 + 0.0011 * index + 0.0012 * Math.sin(index)
);
const published =
	(...years: number[]) =>
	(year: number): Status =>
		years.includes(year) ? 'normal' : 'estimated';

const TRENDS: Case[] = [
	example('trend-estimated', 'Raming tussen gepubliceerde cijfers, met streefcijfer', trend, {
		series: [
			{
				key: 'share',
				name: 'aandeel',
				points: yearly(2007, rising, published(2007, 2008, 2021, 2022))
			}
		],
		goal: { value: 0.11, label: 'streefcijfer 11 %' },
		format: (value: number) => percent(value, 0),
		title: 'Aandeel sociale huurwoningen, 2007 tot 2024',
		description: 'Het aandeel steeg van 7,1 % naar 8,9 %.'
	}),
	example(
		'trend-gaps',
		'Ontbrekende jaren blijven leeg; een andere telling breekt de lijn',
		trend,
		{
			series: [
				{
					key: 'stock',
					name: 'woningen',
					points: yearly(
						2010,
						[1210, 1225, null, 1260, null, null, 1310, 1322, 1344, 1570, 1582, 1601],
						() => 'normal'
					)
				}
			],
			breaks: [{ date: '2019-01-01', label: 'ook woningen van gemeente en OCMW' }],
			format: count,
			title: 'Sociale huurwoningen, 2010 tot 2021',
			description: 'Sinds 2019 tellen ook de woningen van gemeente en OCMW mee.'
		}
	),
	example('trend-two', 'Twee reeksen, de laatste jaren als vooruitzicht', trend, {
		series: [
			{
				key: 'city',
				name: 'stad',
				points: yearly(2015, [0.081, 0.082, 0.084, 0.085, 0.087, 0.088, 0.09, 0.0905], (year) =>
					year > 2020 ? 'forecast' : 'normal'
				)
			},
			{
				key: 'region',
				name: 'regio zonder stad',
				points: yearly(2015, [0.078, 0.079, 0.08, 0.081, 0.083, 0.085, 0.086, 0.088], (year) =>
					year > 2020 ? 'forecast' : 'normal'
				)
			}
		],
		format: (value: number) => percent(value, 0),
		title: 'Stad en rand',
		description: 'Beide aandelen stijgen even snel.'
	}),
	example('trend-context', 'Een gemeente naast haar regio, Vlaanderen en een streefcijfer', trend, {
		series: [
			{
				key: 'town',
				name: 'gemeente',
				points: yearly(2015, [0.081, 0.082, 0.084, 0.085, 0.087, 0.088, 0.09, 0.0905], (year) =>
					year > 2018 ? 'estimated' : 'normal'
				)
			},
			{
				key: 'region',
				name: 'regio',
				context: true,
				points: yearly(
					2015,
					[0.078, 0.079, 0.08, 0.081, 0.083, 0.085, 0.086, 0.088],
					() => 'normal'
				)
			},
			{
				key: 'flanders',
				name: 'Vlaanderen',
				context: true,
				points: yearly(
					2015,
					[0.058, 0.0585, 0.059, 0.0595, 0.06, 0.0605, 0.061, 0.0608],
					() => 'normal'
				)
			}
		],
		goal: { value: 0.11, label: 'streefcijfer: 11 %' },
		height: 130,
		format: (value: number) => percent(value, 0),
		title: 'Een gemeente naast haar regio en Vlaanderen',
		description: 'De gemeente zit boven haar regio en onder het streefcijfer.'
	}),
	example('trend-one-point', 'Eén cijfer', trend, {
		series: [{ key: 'stock', name: 'woningen', points: yearly(2021, [226], () => 'normal') }],
		format: count,
		title: 'Sociale huurwoningen',
		description: 'Er is één cijfer: 226 woningen in 2021.'
	}),
	example('trend-empty', 'Geen enkel cijfer', trend, {
		series: [
			{ key: 'stock', name: 'woningen', points: yearly(2019, [null, null, null], () => 'normal') }
		],
		format: count,
		title: 'Sociale huurwoningen',
		description: 'Er zijn geen cijfers.'
	})
];

const stock = (start: number, changes: readonly (number | null)[]) => {
	const names = ['nieuw gebouwd', 'aangekocht', 'verkocht', 'gesloopt'];
	const rest = 4;
	const known = changes.reduce((sum: number, value) => sum + (value ?? 0), rest);
	const step = (label: string, value: number | null, kind: 'total' | 'change' | 'unexplained') => ({
		key: label,
		label,
		value,
		kind,
		estimated: false,
		text: value === null ? 'n.b.' : kind === 'total' ? count(value) : change(value)
	});
	return [
		step('woningen op 31/12/2021', start, 'total'),
		...changes.map((value, index) => step(names[index] ?? '', value, 'change')),
		step('onverklaard', rest, 'unexplained'),
		step('woningen op 31/12/2022', start + known, 'total')
	];
};

const WATERFALLS: Case[] = [
	example('waterfall-rebuild', 'Bijna geen nettogroei, wel een grote vervanging', waterfall, {
		steps: stock(2896, [120, 10, -8, -118]),
		title: 'Wat erbij kwam en wegging',
		description: 'Van 2.896 naar 2.904 woningen.'
	}),
	example('waterfall-unknown', 'Een stroom die niemand publiceerde', waterfall, {
		steps: stock(40, [22, null, -3, null]),
		title: 'Wat erbij kwam en wegging',
		description: 'Van 40 naar 63 woningen.'
	})
];

const pathCase = (
	id: string,
	about: string,
	realised: readonly (number | null)[],
	pipeline: readonly (number | null)[],
	target: number | null,
	status: (year: number) => Status,
	description: string
) =>
	example(id, about, growthPath, {
		realised: { key: 'realised', name: 'gerealiseerd', points: yearly(2011, realised, status) },
		withPlanned: {
			key: 'with_planned',
			name: 'met gepland',
			points: yearly(
				2011,
				realised.map((value, index) => {
					const more = pipeline[index] ?? null;
					return value === null || more === null ? null : value + more;
				}),
				status
			)
		},
		target: target === null ? null : { value: target, label: `objectief: ${dwellings(target)}` },
		from: '2007-12-31',
		deadline: { date: '2025-12-31', label: 'einddatum: 31/12/2025' },
		steps:
			target === null
				? []
				: [
						{
							date: '2021-12-31',
							value: Math.ceil(target * 0.7952),
							text: '79,52 %',
							label: 'drempel op 31/12/2021, gerealiseerd'
						},
						{
							date: '2021-12-31',
							value: Math.ceil(target * 0.9542),
							text: '95,42 %',
							label: 'drempel op 31/12/2021, met gepland'
						}
					],
		breaks: [{ date: '2013-12-31', label: 'ook geplande woningen', series: 'with_planned' }],
		band: 'in uitvoering of gepland',
		format: count,
		title: 'Weg naar het objectief van een verzonnen gemeente',
		description
	});

const PATHS: Case[] = [
	pathCase(
		'path-estimated',
		'Raming tussen gepubliceerde cijfers, één kort',
		[12, 15, 22, 30, 41, 44, 52, 61, 77, 86, 99, 104, 112, 120],
		[8, 12, 31, 30, 25, 34, 38, 36, 30, 24, 20, 28, 22, 18],
		125,
		published(2019, 2020, 2021),
		'Op 31/12/2021 waren 99 van de 125 woningen gerealiseerd.'
	),
	pathCase(
		'path-negative',
		'Minder dan bij de nulmeting, planning niet altijd gekend',
		[-4, -10, -22, -18, -6, 3, 12],
		[null, null, 40, 44, null, 30, 28],
		60,
		() => 'normal',
		'Sloop bracht het aantal eerst onder de nulmeting.'
	),
	pathCase(
		'path-unknown-target',
		'Objectief niet gekend: geen drempels',
		[3, 5, 9],
		[4, 4, 2],
		null,
		() => 'normal',
		'Het objectief is niet gekend.'
	)
];

const course = (
	key: string,
	name: string,
	shape: CourseLine['shape'],
	values: readonly (number | null)[]
): CourseLine => ({
	key,
	name,
	shape,
	about: 'wat in deze weg vastligt',
	points: yearly(2024, values, () => 'estimated')
});

const coursesCase = (
	id: string,
	about: string,
	history: readonly number[],
	courses: readonly CourseLine[],
	goal: number | null
) =>
	example(id, about, drawCourses, {
		history: yearly(2025 - history.length, history, published(2022, 2023, 2024)),
		courses,
		goal: goal === null ? null : { value: goal, label: `doel: ${count(goal)}` },
		nowLabel: 'scenario',
		format: count,
		title: 'Aantal woningen van een verzonnen regio, op vier wegen',
		description: 'Verzonnen cijfers; scenario, geen beslissing.'
	});

const COURSE_CASES: Case[] = [
	coursesCase(
		'courses-four',
		'Vier wegen: drie liggen dicht bij elkaar',
		[760, 772, 781, 785, 789],
		[
			course('nothing', 'niets erbij', 'triangle', [789, 786, 782, 779, 775, 771]),
			course('pace', 'huidig tempo', 'dot', [789, 790, 792, 794, 795, 797]),
			course('pipeline', 'geplande woningen klaar', 'square', [789, 788, 787, 785, 784, 783]),
			course('goal', 'doel gehaald', 'diamond', [789, 851, 913, 976, 1038, 1100])
		],
		1100
	),
	coursesCase(
		'courses-unknown',
		'Tempo en doel niet gekend: twee wegen, geen doellijn',
		[12, 14, 15],
		[
			course('nothing', 'niets erbij', 'triangle', [15, 15, 15]),
			course('pace', 'huidig tempo', 'dot', [null, null, null]),
			course('pipeline', 'geplande woningen klaar', 'square', [15, 22, 29])
		],
		null
	),
	coursesCase(
		'courses-falling',
		'Alles daalt, van heel laag: de schaal begint bij nul',
		[9, 5, 3],
		[course('nothing', 'niets erbij', 'triangle', [3, 2, 1, 0])],
		8
	)
];

/** The drawings by group. */
export const GROUPS: { name: string; cases: Case[] }[] = [
	{ name: 'bullet', cases: BULLETS },
	{ name: 'municipality-map', cases: MAPS },
	{ name: 'swarm', cases: SWARMS },
	{ name: 'trend', cases: TRENDS },
	{ name: 'small-lines', cases: SMALL_LINES },
	{ name: 'waterfall', cases: WATERFALLS },
	{ name: 'growth-path', cases: PATHS },
	{ name: 'courses', cases: COURSE_CASES },
	{ name: 'strip', cases: STRIPS },
	{ name: 'lorenz', cases: LORENZES },
	{ name: 'diverging', cases: DIVERGINGS },
	{ name: 'strips, two-parts', cases: COMPARISONS },
	{ name: 'ranking', cases: RANKS },
	{ name: 'asked', cases: ASKED },
	{ name: 'parted', cases: PLANS },
	{ name: 'timeline', cases: TIMELINES }
];

/** The tiny marks of rows of tables. */
export const TINY_CASES: TinyCase[] = [...TINY, ...KEY_STRIPS];
