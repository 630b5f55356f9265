import * as v from 'valibot';

/**
 * The words in which the shapes of the API are written. Every field carries a description: what it is, in which unit, and
 * what null means where it can be null. From these shapes come the types of the answers, the OpenAPI document and the
 * reference page.
 */

/** Free text. */
export const text = (about: string) => v.pipe(v.string(), v.description(about));

/** Yes or no. */
export const flag = (about: string) => v.pipe(v.boolean(), v.description(about));

/** Only there when it is true. */
export const mark = (about: string) =>
	v.optional(v.pipe(v.literal(true), v.metadata({ type: 'boolean' }), v.description(about)));

/** A number with decimals. */
export const decimal = (about: string) => v.pipe(v.number(), v.description(about));

/** A whole number. */
export const whole = (about: string) => v.pipe(v.number(), v.integer(), v.description(about));

/** A calendar day, `YYYY-MM-DD`. */
export const day = (about: string) => v.pipe(v.string(), v.isoDate(), v.description(about));

/** A moment, ISO 8601 in UTC. */
export const moment = (about: string) => v.pipe(v.string(), v.isoTimestamp(), v.description(about));

/** A five-digit NIS code. */
export const nis = (about: string) => v.pipe(v.string(), v.regex(/^\d{5}$/), v.description(about));

/** One of some words, each with its meaning. */
export const oneOf = <const Word extends string>(
	meanings: Readonly<Record<Word, string>>,
	about: string
) => {
	const words = Object.keys(meanings) as Word[];
	const lines = words.map((word) => `\`${word}\`: ${meanings[word]}`);
	return v.pipe(v.picklist(words), v.description([about, ...lines].join('\n- ')));
};

/** A field that can be null; the description says what that means. */
export const maybe = <const Schema extends v.GenericSchema>(schema: Schema, about: string) =>
	v.pipe(v.nullable(schema), v.description(about));

/** A calendar day, or null; the description says what that means. */
export const maybeDay = (about: string) => maybe(day(about), about);

/** A shape that has a name of its own, described where it is used. */
export const of = <const Schema extends v.GenericSchema>(schema: Schema, about: string) =>
	v.pipe(
		v.lazy((): Schema => schema),
		v.description(about)
	);

/** A list. */
export const listOf = <const Schema extends v.GenericSchema>(schema: Schema, about: string) =>
	v.pipe(v.array(schema), v.description(about));

/** An object with exactly these fields. */
export const shape = <const Entries extends v.ObjectEntries>(entries: Entries, about: string) =>
	v.pipe(v.strictObject(entries), v.description(about));

/** A value for each municipality, by NIS code. */
export const byNis = <const Schema extends v.GenericSchema>(schema: Schema, about: string) =>
	v.pipe(v.record(v.string(), schema), v.description(about));

/**
 * An object in which `field` is null exactly when `reason` is there: no number is unknown without a reason, and none that
 * is known has one.
 */
export const explained = <const Entries extends v.ObjectEntries>(
	field: keyof Entries & string,
	entries: Entries,
	about: string
) =>
	v.pipe(
		v.strictObject(entries),
		v.check((one) => {
			const row = one as Record<string, unknown>;
			return (row[field] === null) === (row['reason'] !== undefined);
		}, `${field} is null without a reason, or has a reason with a value`),
		v.metadata({
			if: { properties: { [field]: { type: 'null' } } },
			then: { required: ['reason'] },
			else: { not: { required: ['reason'] } }
		}),
		v.description(about)
	);
