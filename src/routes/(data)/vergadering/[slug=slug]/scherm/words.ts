import type { Figure } from '#lib/domain/figure.ts';
import { rankedBy } from '#lib/domain/status.ts';
import { countAbove, countWithoutGap } from '#lib/domain/members.ts';
import { PACE_YEARS } from '#lib/domain/road-results.ts';
import { countTests } from '#lib/server/standing/tests.ts';
import { agreementSentence, sinceSentence as sinceAgreement } from '#lib/text/agreement.ts';
import { KEY_WORDS } from '#lib/text/division.ts';
import { count, day, dwellings, figure, goalShare, municipalities } from '#lib/text/format.ts';
import { replaySentence, thresholdWords } from '#lib/text/progress-test.ts';
import { paceSentence, roadSentence } from '#lib/text/road.ts';
import { goalSentence, objectiveSentence, stockSentence } from '#lib/text/sentences.ts';
import { sinceSentence } from '#lib/text/since.ts';
import {
	aboveSentence,
	correctedSentence,
	lateSentence,
	partWords,
	rangeSentence,
	reachedSentence,
	sourcesSentence
} from '#lib/text/slides.ts';
import { spreadSentence } from '#lib/text/spread.ts';
import { REGION_KINDS } from '#lib/text/words.ts';
import type { Deck } from './deck.ts';
import { isOfOne, MOST_MEMBERS } from './slides.ts';

/** What a slide says in words. */
export interface Words {
	/** Above the title. */
	kicker?: string;
	/** Its message. */
	title: string;
	/** What the message rests on, or leads to. */
	lead?: string;
	/** That it is no fact. */
	mark?: string;
	/** Reference date, where it is another than that of the page; null: it has none. */
	on?: string | null;
}

type Slide = Deck['slides'][number];
type Of<Kind extends Slide['kind']> = Extract<Slide, { kind: Kind }>;

const BASE = 'sociale huurwoningen per 100 huishoudens';
/** The mark of everything that is a «what if». */
const SCENARIO = 'Scenario, geen beslissing';

const WORDS: { [Kind in Slide['kind']]: (slide: Of<Kind>, deck: Deck) => Words } = {
	cover: (_, { pack: { region, standing } }) => ({
		kicker: isOfOne({ region, standing }) ? 'gemeente' : REGION_KINDS[region.kind].one,
		title: region.name
	}),
	region: (_, { pack: { region, standing } }) => ({
		title: stockSentence(region.name, standing),
		lead: goalSentence(standing.goal)
	}),
	ranking: ({ part, of }, { pack: { standing, moment } }) => ({
		title:
			standing.goal?.basisPoints == null
				? rangeSentence(named(standing.members))
				: reachedSentence(countWithoutGap(standing.members.map(byCode)), standing.goal.basisPoints),
		lead: `${BASE}, ${day(moment.on)}${partWords(part, of)}${extremeWords(standing.members.map((one) => one.share))}${ofWhole(standing.goal?.basisPoints)}`
	}),
	map: (_, { pack: { standing, moment } }) => ({
		title: rangeSentence(named(standing.members)),
		lead: `${BASE}, ${day(moment.on)}`
	}),
	spread: (_, { pack: { standing, moment } }) => ({
		title: aboveSentence(countAbove(standing.members.map(byCode), standing.share)),
		lead: `${BASE}, ${day(moment.on)}`
	}),
	excess: ({ part, of }, { pack: { region, spread, moment } }) => ({
		title: spreadSentence(region.name, spread.elsewhere),
		lead: `woningen boven of onder het eigen deel naar huishoudens, ${day(moment.on)}${partWords(part, of)}${extremeWords(spread.members.map((one) => one.excess))}`
	}),
	path: ({ path: { round, tested, behind }, part, of }) => ({
		kicker: `Voortgangstoets van ${round.year}, toestand op ${day(round.measuredOn)}${behind.length > 0 ? '' : freeWords(countTests(tested))}`,
		title: replaySentence(countTests(tested)),
		lead: round.thresholds
			? `Gevraagd: ${thresholdWords(round.thresholds)}.${partWords(part, of)}`
			: undefined,
		on: round.measuredOn
	}),
	changed: ({ since: { stock, period, changed }, part, of }, { pack: { region } }) => ({
		kicker: `Sinds ${day(period.from.known)}, toen ${situation(period.from.on)}${partWords(part, of)}`,
		title: sinceSentence(region.name, stock),
		lead: correctedSentence(changed.length, period.from.known),
		on: null
	}),
	corrected: ({ since: { changed, period }, part, of }) => ({
		title: correctedSentence(changed.length, period.from.known),
		lead: `De grootste verschillen eerst.${partWords(part, of)}`,
		on: null
	}),
	calendar: (_, { pack: { agenda } }) => ({
		title: lateSentence((agenda?.calendar ?? []).flatMap((one) => one.late).length),
		lead: '«Te laat» wil zeggen dat deze site de cijfers nog niet heeft.',
		on: null
	}),
	agreement: ({ agreement: { region, agreement, total }, part, of }) => ({
		mark: 'Afspraak van de regio, geen wet',
		title: agreementSentence(region.name, agreement, total.dwellings),
		lead: `${sinceAgreement(agreement.on, total.since, total.due)}${partWords(part, of)}`
	}),
	members: () => ({
		title: 'Gemeente per gemeente',
		lead: 'Typ het nummer van een gemeente om haar dia te tonen.'
	}),
	municipality: ({ sheet: { municipality, standing } }, { scheme, pack }) => ({
		title: stockSentence(municipality.name, standing),
		lead: objectiveSentence(municipality.name, standing.objective, {
			...scheme,
			today: pack.moment.today
		})
	}),
	road: ({ scenario: { road } }, { pack: { region } }) => ({
		mark: SCENARIO,
		title: roadSentence(region.name, road.results, road.scenario),
		lead: paceSentence(road.results, PACE_YEARS)
	}),
	division: ({ scenario: { division }, part, of }) => ({
		mark: SCENARIO,
		title: division
			? `Zo verdeelt de sleutel «${KEY_WORDS[division.chosen.key].name}» ${figure(division.chosen.assigned, dwellings)}.`
			: '',
		lead: division ? KEY_WORDS[division.chosen.key].rule + partWords(part, of) : undefined
	}),
	sources: (_, { pack: { sources } }) => ({ title: sourcesSentence(sources.length) })
};

