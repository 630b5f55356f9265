import type { DrawnFigure } from '#lib/charts/figure.ts';
import { areEstimates } from '#lib/domain/status.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import { objectiveFigures } from '#lib/server/standing/sources.ts';
import { day } from '#lib/text/format.ts';
import { objectiveSentence, stockSentence } from '#lib/text/sentences.ts';
import { definitionBreaks } from '../../charts.ts';
import { objectiveBullet, pathDrawing, shareTrend } from '../../drawings.ts';
import { flowsFigure } from '../../flows.ts';
import { pathBase, pathNote } from '../../growth-path.ts';
import { lineStops } from '../../line-stops.ts';
import { plansFigure } from '../../plans-figure.ts';
import type { load } from './+page.server.ts';
import { exemptWords } from './exempt.ts';

type Data = Awaited<ReturnType<typeof load>> & { moment: Moment };

/** The figures of the page of a municipality. */
export function municipalityFigures(data: Data) {
	const { standing, moment, scheme, path, sources } = data;
	const { municipality, objective } = standing;
	const { name } = municipality;
	const description = objectiveSentence(name, objective, { ...scheme, today: moment.today });
	const progress: DrawnFigure = {
		id: 'voortgang',
		title: 'Voortgang van het bindend sociaal objectief',
		subtitle: `${scheme.name}, in woningen op ${day(moment.on)}`,
		sources: sources.objective,
		remarks: [exemptWords(objective, data.law.regimes, scheme)],
		estimates: areEstimates(objectiveFigures(objective)),
		drawings: [
			objectiveBullet(objective, { title: `Voortgang van het objectief van ${name}`, description })
		]
	};
	const way: DrawnFigure = {
		id: 'groeipad',
		title: `De weg van ${name} naar het objectief`,
		subtitle: pathBase(path),
		sources: sources.path,
		remarks: [pathNote(path)],
		estimates: areEstimates(path.points.flatMap(objectiveFigures)),
		drawings: [pathDrawing(path, name, description)]
	};
	const years: DrawnFigure = {
		id: 'door-de-jaren',
		title: `Aandeel sociale huur in ${name} door de jaren`,
		subtitle: 'sociale huurwoningen op 31 december per 100 huishoudens van de volgende 1 januari',
		sources: sources.trend,
		remarks: data.lineEnd ? [lineStops(data.lineEnd)] : [],
		estimates: areEstimates(data.trend.map((point) => point.share)),
		drawings: [
			shareTrend('gemeente', name, data.trend, {
				breaks: definitionBreaks(data.trend),
				description: stockSentence(name, standing)
			})
		]
	};
	return {
		progress,
		path: path.points.length > 0 ? way : null,
		years,
		flows: flowsFigure(data.flows, name, sources.flows),
		plans: plansFigure(data.plans.since, name, sources.plans)
	};
}
