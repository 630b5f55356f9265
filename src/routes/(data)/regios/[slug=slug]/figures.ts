import { asked } from '#lib/charts/asked.ts';
import { diverging } from '#lib/charts/diverging.ts';
import { shown, type DrawnFigure } from '#lib/charts/figure.ts';
import { lorenz } from '#lib/charts/lorenz.ts';
import { smallLines } from '#lib/charts/small-lines.ts';
import { BROAD, COLUMN } from '#lib/charts/widths.ts';
import { unknown, type Figure } from '#lib/domain/figure.ts';
import { areEstimates } from '#lib/domain/status.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import {
	count,
	day,
	decimal,
	dwellings,
	figure,
	isEstimate,
	list,
	municipalities,
	roundPercent,
	toGo
} from '#lib/text/format.ts';
import {
	GOAL_OF_WHOLE,
	goalSentence,
	mixedTotalsSentence,
	notCompared,
	roundingSentence,
	stockSentence,
	tallySentence
} from '#lib/text/sentences.ts';
import { memberYearsSentence, yearsSentence, type MemberYears } from '#lib/text/minutes-time.ts';
import { spreadOverTime, spreadSentence } from '#lib/text/spread.ts';
import { CERTAINTY_WORDS } from '#lib/text/words.ts';
import { linksFrom } from '../../../links.ts';
import {
	definitionBreaks,
	goalLine,
	memberBreaks,
	ofLastCount,
	shareSeries
} from '../../charts.ts';
import { classWords, spreadClassWords } from '../../classes.ts';
import {
	mapDrawing,
	memberStrip,
	atWidths,
	objectiveBullet,
	shareBullet,
	shareTrend,
	smallTrend
} from '../../drawings.ts';
import { flowsFigure } from '../../flows.ts';
import { plansFigure } from '../../plans-figure.ts';
import { lineStops } from '../../line-stops.ts';
import {
	elsewhereSeries,
	excessRows,
	giniSeries,
	lorenzSteps,
	memberDots
} from '../../region-spread.ts';
import { objectiveFigures } from '#lib/server/standing/sources.ts';
import type { load } from './+page.server.ts';

type Data = Awaited<ReturnType<typeof load>> & { moment: Moment };

const BASE = 'sociale huurwoningen per 100 huishoudens';

/** The figures of the page of a region; without members there are only what came and went. */
export function regionFigures(data: Data, url: URL) {
	const { standing, moment } = data;
	const { region, goal, objective, headline, tally } = standing;
	const stock = stockSentence(region.name, headline);
	const share: DrawnFigure = {
		id: 'stand',
		title: 'Waar staat de regio?',
		subtitle: `${BASE}, ${day(moment.on)}`,
		sources: data.sources.share,
		remarks: goalRemarks(data),
		estimates: areEstimates([standing.share]),
		drawings: [shareBullet(standing, `${stock} ${goalSentence(goal)}`)]
	};
	const progress: DrawnFigure = {
		id: 'voortgang',
		title: 'Voortgang van de objectieven van de leden samen',
		subtitle:
			'in woningen; een regio heeft zelf geen bindend objectief: dit is de som van haar gemeenten',
		sources: data.sources.objective,
		remarks: [uncounted(objective), uncompared(standing)],
		estimates: areEstimates(objectiveFigures(objective)),
		drawings: [
			objectiveBullet(
				objective,
				{
					title: `Voortgang van de objectieven in ${region.name}`,
					description: tallySentence(tally)
				},
				(target) => `som van de objectieven: ${figure(target, count)}`
			)
		]
	};
	return {
		share,
		map: mapFigure(data, stock),
		...spreadFigures(data, url),
		progress,
		asked: askedFigure(data, url),
		years: yearsFigure(data, stock),
		memberYears: memberYearsFigure(data, url),
		flows: flowsFigure(data.flows, region.name, data.sources.flows),
		plans: plansFigure(
			data.plans.since,
			region.name,
			data.sources.plans,
			(nis) => data.names.get(nis)?.name ?? nis
		)
	};
}

