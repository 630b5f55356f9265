import type { Day } from '#lib/domain/dates.ts';
import { saidOn, type LawCertainty, type Said } from '#lib/domain/law.ts';
import { isOut, type Reference } from '../reference/reference.ts';
import { knownRules, type Scheme, type SchemeRule } from './build-up.ts';

type SchemeDate = Reference['schemeDates'][number];

/** What the law page says of one regime on a day, each in the tense of that day. */
export interface RegimeSaid {
	rules: readonly (SchemeRule & { said: Said })[];
	dates: readonly (SchemeDate & { said: Said })[];
	/** What else is known of it, and what was looked for and not found. */
	statements: readonly {
		code: string;
		said: Said;
		certainty: LawCertainty;
		holdsUntil: Day | null;
		publication: number;
	}[];
}

/** Of a regime in preparation nothing that was announced for a past day is verified. */
const isVerified = ({ status }: Pick<Scheme, 'status'>): boolean => status !== 'in_preparation';

/** A rule in the tense of a day. */
export const ruleOn = (
	{ about, holdsUntil, afterwards }: SchemeRule,
	scheme: Pick<Scheme, 'status'>,
	day: Day
): Said => saidOn({ says: about, holdsUntil, afterwards, verified: isVerified(scheme) }, day);

/** What was known by a day of a regime, as it is said on that day. */
export const regimeSaid = (facts: Reference, scheme: Scheme, known: Day): RegimeSaid => ({
	rules: knownRules(facts, scheme.code, known).map((rule) => ({
		...rule,
		said: ruleOn(rule, scheme, known)
	})),
	dates: facts.schemeDates
		.filter((one) => one.scheme === scheme.code && isOut(facts, one, known))
		.map((date) => ({ ...date, said: dateOn(date, scheme, known) })),
	statements: facts.lawStatements
		.filter((one) => one.scheme === scheme.code && isOut(facts, one, known))
		.map(({ code, certainty, holdsUntil, publication, ...one }) => ({
			...{ code, certainty, holdsUntil, publication },
			said: saidOn({ ...one, holdsUntil }, known)
		}))
});

/** What was announced for a day holds up to that day; what simply is a day holds always. */
const dateOn = ({ day, about, afterwards }: SchemeDate, scheme: Scheme, known: Day): Said =>
	saidOn(
		{
			says: about,
			holdsUntil: afterwards === null ? null : day,
			afterwards,
			verified: isVerified(scheme)
		},
		known
	);
