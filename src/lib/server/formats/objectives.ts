import { joinStatuses } from '#lib/domain/objective.ts';
import { fraction } from '#lib/domain/share.ts';
import type { Municipality } from '#lib/domain/places.ts';
import type { ObjectivesAnswer } from '../api/answers/objectives.ts';
import { saidWords } from '#lib/text/law.ts';
import type { Reference } from '../reference/reference.ts';
import {
	knownSchemes,
	type OwnRegime,
	type RegimePart,
	type Scheme
} from '../standing/build-up.ts';
import { regimeSaid, type RegimeSaid } from '../standing/law.ts';
import type { Moment } from '../standing/moment.ts';
import { figureJson, publicationSource } from './figure-json.ts';

/** What every regime asks of one municipality. */
interface Asked {
	municipality: Municipality;
	regimes: readonly OwnRegime[];
}

/**
 * The regimes that were known, each with its rules and dates once, and what they ask of every municipality by component,
 * as `/api/v1/objectives` gives them. A component names its rule by its code.
 */
export const objectivesJson = (
	asked: readonly Asked[],
	facts: Reference,
	{ on, known }: Pick<Moment, 'on' | 'known'>
): ObjectivesAnswer => ({
	on,
	known,
	schemes: knownSchemes(facts, known).map((scheme) => schemeJson(scheme, facts, known)),
	municipalities: asked.map(({ municipality: { nis, name }, regimes }) => ({
		nis,
		name,
		objectives: regimes.map(({ scheme, parts }) => ({
			scheme: scheme.code,
			status: joinStatuses(parts.map((part) => part.status)),
			components: parts.flatMap((part) =>
				part.lines.map((line) => componentJson(part, line, facts))
			),
			deviations: parts.flatMap((part) =>
				part.check.findings.map((finding) => ({ nis: part.municipality.nis, ...finding }))
			)
		}))
	}))
});

const schemeJson = (scheme: Scheme, facts: Reference, known: string) => ({
	...saidJson(regimeSaid(facts, scheme, known), facts),
	code: scheme.code,
	name: scheme.name,
	tenure: scheme.tenure,
	status: scheme.status,
	startsOn: scheme.startsOn,
	deadline: scheme.deadline,
	baselineOn: scheme.baselineOn,
	householdsOn: scheme.householdsOn,
	legalReference: scheme.legalReference,
	note: scheme.note,
	source: publicationSource(facts, scheme.publication)
});

/** What is said of a regime on the day asked, each in the tense of that day. */
const saidJson = ({ rules, dates, statements }: RegimeSaid, facts: Reference) => ({
	rules: rules.map((rule) => ({
		code: rule.code,
		kind: rule.kind,
		name: rule.name,
		about: saidWords(rule.said),
		holdsUntil: rule.holdsUntil,
		share: fraction(rule.basisPoints),
		legalReference: rule.legalReference,
		source: publicationSource(facts, rule.publication)
	})),
	dates: dates.map(({ day, said, legalReference, publication }) => ({
		day,
		about: saidWords(said),
		legalReference,
		source: publicationSource(facts, publication)
	})),
	statements: statements.map(({ code, said, certainty, holdsUntil, publication }) => ({
		code,
		about: saidWords(said),
		certainty,
		holdsUntil,
		source: publicationSource(facts, publication)
	}))
});

/** One component of what a regime asks of a municipality. */
export const componentJson = (
	{ municipality, status }: RegimePart,
	line: RegimePart['lines'][number],
	facts: Reference
) => ({
	nis: municipality.nis,
	component: line.code,
	kind: line.kind,
	objectiveStatus: status,
	origin: line.origin,
	...figureJson(line.figure, facts),
	...(line.note && { note: line.note })
});
