import { shown, type DrawnFigure } from '#lib/charts/figure.ts';
import { timeline, type SpanLook, type TimeSpan } from '#lib/charts/timeline.ts';
import { measuredRegimes, phaseOn } from '#lib/domain/regime.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import type { Minutes } from '#lib/text/citation.ts';
import { day, longDay } from '#lib/text/format.ts';
import { saidWords } from '#lib/text/law.ts';
import { askedTogether, totalWords } from '#lib/text/regimes.ts';
import type { load } from './+page.server.ts';

export type Data = Awaited<ReturnType<typeof load>> & { moment: Moment };
type Regime = Data['regimes'][number];

const WORDS: Record<SpanLook | 'day', string> = {
	runs: 'loopt',
	over: 'afgelopen',
	announced: 'aangekondigd',
	open: 'einde niet bekend',
	day: 'een dag die telt'
};
const LOOKS = { current: 'runs', ended: 'over', announced: 'announced' } as const;

/** What Flanders is asked as a whole by each regime that measures, the last that was said. */
export const together = ({ regimes, moment }: Pick<Data, 'regimes' | 'moment'>) =>
	measuredRegimes(regimes.map(({ scheme }) => scheme)).flatMap((scheme) => {
		const said = regimes.find((one) => one.scheme === scheme)?.totals ?? [];
		const totals = said.filter(({ component }) => component === 'total');
		const last = totals.at(-1);
		const phase = phaseOn(scheme, moment.known);
		return last
			? [{ scheme, phase, deadline: scheme.deadline, dwellings: last.value, totals }]
			: [];
	});

/** The sentence of the page. */
export const answerOf = (data: Data): string => askedTogether(together(data));

/** The same for the minutes, with who said what is asked. */
export const lawMinutes = (data: Data): Minutes => ({
	says: answerOf(data),
	quotes: [],
	from: together(data).flatMap(({ totals }) => totals.at(-1)?.publication ?? [])
});

/** What ran when, for the minutes. */
export const runsMinutes = ({ regimes, sources }: Data): Minutes => ({
	says: `${regimes.flatMap(({ scheme }) => runWords(scheme) ?? []).join('; ')}.`,
	quotes: [],
	from: sources.map(({ publication }) => publication.id)
});

function runWords({ name, startsOn, baselineOn, deadline }: Regime['scheme']): string | null {
	const from = startsOn ?? baselineOn;
	if (from === null) return null;
	return `${name}, ${deadline === null ? 'vanaf' : 'van'} ${day(from)}${deadline === null ? '' : ` tot ${day(deadline)}`}`;
}

/** The figures of the page: what ran when. */
export function lawFigures(data: Data) {
	const spans = data.regimes.flatMap((one) => spanOf(one, data.moment.known) ?? []);
	const runs: DrawnFigure = {
		id: 'lint',
		title: 'Welke regeling loopt wanneer?',
		subtitle: 'van het begin tot de laatste dag; een punt is een dag die telt',
		sources: data.sources,
		drawings: [
			shown('timeline', timeline, {
				spans,
				words: WORDS,
				now: { day: data.moment.known, label: longDay(data.moment.known) },
				title: 'De regelingen in de tijd',
				description: answerOf(data)
			})
		]
	};
	return { runs: spans.length > 0 ? runs : null };
}

/** A regime in time; null for one of which no source says when it began. */
function spanOf({ scheme, totals, dates }: Regime, known: string): TimeSpan | null {
	const from = scheme.startsOn ?? scheme.baselineOn;
	if (from === null) return null;
	const look = scheme.deadline === null ? 'open' : LOOKS[phaseOn(scheme, known)];
	const last = totals.findLast(({ component }) => component === 'total');
	const until =
		scheme.deadline === null ? '; een einde noemt geen bron' : ` tot ${longDay(scheme.deadline)}`;
	return {
		...{ name: scheme.name, href: `#${scheme.code}`, look, from, to: scheme.deadline },
		about: last ? `Vlaanderen samen: ${totalWords(last)}` : '',
		label: `${scheme.name}: van ${longDay(from)}${until}.`,
		days: dates.map(({ day, said }) => ({ day, label: `${longDay(day)}: ${saidWords(said)}` }))
	};
}