/** What the goal means in dwellings, and who says so. */
function goalRemarks({ standing: { goal, members }, publications }: Data): string[] {
	if (!goal) return [];
	const isShared = goal.kind === 'reach_share';
	const publisher = publications.get(goal.publication)?.publisher;
	return [
		`Tekort van de regio als geheel: ${figure(goal.gap, toGo)}.`,
		isShared
			? `Som van de tekorten per gemeente: ${figure(goal.sumOfPositiveGaps, dwellings)}. Woningen boven het streefcijfer bij de andere leden: ${figure(goal.surplusOfMembers, dwellings)}. ${roundingSentence(goal, members.length)}`.trim()
			: '',
		`${goal.note ?? ''} Bron: ${publisher} (${CERTAINTY_WORDS[goal.certainty]}). ${isShared ? GOAL_OF_WHOLE : ''}`.trim()
	];
}

/** What nobody may read into the goal of a region. */

/** What the members without an objective built, when that is not counted; empty when there is none. */
export const uncounted = ({ counted, realised }: Data['standing']['objective']): string =>
	counted.realised.value === realised.value
		? ''
		: `Alleen van de leden met een objectief. Wat de andere leden bouwden, telt hier niet mee: alles samen kwamen er ${figure(realised, dwellings)} bij.`;

/** Which members leave the sum because their baseline is an estimate; empty when none does, or nothing is compared. */
export const uncompared = ({ members, objective }: Data['standing']): string =>
	notCompared(
		members
			.filter((one) => one.objective.counted.realised.reason === 'baseline_estimated')
			.filter(({ municipality: { nis } }) => objective.counted.realised.missing.includes(nis))
			.map(({ municipality: { name } }) => name)
	);

/** What each member realised against what was asked of it; null when neither is known of two. */
function askedFigure(
	{ standing: { members, region, tally }, moment, sources }: Data,
	url: URL
): DrawnFigure | null {
	const link = linksFrom(url);
	const rows = members.flatMap(({ municipality: { nis, name }, objective: { target, counted } }) =>
		target.value === null || counted.realised.value === null
			? []
			: [
					{
						id: nis,
						name,
						href: link(`/gemeenten/${nis}`),
						realised: counted.realised.value,
						target: target.value,
						text: askedWords(counted.realised, target),
						estimated: isEstimate(counted.realised)
					}
				]
	);
	if (rows.length < 2) return null;
	return {
		id: 'gevraagd',
		title: 'Wat gevraagd was, en wat er kwam',
		subtitle: `woningen per lid: gerealiseerd tegenover het objectief, ${day(moment.on)}`,
		sources: sources.objective,
		remarks: [[publishedTargets(members), withoutTarget(members)].filter(Boolean).join(' ')],
		estimates: rows.every((row) => row.estimated),
		drawings: [
			shown(
				'asked',
				asked,
				{
					rows,
					title: `Gerealiseerd tegenover het objectief, per lid van ${region.name}`,
					description: tallySentence(tally)
				},
				BROAD
			)
		]
	};
}

/** `41 van 83`; where nothing was asked, a word. */
const askedWords = (realised: Figure, target: Figure): string =>
	target.value === 0
		? `${figure(realised, count)}, niets gevraagd`
		: `${figure(realised, count)} van ${figure(target, count)}`;

/** How many have no objective, and so nothing to set beside it; empty for nobody. */
function withoutTarget(members: Data['standing']['members']): string {
	const free = members.filter(({ objective }) => objective.target.value === 0).length;
	return free === 0 ? '' : `Zonder objectief: ${municipalities(free)}.`;
}

/** Of whom the objective itself is no estimate, where what was realised is; empty for nobody. */
function publishedTargets(members: Data['standing']['members']): string {
	const published = members.filter(
		({ objective: { target, counted } }) =>
			target.value !== null && !isEstimate(target) && isEstimate(counted.realised)
	);
	const names = list(published.map(({ municipality }) => municipality.name));
	return names && `Gepubliceerd, en dus geen raming, is wel het objectief van ${names}.`;
}

/** What the map can show, in words. */
const MAPS = {
	share: { title: 'Aandeel per lid', base: 'per 100 huishoudens', classes: classWords('share') },
	spread: {
		title: 'Elk lid tegenover zijn buurgemeenten',
		base: 'aandeel, als dat van de Vlaamse buurgemeenten samen 100 is',
		classes: spreadClassWords()
	}
};

