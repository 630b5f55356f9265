import type { DrawnFigure } from '#lib/charts/figure.ts';
import { shown } from '#lib/charts/figure.ts';
import { otherCount } from '#lib/domain/definition.ts';
import { swarm } from '#lib/charts/swarm.ts';
import { BROAD } from '#lib/charts/widths.ts';
import { day, figure, percent, roundPercent } from '#lib/text/format.ts';
import { KNOWN_MAP, knownSentence } from '#lib/text/published.ts';
import { someNames } from '#lib/text/names.ts';
import { countMark, stockSentence } from '#lib/text/sentences.ts';
import { MEASURE_WORDS } from '#lib/text/words.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import type { load } from './+page.server.ts';
import { goalLine } from './charts.ts';
import { classWords } from './classes.ts';
import { atWidths, mapDrawing } from './drawings.ts';
import { plansFigure } from './plans-figure.ts';

type Data = Awaited<ReturnType<typeof load>> & { moment: Moment };

/** The figures of the page of Flanders. */
export function overviewFigures(data: Data) {
	const { flanders, highlighted, moment } = data;
	const words = data.isOfKnown ? KNOWN_MAP : MEASURE_WORDS[data.measure];
	const known = knownSentence([...data.known.values()]);
	const stock = stockSentence(flanders.region.name, flanders.headline);
	const map: DrawnFigure = {
		id: 'kaart',
		title: words.title,
		subtitle: `${words.base}, ${day(moment.on)}`,
		sources: data.isOfKnown ? [] : data.sources.map,
		remarks: data.isOfKnown ? [known] : [],
		drawings: [
			atWidths(
				mapDrawing({
					...data.map,
					...(data.isOfKnown
						? { classes: KNOWN_MAP.classes, words: KNOWN_WORDS }
						: { classes: classWords(data.measure) }),
					highlight: highlighted?.region.name,
					title: `Kaart van Vlaanderen: ${words.base}`,
					description: `${data.isOfKnown ? known : stock} De cijfers van alle gemeenten staan onder de kaart als tabel.`
				}),
				BROAD
			)
		]
	};
	const spread: DrawnFigure = {
		id: 'verdeling',
		title: highlighted
			? `${highlighted.region.name} tussen alle gemeenten`
			: 'Alle gemeenten op één lijn',
		subtitle: `sociale huurwoningen per 100 huishoudens, ${day(moment.on)}; één punt is één gemeente`,
		sources: data.sources.dots,
		remarks:
			data.unknown.length > 0
				? [`Zonder cijfer, en dus niet getekend: ${someNames(data.unknown)}.`]
				: [],
		drawings:
			data.dots.length > 0
				? [
						shown(
							'swarm',
							swarm,
							{
								dots: data.dots,
								lines: comparedLines(data),
								format: roundPercent,
								axis: 'sociale huurwoningen per 100 huishoudens',
								title: 'Verdeling van de gemeenten naar aandeel sociale huur',
								description: stock
							},
							BROAD
						)
					]
				: []
	};
	const plans = plansFigure(
		data.plans.since,
		flanders.region.name,
		data.sources.plans,
		(nis) => data.names.get(nis)?.name ?? nis
	);
	return { map, spread, plans };
}

const KNOWN_WORDS = { none: KNOWN_MAP.none, free: '', estimated: '' };

/** The share of Flanders, and the goal of the region that stands out. */
function comparedLines({ flanders: { region, share }, highlighted }: Data) {
	const goal = goalLine(highlighted?.goal ?? null);
	const label = `${region.name} ${figure(share, (value) => percent(value, 1))}${countMark(otherCount(share))}`;
	return [
		...(share.value === null ? [] : [{ value: share.value, label, kind: 'wider' as const }]),
		...(goal ? [{ ...goal, kind: 'goal' as const }] : [])
	];
}
