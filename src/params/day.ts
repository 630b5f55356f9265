import { isDay } from '#lib/domain/dates.ts';

/** A calendar day, `YYYY-MM-DD`. */
export const match = (text: string): boolean => isDay(text);
