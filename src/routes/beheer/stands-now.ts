/** The figure that the form of a correction is about, as it stands on the site now. */
import { isIndicator } from '#lib/domain/indicators.ts';
import type { Reader } from '#lib/server/database/schema.ts';
import { newestObservations } from '#lib/server/queries/observations.ts';
import { today } from '#lib/server/today.ts';
import type { Values } from './forms.ts';

/** The published one where there is one, else the estimate; none when the form is about no figure, or nobody said one. */
export async function standsNow(
	reader: Reader,
	{ nis_code = '', indicator = '', reference_date = '' }: Values
) {
	if (!isIndicator(indicator)) return undefined;
	const [newest] = await newestObservations(reader, {
		codes: [nis_code],
		indicators: [indicator],
		dates: [reference_date],
		known: today()
	});
	return newest;
}
