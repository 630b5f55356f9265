import { figuresBehindChange } from '#lib/server/standing/changes.ts';
import { divisionFigures } from '#lib/server/standing/division.ts';
import type { MeetingPack } from '#lib/server/standing/meeting.ts';
import { repliesBy } from '#lib/server/reference/reference.ts';
import { mainScheme } from '#lib/server/standing/municipalities.ts';
import { sheetFigures } from '#lib/server/standing/municipality-sheets.ts';
import { roadFigures } from '#lib/server/standing/road.ts';
import {
	figuresBehind,
	objectiveFigures,
	regionFiguresBehind,
	sourcesOf
} from '#lib/server/standing/sources.ts';
import type { Figure } from '#lib/domain/figure.ts';
import { frozenAddress, linksFrom } from '../../../../links.ts';
import { packIn, question, regionIn } from '../../../../question.ts';
import { regionMap } from '../../../region-map.ts';
import { linksAmong } from './addresses.ts';
import { slidesOf, type SlideOf } from './slides.ts';

/** What the slides show, and what the frame around each needs. */
export type Deck = Awaited<ReturnType<typeof deckIn>>;

/** Everything that the slides of a region show, as its address asks. */
export async function deckIn(url: URL, slug: string) {
	const { database, facts, moment } = await question(url);
	const pack = await packIn(url, database, facts, moment, regionIn(url, facts, slug));
	const link = linksAmong(pack, linksFrom(url));
	const { standing, spread } = pack;
	return {
		pack,
		slides: slidesOf(pack).map((slide) => ({
			...slide,
			sources: sourcesOf(facts, figuresOf(slide, pack))
		})),
		map: regionMap(facts, moment, standing, spread, { shown: 'share', link }),
		frozen: frozenAddress(url, moment),
		scheme: mainScheme(facts, pack.moment.on),
		replies: repliesBy(facts, moment.known),
		names: facts.places.byCode,
		publications: facts.publications
	};
}

/** What the numbers of a slide rest on. */
function figuresOf(slide: SlideOf, { standing, spread }: MeetingPack): Figure[] {
	switch (slide.kind) {
		case 'cover':
		case 'region':
			return regionFiguresBehind(standing);
		case 'ranking':
			return slide.rows.flatMap((row) => [row.share, row.gap]);
		case 'map':
			return standing.members.map((row) => row.share);
		case 'spread':
		case 'excess':
			return [spread.elsewhere];
		case 'path':
			return slide.path.tested.flatMap(objectiveFigures);
		case 'changed':
			return slide.rows.flatMap(figuresBehindChange);
		case 'agreement':
			return slide.rows.map((row) => row.since);
		case 'municipality':
			return [...figuresBehind(slide.sheet.standing), ...sheetFigures(slide.sheet)];
		case 'road':
			return roadFigures(slide.scenario.road);
		case 'division':
			return slide.scenario.division ? divisionFigures(slide.scenario.division) : [];
		default:
			return [];
	}
}