function mapFigure({ map, standing, moment, sources }: Data, stock: string): DrawnFigure {
	const { title, base, classes } = MAPS[map.shown];
	return {
		id: 'kaart',
		title,
		subtitle: `${base}, ${day(moment.on)}`,
		sources: sources.members,
		estimates: map.marks.every(({ context, estimated }) => context || estimated),
		drawings: [
			atWidths(
				mapDrawing({
					...map,
					classes,
					title: `Kaart van ${standing.region.name}: ${base}`,
					description: `${stock} De cijfers per lid staan in de tabel.`
				}),
				COLUMN
			)
		]
	};
}

/** How evenly the dwellings are spread, as a picture and over the years; null where there is nothing to draw. */
function spreadFigures(data: Data, url: URL) {
	const { standing, spread, flanders, moment } = data;
	const { name } = standing.region;
	const link = linksFrom(url);
	const sources = data.sources.members;
	const nameOf = (nis: string) => data.names.get(nis)?.name ?? nis;
	const description = spreadSentence(name, spread.elsewhere);
	const steps = lorenzSteps(spread, nameOf);
	const members: DrawnFigure = {
		id: 'leden-naast-elkaar',
		title: 'De leden naast elkaar',
		subtitle: `${BASE}, ${day(moment.on)}`,
		sources,
		estimates: areEstimates(
			[...standing.members, ...(flanders ? [flanders] : [])].map(({ share }) => share)
		),
		drawings: [memberStrip(standing, flanders, link, { description })]
	};
	const excess: DrawnFigure = {
		id: 'boven-en-onder',
		title: 'Wie heeft meer, wie heeft minder dan haar deel?',
		subtitle: `woningen boven of onder het deel van de gemeente naar huishoudens, ${day(moment.on)}`,
		sources,
		remarks: [
			`Alles boven is samen evenveel als alles onder: ${figure(spread.elsewhere, dwellings)}, op afronding na.`
		],
		estimates: areEstimates(spread.members.map((one) => one.excess)),
		drawings: [
			shown('diverging', diverging, {
				rows: excessRows(spread, link),
				sides: { below: 'onder haar deel', above: 'boven haar deel' },
				title: `Woningen boven of onder het deel van elke gemeente in ${name}`,
				description
			})
		]
	};
	const curve: DrawnFigure = {
		id: 'lorenz',
		title: 'Hoe ver van gelijk? De Lorenzcurve',
		subtitle: `van de gemeente met het laagste naar die met het hoogste aandeel, ${day(moment.on)}`,
		sources,
		remarks: [
			'Had elke gemeente hetzelfde aandeel, dan lag de curve op de rechte lijn. De streep waar ze er het verst onder ligt, is het deel van de woningen dat elders zou moeten staan.'
		],
		estimates: areEstimates([spread.elsewhere]),
		drawings: [
			shown('lorenz', lorenz, {
				steps,
				gapLabel: figure(spread.elsewhere, dwellings),
				estimated: isEstimate(spread.elsewhere),
				format: roundPercent,
				title: `Lorenzcurve van ${name}`,
				description
			})
		]
	};
	return {
		members: memberDots(standing, link).length > 1 ? members : null,
		excess: steps.length > 0 ? excess : null,
		lorenz: steps.length > 0 ? curve : null,
		spreadYears: spreadYears(data)
	};
}

/** Whose ground the years are compared on, in words, and where it changes. */
export function groundOf({ ground, trend, moment }: Data) {
	const isConstant = ground === 'constant';
	return {
		words: isConstant
			? `hetzelfde grondgebied in alle jaren: de leden van ${day(moment.structureOn)}`
			: 'de leden van elk jaar zelf',
		breaks: [...definitionBreaks(trend), ...(isConstant ? [] : memberBreaks(trend))]
	};
}

/** The spread of the years that are counted as the last one is. */
export function spreadOfLastCount({ trend, spreadTrend }: Pick<Data, 'trend' | 'spreadTrend'>) {
	const days = new Set(ofLastCount(trend).map(({ date }) => date));
	return spreadTrend.filter(({ date }) => days.has(date));
}

