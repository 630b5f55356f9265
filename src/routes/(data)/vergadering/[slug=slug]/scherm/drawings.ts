/** The slides that are one drawing. */
import type { Said } from '#lib/charts/drawing.ts';
import { shown, type Shown } from '#lib/charts/figure.ts';
import { ranking, type Ranking } from '#lib/charts/ranking.ts';
import type { MeetingPack, MeetingScenario } from '#lib/server/standing/meeting.ts';
import { arrivalCell } from '#lib/text/road.ts';
import { spreadSentence } from '#lib/text/spread.ts';
import type { Link } from '../../../../links.ts';
import { classWords } from '../../../classes.ts';
import { coursesIn, historyBefore, shownPoints } from '../../../courses.ts';
import { mapDrawing, memberStrip, roadCourses } from '../../../drawings.ts';
import { comparedWith } from '../../../region-spread.ts';
import type { Deck } from './deck.ts';
import { behindRows, divisionRows, excessRows, memberRows, thresholdLine } from './rows.ts';
import type { Shown as Slide } from './slides.ts';

/** The drawing of a slide; null where it has nothing to draw, or is no drawing alone. */
export function drawingOf(slide: Slide, { pack, map }: Pick<Deck, 'pack' | 'map'>, link: Link) {
	switch (slide.kind) {
		case 'ranking':
			return membersByShare(slide.rows, pack, link);
		case 'map':
			return memberMap(map, pack.region.name);
		case 'spread':
			return onOneLine(pack, link);
		case 'excess':
			return rankDrawing({
				rows: excessRows(slide.rows, link),
				reach: pack.spread.members.flatMap((one) => one.excess.value ?? []),
				mark: 'bar',
				heads: { name: 'Gemeente', value: 'Verschil' },
				title: 'Woningen boven of onder het deel van elke gemeente'
			});
		case 'path':
			if (slide.rows.length === 0) return null;
			return rankDrawing({
				rows: behindRows(slide.rows, link),
				lines: thresholdLine(slide.path.round),
				mark: 'bar',
				heads: { name: 'Gemeente', value: 'Gerealiseerd', more: 'Woningen te kort' },
				title: 'Deel van het objectief dat gerealiseerd was, en woningen te kort'
			});
		case 'road':
			return courses(slide.scenario, pack);
		case 'division':
			return rankDrawing({
				rows: divisionRows(slide.rows, link),
				mark: 'bar',
				heads: { name: 'Gemeente', value: 'Woningen', more: 'Aandeel daarna' },
				title: 'Woningen per gemeente volgens de sleutel; scenario, geen beslissing'
			});
		default:
			return null;
	}
}

/** A ranking as a slide shows it; its rows say its numbers themselves. */
const rankDrawing = (data: Omit<Ranking, keyof Said> & Pick<Said, 'title'>): Shown =>
	shown('ranking', ranking, {
		...data,
		description: data.rows.map(({ name, text }) => `${name} ${text}`).join('; ')
	});

/** The members by their share, with the goal of the region as a line. */
const membersByShare = (
	rows: Extract<Slide, { kind: 'ranking' }>['rows'],
	{ standing, flanders }: MeetingPack,
	link: Link
): Shown =>
	rankDrawing({
		rows: memberRows(rows, standing, link),
		reach: standing.members.flatMap((row) => row.share.value ?? []),
		lines: comparedWith(standing, flanders),
		mark: 'dot',
		heads: {
			name: 'Gemeente',
			value: 'Aandeel',
			...(standing.goal?.kind === 'reach_share' && { more: 'Te kort of over' })
		},
		title: `Leden van ${standing.region.name} naar aandeel`
	});

/** The members on the map, as high as the slide allows, with what its colours mean beside it. */
const memberMap = (map: Deck['map'], name: string): Shown =>
	mapDrawing({
		...map,
		all: true,
		tallest: 240,
		keyBeside: true,
		classes: classWords('share'),
		title: `Kaart van ${name}`,
		description: 'Aandeel sociale huur per gemeente. De cijfers staan in de ranglijst.'
	});

/** How evenly the dwellings are spread: every member on one line. */
function onOneLine({ standing, flanders, spread, region }: MeetingPack, link: Link): Shown {
	const description = spreadSentence(region.name, spread.elsewhere);
	return memberStrip(standing, flanders, link, { description, all: true });
}

/** The courses that the share can take to its goal; what each takes for granted is told on the page of the road. */
function courses({ road }: MeetingScenario, { trend, moment }: MeetingPack): Shown | null {
	const roads = {
		road,
		points: shownPoints(road),
		history: historyBefore(trend, moment.on),
		courses: coursesIn(road.results.courses)
	};
	const description = `Tegen het tempo van nu gehaald: ${arrivalCell(road.results.atPace)}. Scenario, geen beslissing.`;
	return roads.courses.length === 0
		? null
		: roadCourses(roads, { brief: true, height: 105, description });
}
