import type { Category, Ground, Scenario, Thresholds } from '#lib/domain/progress-test.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { Minutes } from './citation.ts';
import { SCENARIO } from './division.ts';
import { count, day, list, municipalities, NBSP } from './format.ts';
import {
	countsSentence,
	GROUND_WORDS,
	replaySentence,
	scenarioSentence,
	thresholdWords,
	type Counted
} from './progress-test.ts';

/** A round of the progress test as minutes name it. */
interface Round {
	year: number;
	measuredOn: string;
	thresholds: Thresholds | null;
}

/** What one source says of a whole round. */
interface Published {
	publication: number;
	counts: Partial<Record<Category, number>>;
	tested: number;
	provisional: boolean;
}

/** What was replayed of a round, and the figures that it rests on. */
interface Replayed {
	counts: Counted;
	figures: readonly Figure[];
}

const notesOf = ({ year, measuredOn, thresholds }: Round): string[] => [
	`voortgangstoets ${year}, toestand op ${day(measuredOn)}`,
	...(thresholds ? [`categorie 1 vroeg ${thresholdWords(thresholds)}`] : [])
];

/** How many municipalities follow the growth path by the rule of a round; without thresholds nothing is reckoned. */
export const testMinutes = (round: Round, { counts, figures }: Replayed): Minutes =>
	round.thresholds
		? { says: replaySentence(counts), quotes: figures, notes: notesOf(round) }
		: {
				says: `Van de voortgangstoets van ${round.year} zijn geen drempels bekend, en dus rekenen we geen categorie uit.`,
				quotes: [],
				notes: notesOf(round)
			};

/** How many municipalities a replay puts in each class; without thresholds what was published of the round. */
export function groundsMinutes(
	round: Round,
	{ counts, figures }: Replayed,
	published: Published | undefined
): Minutes {
	if (!round.thresholds) return publishedMinutes(round, published);
	const mark = counts.estimated ? `≈${NBSP}` : '';
	const classes = (Object.keys(GROUND_WORDS) as Ground[]).map(
		(ground) => `${mark}${count(counts[ground])} in «${GROUND_WORDS[ground].name}»`
	);
	const open = counts.unknown > 0 ? [`van ${count(counts.unknown)} te weinig bekend`] : [];
	return {
		says: `Nagerekend voor ${municipalities(counts.municipalities)}: ${list([...classes, ...open])}.`,
		quotes: figures,
		notes: notesOf(round)
	};
}

function publishedMinutes(round: Round, published: Published | undefined): Minutes {
	const notes = notesOf(round);
	if (!published)
		return {
			says: `Van de voortgangstoets van ${round.year} is geen uitslag voor alle gemeenten bekend.`,
			quotes: [],
			notes
		};
	return {
		says: `Gepubliceerde uitslag: ${countsSentence(published.counts, published.tested)}.`,
		quotes: [],
		from: [published.publication],
		notes: [...notes, ...(published.provisional ? ['voorlopig'] : [])]
	};
}

/** What category a municipality would have had with more dwellings delivered. */
export const whatIfMinutes = (
	name: string,
	round: Round,
	{ more, found, estimated }: { more: number; found: Scenario; estimated: boolean },
	figures: readonly Figure[]
): Minutes => ({
	says: scenarioSentence(name, more, round.measuredOn, found, estimated),
	quotes: figures,
	notes: [SCENARIO, ...notesOf(round)]
});
