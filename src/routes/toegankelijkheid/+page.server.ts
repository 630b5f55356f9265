import { day } from '#lib/text/format.ts';

/** Day on which the statement was last made from an assessment of the site. */
const STATED_ON = '2026-11-24';

export const load = () => ({
	statedOn: STATED_ON,
	sheet: `Verklaring van ${day(STATED_ON)}`
});
