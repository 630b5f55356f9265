import { agreementTable } from '../../agreement-table.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { MemberSpread, RegionSpread, SpreadMeasures } from '#lib/server/standing/spread.ts';
import { onPage, pageFigure, type Column } from '#lib/tables/column.ts';
import { factTable, type Fact } from '#lib/tables/facts.ts';
import { mentionTable } from '#lib/tables/mentions.ts';
import { figureRows } from '#lib/tables/figure-rows.ts';
import { plansTable } from '#lib/tables/plans.ts';
import { besideTable } from '#lib/tables/regimes.ts';
import { targetGroupTable } from '#lib/tables/target-groups.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { memberTable } from '#lib/tables/towns.ts';
import { spreadTrendTable, trendTable, yearsTable } from '#lib/tables/trend.ts';
import { change, count, day, inDecimals, inPercent, isEstimate } from '#lib/text/format.ts';
import { BY_NAME } from '#lib/text/ranked.ts';
import { bandSentence, placeWords, pointsFormat, SPREAD_MEASURES } from '#lib/text/spread.ts';
import { indicatorName } from '#lib/text/words.ts';
import { linksFrom, type Link } from '../../../links.ts';
import { objectiveRows, shareRows } from '../../charts.ts';
import { flowsTable } from '../../flows.ts';
import { lorenzSteps } from '../../region-spread.ts';
import type { PageData } from './$types';

/** Whose ground a line through the years is about. */
export const trendGround = ({ ground, moment }: Pick<PageData, 'ground' | 'moment'>): string =>
	ground === 'constant'
		? `hetzelfde grondgebied in alle jaren: de leden van ${day(moment.structureOn)}`
		: 'de leden van elk jaar zelf';

export const COUNTED_NOTE =
	'Voortgang en «nog te gaan» van de regio tellen alleen wat leden met een objectief realiseerden.';

/** The tables of the page; null where it has none of that name now. */
export function tables(data: PageData, url: URL) {
	const link = linksFrom(url);
	const { standing, spread, moment } = data;
	const { region, members, objective } = standing;
	const nameOf = (nis: string) => data.names.get(nis)?.name ?? nis;
	const isCountedApart = objective.counted.realised.value !== objective.realised.value;
	const facts = publishedFacts(data);
	const ofMembers = members.length > 0;
	return {
		afspraak: data.agreement && agreementTable(data.agreement, link),
		stand: figureRows(
			{
				id: 'stand',
				title: 'Waar staat de regio?',
				caption: `Aandeel van ${region.name} en streefcijfer`,
				notes: [`sociale huurwoningen per 100 huishoudens, ${day(moment.on)}`]
			},
			shareRows(standing),
			inPercent(2)
		),
		leden: memberTable(standing, (nis) => link(`/gemeenten/${nis}`), {
			notes: [
				...(isCountedApart ? [COUNTED_NOTE] : []),
				...(members.some((row) => isEstimate(row.share)) ? [BY_NAME] : [])
			]
		}),
		spreidingtabel: spreadTable(spread, moment.on, link, nameOf),
		maten: measuresTable(spread, moment.on),
		lorenz: lorenzTable(spread, moment.on, nameOf),
		'spreiding-door-de-jaren': spreadTrendTable(
			{
				id: 'spreiding-door-de-jaren',
				title: `Spreiding in ${region.name} door de jaren`,
				notes: [trendGround(data)]
			},
			data.spreadTrend,
			nameOf
		),
		voortgang: figureRows(
			{
				id: 'voortgang',
				title: 'Voortgang van de objectieven van de leden samen',
				caption: 'Objectieven van de leden samen, in woningen',
				notes: [
					'in woningen; een regio heeft zelf geen bindend objectief: dit is de som van haar gemeenten'
				]
			},
			objectiveRows(objective),
			count
		),
		'andere-regeling': besideTable(region.name, standing, moment.on),
		'door-de-jaren': trendTable(
			{
				id: 'door-de-jaren',
				title: `Aandeel van ${region.name} door de jaren`,
				notes: [trendGround(data)]
			},
			data.trend
		),
		'leden-door-de-jaren': memberYearsTable(data, link),
		stromen: data.flows && flowsTable(data.flows, region.name),
		plannen: plansTable(region.name, data.plans.since),
		doelgroepen: targetGroupTable(data.groups, {
			isOne: true,
			placeOf: (slug) => ({ words: region.name, href: link(`/regios/${slug}`) }),
			publisherOf: (id) => data.publications.get(id)?.publisher ?? ''
		}),
		gepubliceerd:
			facts.length > 0
				? factTable({ title: 'Gepubliceerd voor het geheel' }, facts, data.publications)
				: null,
		vermeldingen: mentionTable(data.mentions, data.publications),
		...(!ofMembers && NO_MEMBERS)
	};
}

/** The share of each member over the years of the region; null where there are too many, or no years. */
function memberYearsTable({ memberYears, trend, standing }: PageData, link: Link): Table | null {
	if (memberYears.length === 0 || trend.length === 0) return null;
	const { name } = standing.region;
	return yearsTable(
		{ id: 'leden-door-de-jaren', title: `De leden van ${name} door de jaren` },
		memberYears.map(({ municipality: { nis, name: town }, points }) => ({
			name: town,
			href: link(`/gemeenten/${nis}`),
			points
		})),
		{ name, points: trend }
	);
}

