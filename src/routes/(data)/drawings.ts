// What pages, frames, slides and sheets of paper draw of a standing: each drawing with its data, once.
import { bullet, type Bullet } from '#lib/charts/bullet.ts';
import { courses } from '#lib/charts/courses.ts';
import { shown, type Shown } from '#lib/charts/figure.ts';
import { growthPath, type PathStep as DrawnStep } from '#lib/charts/growth-path.ts';
import { municipalityMap, type MunicipalityMap } from '#lib/charts/municipality-map.ts';
import { strip } from '#lib/charts/strip.ts';
import { strips, type StripRow } from '#lib/charts/strips.ts';
import type { TrendBreak } from '#lib/charts/time.ts';
import { trend, type Trend } from '#lib/charts/trend.ts';
import { BROAD, USUAL, type DrawnWidth } from '#lib/charts/widths.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { ObjectiveProgress } from '#lib/domain/objective.ts';
import type { CoursePoint } from '#lib/domain/road-results.ts';
import type { Course } from '#lib/domain/road.ts';
import type { GrowthPath as Path } from '#lib/server/standing/growth-path.ts';
import type { RegionStanding } from '#lib/server/standing/standing.ts';
import type { RoadStanding } from '#lib/server/standing/road.ts';
import type { TrendPoint } from '#lib/server/standing/trends.ts';
import {
	count,
	day,
	dwellings,
	figure,
	goalShare,
	isEstimate,
	list,
	percent,
	roundPercent
} from '#lib/text/format.ts';
import type { Link } from '../links.ts';
import { goalLine, objectiveParts, shareSeries } from './charts.ts';
import { courseLines } from './courses.ts';
import { pathSeries, pathSteps, PIPELINE_BREAK, TERSE_BREAK } from './growth-path.ts';
import { comparedWith, memberDots } from './region-spread.ts';

const BASE = 'sociale huurwoningen per 100 huishoudens';

/** The share of a region against what it wants. */
export function shareBullet(
	{ region, share, goal }: RegionStanding,
	description: string,
	format = (value: number) => percent(value)
): Shown {
	const target = goalLine(goal);
	return shown('bullet', bullet, {
		parts: [{ key: 'share', label: 'aandeel', value: share.value, estimated: isEstimate(share) }],
		target,
		// Room for the greatest of the two, and never so short that a small share looks large.
		max: Math.max(0.12, (share.value ?? 0) * 1.1, (target?.value ?? 0) * 1.1),
		format,
		title: `Aandeel van ${region.name}`,
		description
	});
}

/** The progress of an objective, or of several together; `of` says whose target it is. */
export const objectiveBullet = (
	objective: Pick<ObjectiveProgress, 'target' | 'counted'>,
	said: Pick<Bullet, 'title' | 'description'>,
	of = targetWords
): Shown =>
	shown(
		'bullet',
		bullet,
		{
			...said,
			parts: objectiveParts(objective),
			target:
				objective.target.value === null
					? null
					: { value: objective.target.value, label: of(objective.target) },
			format: count
		},
		BROAD
	);

const targetWords = (target: Figure): string =>
	target.value === 0 ? 'geen objectief' : `objectief: ${figure(target, dwellings)}`;

/** How much room the way of a municipality to its objective has for words. */
export type PathRoom = 'page' | 'sheet' | 'slide';

/** The way of a municipality to its objective. */
export function pathDrawing(
	path: Path,
	name: string,
	description: string,
	at: PathRoom = 'page',
	height?: number
): Shown {
	const { target } = path;
	const label = {
		page: `objectief: ${figure(target, dwellings)}`,
		sheet: `objectief: ${figure(target, count)}`,
		slide: 'objectief'
	}[at];
	const steps = pathSteps(path.steps, target, at === 'sheet');
	const isBrief = at === 'slide' || (at === 'sheet' && path.steps.length > 1);
	const breaks = {
		page: PIPELINE_BREAK,
		sheet: TERSE_BREAK,
		slide: { ...PIPELINE_BREAK, label: 'gepland anders geteld' }
	};
	return shown(
		'path',
		growthPath,
		{
			...pathSeries(name, path.points),
			target: target.value ? { value: target.value, label } : null,
			from: path.baselineOn,
			deadline: {
				date: path.deadline,
				label: at === 'page' ? `einddatum: ${day(path.deadline)}` : 'einddatum'
			},
			steps,
			breaks: [breaks[at]],
			band:
				at === 'page'
					? 'in uitvoering of gepland, boven op gerealiseerd'
					: 'in uitvoering of gepland',
			brief: isBrief ? briefSteps(steps) : undefined,
			height,
			format: count,
			title: `De weg van ${name} naar het objectief`,
			description
		},
		BROAD
	);
}

