import * as v from 'valibot';
import { isDay } from '#lib/domain/dates.ts';
import { brusselsMoment } from './today.ts';

/** A calendar day. */
export const day = v.pipe(v.string(), v.check(isDay, 'expected a day as YYYY-MM-DD'));

/** Words of a person. */
export const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2_000));

/** Number of a publication. */
export const publicationId = v.pipe(v.number(), v.integer(), v.minValue(1));

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