/** How many follow the path without a bar to show for it; empty for nobody. */
const freeWords = ({ no_objective }: ReturnType<typeof countTests>): string =>
	no_objective === 0
		? ''
		: `; ${municipalities(no_objective)} zonder objectief, en dus zonder balk`;

/** That no member has to have that share by itself. */
const ofWhole = (goal: number | null | undefined): string =>
	goal == null ? '' : `; ${goalShare(goal)} geldt voor de regio als geheel`;

/** That a long list shows its ends only, and only of what somebody published. */
function extremeWords(figures: readonly Figure[]): string {
	if (figures.length <= MOST_MEMBERS) return '';
	const ranked = figures.filter((one) => rankedBy(one) !== null).length;
	return ` (hoogste en laagste van wie geen raming is: ${count(ranked)} van ${count(figures.length)})`;
}

const situation = (on: string) => `toestand op ${day(on)}`;

/** A member by its code, as a count over members asks for it. */
const byCode = <Member extends { municipality: { nis: string } }>(member: Member) => ({
	...member,
	nis: member.municipality.nis
});

const named = (members: Deck['pack']['standing']['members']) =>
	members.map(({ municipality: { name }, share, gap }) => ({ name, share, gap }));

/** The words of a slide. */
export const wordsOf = (slide: Slide, deck: Deck): Words =>
	(WORDS[slide.kind] as (slide: Slide, deck: Deck) => Words)(slide, deck);

/** The dates and the source of a slide, in one line. */
export function footOf(slide: Slide, deck: Deck): string {
	const { known, on: shown } = deck.pack.moment;
	const { on = shown } = wordsOf(slide, deck);
	const dates = `${on ? `Toestand op ${day(on)}, b` : 'B'}ekend op ${day(known)}.`;
	const [first, ...others] = slide.sources.map(({ publication: { kind, publisher } }) =>
		kind === 'practice' ? 'oefencijfers' : publisher
	);
	if (!first) return dates;
	return `${dates} Bron: ${first}${others.length > 0 ? ` en ${others.length} andere` : ''}`;
}
