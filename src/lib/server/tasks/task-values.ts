import * as v from 'valibot';
import { isDay } from '#lib/domain/dates.ts';
import { cleanWords, lengthOf, LONGEST_REPLY } from '#lib/domain/reply.ts';
import { brusselsMoment } from '../today.ts';

/** A calendar day. */
export const day = v.pipe(v.string(), v.check(isDay, 'expected a day as YYYY-MM-DD'));

/** Words of a person. */
export const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2_000));

/** An address on the web: a name after the scheme, and nothing that cannot stand in one. */
export const webAddress = v.pipe(
	text,
	v.regex(/^https?:\/\/[^\s"<>/]+(\/[^\s"<>]*)?$/, 'expected https://…')
);

/** The name of a folder that the program makes. */
export const plainName = v.pipe(v.string(), v.regex(/^[a-z\d]{1,40}$/));

/** A few words on one line: a name, a code, a role. */
export const line = v.pipe(
	v.string(),
	v.transform(cleanWords),
	v.minLength(1, 'expected some words'),
	v.maxLength(200, 'expected at most 200 characters')
);

/** Most units of text that the characters of a reply may take, so that no character is piled up without end. */
const LONGEST_STORED = 1_000;

/** The words of a reply. */
export const replyWords = v.pipe(
	v.string(),
	v.transform(cleanWords),
	v.minLength(1, 'expected the words of the reply'),
	v.check(
		(words) => lengthOf(words) <= LONGEST_REPLY,
		({ input }) => {
			const length = lengthOf(input);
			return `it has ${length} characters and at most ${LONGEST_REPLY} are shown; shorten it by ${length - LONGEST_REPLY}`;
		}
	),
	v.maxLength(LONGEST_STORED, 'too many marks are piled on its letters; write it plainly')
);

/** Number of a publication or a reply. */
export const number = v.pipe(v.number(), v.integer(), v.minValue(1));

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** A moment: of the clock in Brussels, or with its offset; comes out as ISO 8601 in UTC. */
export const moment = v.pipe(
	v.string(),
	v.transform((given) => (LOCAL.test(given) ? localMoment(given) : given)),
	v.check(
		(given) => /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(given) && !isNaN(Date.parse(given)),
		'expected a moment as 2026-12-01T09:00 (in Brussels), or with its offset'
	),
	v.transform((given) => new Date(given).toISOString())
);

const localMoment = (given: string): string =>
	isNaN(Date.parse(given)) ? given : brusselsMoment(`${given}:00`);