function spreadYears(data: Data): DrawnFigure {
	const { name } = data.standing.region;
	const points = data.spreadTrend;
	const { words, breaks } = groundOf(data);
	const description = spreadOverTime(spreadOfLastCount(data).map((point) => point.elsewhere));
	return {
		id: 'spreiding-door-de-jaren',
		title: `Spreiding in ${name} door de jaren`,
		subtitle: words,
		sources: data.sources.trend,
		remarks: [description],
		estimates: areEstimates(points.map((point) => point.elsewhere)),
		drawings: [
			smallTrend('Woningen die elders zouden moeten staan', {
				series: [elsewhereSeries(points)],
				breaks,
				format: count,
				title: `Woningen die in ${name} elders zouden moeten staan`,
				description
			}),
			smallTrend('Gini-coëfficiënt: 0 is overal hetzelfde aandeel', {
				series: [giniSeries(points)],
				breaks,
				format: (value) => decimal(value, 2),
				title: `Gini-coëfficiënt van ${name}`,
				description
			})
		]
	};
}

function yearsFigure(data: Data, description: string): DrawnFigure {
	const { region, goal } = data.standing;
	const { words, breaks } = groundOf(data);
	const mixed = mixedTotalsSentence(data.totals);
	return {
		id: 'door-de-jaren',
		title: `Aandeel van ${region.name} door de jaren`,
		subtitle: words,
		sources: data.sources.trend,
		remarks: [mixed, data.lineEnd ? lineStops(data.lineEnd) : ''],
		estimates: areEstimates(data.trend.map((point) => point.share)),
		drawings: [
			shareTrend('regio', region.name, data.trend, { goal: goalLine(goal), breaks, description })
		]
	};
}

/** The shares of the members on the first and the last day since when they are counted in one way; null where no lines are drawn. */
export function memberYearsOf({ memberYears, trend, standing }: Data): MemberYears | null {
	const from = definitionBreaks(trend).at(-1)?.date ?? trend[0]?.date;
	const to = trend.at(-1)?.date;
	if (memberYears.length === 0 || !from || !to || from === to) return null;
	const on = (points: Data['trend'], date: string) =>
		points.find((one) => one.date === date)?.share ?? unknown(date, 'not_published');
	return {
		region: standing.region.name,
		...{ from, to },
		members: memberYears.map(({ points }) => ({ then: on(points, from), now: on(points, to) }))
	};
}

/** A small line for each member, all on one scale; null where there are too many, or too few years. */
function memberYearsFigure(data: Data, url: URL): DrawnFigure | null {
	const { memberYears, trend, standing } = data;
	const { region, goal } = standing;
	const link = linksFrom(url);
	const years = memberYearsOf(data);
	if (!years) return null;
	const sentence = memberYearsSentence(years);
	/** What is counted in one way. */
	const counted = (points: Data['trend']) => points.filter(({ date }) => date >= years.from);
	return {
		id: 'leden-door-de-jaren',
		title: `De leden van ${region.name} door de jaren`,
		subtitle: `${BASE}; hetzelfde grondgebied in alle jaren`,
		sources: data.sources.years,
		remarks: [`${sentence} ${goal?.kind === 'reach_share' ? GOAL_OF_WHOLE : ''}`.trim()],
		estimates: areEstimates(years.members.flatMap(({ then, now }) => [then, now])),
		drawings: [
			shown(
				'small-lines',
				smallLines,
				{
					lines: memberYears.map(({ municipality: { nis, name }, points }, at) => ({
						id: nis,
						name,
						href: link(`/gemeenten/${nis}`),
						points: shareSeries(nis, name, counted(points)).points,
						label: yearsSentence(name, years.members[at] as MemberYears['members'][number])
					})),
					whole: {
						name: region.name,
						points: shareSeries('regio', region.name, counted(trend)).points
					},
					goal: goalLine(goal),
					format: roundPercent,
					title: `Aandeel van elk lid van ${region.name} door de jaren`,
					description: sentence
				},
				BROAD
			)
		]
	};
}
