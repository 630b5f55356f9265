import type { Day } from '#lib/domain/dates.ts';

const brussels = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** The calendar day in Brussels: the only place where the site reads the clock for a page. */
export const today = (): Day => brussels.format(new Date());
