import { shown, type DrawnFigure } from '#lib/charts/figure.ts';
import { timeline, type SpanLook, type TimeSpan } from '#lib/charts/timeline.ts';
import { measuredRegimes } from '#lib/domain/regime.ts';
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

/** What Flanders is asked as a whole by each regime that measures: the newest total, those before it and the voluntary part. */
export const together = ({ regimes }: Pick<Data, 'regimes'>) =>
	regimes.flatMap(({ scheme: one, phase, totals, numbers }) => {
		const [scheme] = measuredRegimes([one]);
		const [last, ...earlier] = totals.filter(({ component }) => component === 'total');
		const voluntary = totals.find(({ component }) => component === 'voluntary');
		return scheme && phase && last ? [{ scheme, phase, numbers, last, earlier, voluntary }] : [];
	});

/** The sentence of the page. */
export const answerOf = (data: Data): string =>
	askedTogether(
		together(data).map(({ scheme: { deadline }, phase, last: { value } }) => ({
			...{ phase, deadline },
			dwellings: value
		}))
	);

/** The same for the minutes, with who said what is asked. */
export const lawMinutes = (data: Data): Minutes => ({
	says: answerOf(data),
	quotes: [],
	from: together(data).map(({ last }) => last.publication)
});

/** What ran when, for the minutes. */
export const runsMinutes = (data: Data): Minutes => ({
	says: data.regimes.flatMap((one) => spanOf(one)?.label ?? []).join(' '),
	quotes: [],
	from: data.sources.map(({ publication }) => publication.id)
});

/** The figures of the page: what ran when. */
export function lawFigures(data: Data) {
	const spans = data.regimes.flatMap((one) => spanOf(one) ?? []);
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
function spanOf({ scheme, phase, totals, dates }: Regime): TimeSpan | null {
	const { code, name, startsOn, baselineOn, deadline: to } = scheme;
	const from = startsOn ?? baselineOn;
	if (from === null) return null;
	const total = totals.find(({ component }) => component === 'total');
	const until = to === null ? '; een einde noemt geen bron' : ` tot ${day(to)}`;
	return {
		...{ name, href: `#${code}`, look: phase ? LOOKS[phase] : 'open', from, to },
		about: total ? `Vlaanderen samen: ${totalWords(total)}` : '',
		label: `${name}: van ${day(from)}${until}.`,
		days: dates.map((one) => ({
			day: one.day,
			label: `${longDay(one.day)}: ${saidWords(one.said)}`
		}))
	};
}