/** The thresholds in the key, with those of one round by name: not each finds room in the drawing. */
const briefSteps = (steps: readonly DrawnStep[]): string =>
	steps.length > 2 ? 'drempels van de toets' : `drempels: ${list(steps.map(({ text }) => text))}`;

/** The share of an area over the years. */
export const shareTrend = (
	key: 'gemeente' | 'regio',
	name: string,
	points: readonly Pick<TrendPoint, 'date' | 'share'>[],
	rest: Pick<Trend, 'breaks' | 'goal' | 'description'>
): Shown =>
	shown(
		'trend',
		trend,
		{
			series: [shareSeries(key, name, points)],
			format: roundPercent,
			title: `Aandeel sociale huur in ${name}`,
			...rest
		},
		BROAD
	);

/** A quantity over the years, in half a page. */
export const smallTrend = (
	head: string,
	data: Omit<Trend, 'height'> & { breaks: readonly TrendBreak[] }
): Shown => ({
	...shown('trend', trend, { ...data, height: 150 }),
	head
});

/** The members of a region on one line; on paper and on a slide each has its name. */
export const memberStrip = (
	standing: RegionStanding,
	flanders: { name: string; share: Figure } | null,
	link: Link,
	{ description, all = false }: { description: string; all?: boolean }
): Shown =>
	shown(
		'strip',
		strip,
		{
			dots: memberDots(standing, link),
			lines: comparedWith(standing, flanders),
			format: roundPercent,
			axis: BASE,
			all,
			title: `Aandeel van de leden van ${standing.region.name} op één lijn`,
			description
		},
		BROAD
	);

/** The members of several regions, a line each. */
export const regionStrips = (rows: readonly StripRow[], description: string): Shown =>
	shown('strips', strips, {
		rows,
		format: roundPercent,
		axis: BASE,
		title: 'Aandeel van de leden van elke regio',
		description
	});

/** A map of municipalities. */
export const mapDrawing = (data: MunicipalityMap): Shown => shown('map', municipalityMap, data);

/** A drawing of fewer years shows nothing. */
const FEWEST_YEARS = 3;

/** What a road gives to draw. */
export interface Roads {
	road: RoadStanding;
	/** The share until now. */
	history: readonly Pick<TrendPoint, 'date' | 'share'>[];
	points: readonly CoursePoint[];
	courses: readonly Course[];
}

/** Whether there is enough to draw. */
export const hasCourses = ({ points, courses }: Roads): boolean =>
	courses.length > 0 && points.length >= FEWEST_YEARS;

/** The courses that the share of a region can take. @param brief whether there is room for their names alone */
export function roadCourses(
	{ road, history, points, courses: known }: Roads,
	{ description, height, brief = false }: { description: string; height?: number; brief?: boolean }
): Shown {
	const { goal } = road.scenario;
	const lines = courseLines(known, points, goal);
	return shown(
		'courses',
		courses,
		{
			history: shareSeries('history', road.region.name, history).points,
			courses: brief ? lines.map((line) => ({ ...line, about: '' })) : lines,
			goal: goal === null ? null : { value: goal / 10_000, label: `doel: ${goalShare(goal)}` },
			nowLabel: 'scenario',
			format: (value) => percent(value, brief ? 0 : 1),
			height,
			title: `Aandeel sociale huur in ${road.region.name}, scenario`,
			description
		},
		BROAD
	);
}

/** A drawing at other widths than is usual: on paper, on a slide, across a page. */
export const atWidths = (drawing: Shown, widths: readonly DrawnWidth[] = USUAL): Shown => ({
	...drawing,
	widths
});