/** What a region without members on a date does not show. */
const NO_MEMBERS = {
	stand: null,
	leden: null,
	spreidingtabel: null,
	maten: null,
	lorenz: null,
	'spreiding-door-de-jaren': null,
	voortgang: null,
	'door-de-jaren': null,
	'leden-door-de-jaren': null
};

/** What was published for the region as a whole: totals by other definitions, objectives of a province. */
const publishedFacts = ({ objectives, published }: PageData): Fact[] => [
	...objectives.map((one) => ({
		...one,
		what: `objectief: ${one.schemeName}`,
		value:
			one.valueUpTo === null ? count(one.value) : `${count(one.value)} tot ${count(one.valueUpTo)}`,
		date: null
	})),
	...published.map((one) => ({
		what: indicatorName(one.indicator),
		observed: one,
		date: one.date,
		note: one.note,
		publication: one.publication
	}))
];

/** Whether the members have places by share: one estimate among them could move each place. */
const isRanked = ({ members }: RegionSpread): boolean =>
	members.some(({ place }) => place) && members.every(({ place }) => place?.status !== 'estimated');

/** How to read the spread of the members. */
export function spreadNote(spread: RegionSpread, nameOf: (nis: string) => string): string {
	const band = isRanked(spread)
		? bandSentence(spread.project)
		: 'Een plaats geven we niet: een van de aandelen is een raming, en met ramingen rangschikken we niet.';
	const without = new Set(spread.members.flatMap((one) => one.neighboursWithout.map(nameOf)));
	const also = without.size > 0 ? ` Ook geen cijfer: ${[...without].join(', ')}.` : '';
	return `${band} Boven (+) of onder (−): tegenover het deel van de gemeente naar huishoudens. Tegenover de regio: 1 is hetzelfde aandeel. Tegenover de buren: 100 is hetzelfde aandeel. Onze lijst van buurgemeenten kent alleen Vlaamse gemeenten, binnen en buiten de regio: een buur in Brussel, Wallonië, Frankrijk of Nederland heeft geen cijfer en telt niet mee.${also}`;
}

/** The spread in numbers, a row for each member. */
function spreadTable(
	spread: RegionSpread,
	on: string,
	link: Link,
	nameOf: (nis: string) => string
): Table {
	const columns: readonly Column<MemberSpread>[] = [
		onPage('Gemeente', ({ municipality: { nis, name } }) => ({
			words: name,
			href: link(`/gemeenten/${nis}`)
		})),
		...(isRanked(spread)
			? [
					onPage<MemberSpread>('Plaats naar aandeel', ({ place }) => placeWords(place), {
						numeric: true
					})
				]
			: []),
		onPage(
			'Eén project, procentpunt',
			({ project }) => ({ figure: project, format: pointsFormat(project.value) }),
			{ numeric: true }
		),
		pageFigure('Woningen boven of onder', change, ({ excess }) => excess),
		pageFigure('Tegenover de regio', inDecimals(3), ({ quotient }) => quotient),
		pageFigure('Tegenover de buren', count, ({ regional }) => regional)
	];
	return tableOf(columns, spread.members, undefined, {
		id: 'spreidingtabel',
		title: 'Spreiding over de leden',
		caption: `Spreiding over de leden, toestand op ${day(on)}`,
		notes: [spreadNote(spread, nameOf)]
	});
}

/** The measures of the region. */
function measuresTable({ elsewhere, measures, reasons }: RegionSpread, on: string): Table {
	const marked = (name: keyof SpreadMeasures): Figure => ({
		...elsewhere,
		value: measures[name],
		reason: reasons[name] ?? null
	});
	const columns: readonly Column<keyof SpreadMeasures>[] = [
		onPage('Maat', (name) => SPREAD_MEASURES[name]),
		pageFigure('Waarde', inDecimals(3), marked)
	];
	const names = Object.keys(SPREAD_MEASURES) as (keyof SpreadMeasures)[];
	return tableOf(columns, names, undefined, {
		id: 'maten',
		title: 'Maten van spreiding',
		caption: `Maten van spreiding, toestand op ${day(on)}`
	});
}

/** How to read the Lorenz curve. */
export const LORENZ_NOTE =
	'Had elke gemeente hetzelfde aandeel, dan lag de curve op de rechte lijn. De streep waar ze er het verst onder ligt, is het deel van de woningen dat elders zou moeten staan.';

/** The Lorenz curve: the part of households and dwellings up to each member; null without a curve. */
function lorenzTable(
	spread: RegionSpread,
	on: string,
	nameOf: (nis: string) => string
): Table | null {
	const steps = lorenzSteps(spread, nameOf);
	if (steps.length === 0) return null;
	const part = (value: number): Figure => ({ ...spread.elsewhere, value });
	const columns: readonly Column<(typeof steps)[number]>[] = [
		onPage('Tot en met', ({ name }) => name),
		pageFigure('Huishoudens', inPercent(1), ({ x }) => part(x)),
		pageFigure('Sociale huurwoningen', inPercent(1), ({ y }) => part(y))
	];
	return tableOf(columns, steps, undefined, {
		id: 'lorenz',
		title: 'Hoe ver van gelijk? De Lorenzcurve',
		caption: 'Lorenzcurve: deel tot en met elke gemeente',
		quiet: true,
		notes: [
			`van de gemeente met het laagste naar die met het hoogste aandeel, ${day(on)}`,
			LORENZ_NOTE
		]
	});
}
