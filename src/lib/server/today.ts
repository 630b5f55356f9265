import type { Day } from '#lib/domain/dates.ts';

const brussels = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** The calendar day of a moment in Brussels. */
export const dayOf = (moment: Date): Day => brussels.format(moment);

/** The calendar day in Brussels: the only place where the site reads the clock for a page. */
export const today = (): Day => dayOf(new Date());

const clock = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/Brussels',
	dateStyle: 'short',
	timeStyle: 'medium'
});

/** A moment of the clock in Brussels, `YYYY-MM-DDTHH:MM:SS`, as ISO 8601 in UTC: by summer or winter time. */
export function brusselsMoment(local: string): string {
	const summer = new Date(`${local}+02:00`);
	const isSummer = clock.format(summer) === local.replace('T', ' ');
	return (isSummer ? summer : new Date(`${local}+01:00`)).toISOString();
}

/** The first moment of a day in Brussels, ISO 8601. */
export const startOfDay = (day: Day): string => brusselsMoment(`${day}T00:00:00`);
