/**
 * Status of one figure, after the SDMX code list for observation status (CL_OBS_STATUS).
 * `missing`, `suppressed` and `not_applicable` carry no value; zero is a value.
 */
export const STATUSES = [
	'normal',
	'provisional',
	'estimated',
	'forecast',
	'break',
	'missing',
	'suppressed',
	'not_applicable'
] as const;

export type Status = (typeof STATUSES)[number];

/** The statuses that stand in place of a value. */
export const VALUELESS: readonly Status[] = ['missing', 'suppressed', 'not_applicable'];

/** Whether a number is an estimate of ours or rests on one, so that it must carry the mark; no number needs none. */
export const isEstimate = ({ value, status }: { value: number | null; status: Status }): boolean =>
	value !== null && status === 'estimated';

/** Whether some of these are known, and all that are known are estimates. */
export const areEstimates = (
	figures: readonly { value: number | null; status: Status }[]
): boolean => {
	const known = figures.filter(({ value }) => value !== null);
	return known.length > 0 && known.every(isEstimate);
};

/** By what a list ranks a figure: null for an estimate as for an unknown one, because nobody is ranked on an estimate. */
export const rankedBy = (figure: { value: number | null; status: Status }): number | null =>
	isEstimate(figure) ? null : figure.value;
