import { day } from './format.ts';

/**
 * A reference date to pick: «31/12/2024», «31/12/2025 (woningen: alleen Vlaanderen)».
 * @param only names of the regions of which a total is known, where no municipality has a figure; else none
 */
export function dateLabel(date: string, only: readonly string[]): string {
	if (only.length === 0) return day(date);
	return `${day(date)} (woningen: alleen ${only.length === 1 ? only[0] : 'totalen van regio’s'})`;
}
