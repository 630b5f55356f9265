import { count, municipalities } from './format.ts';

/**
 * For how many municipalities the stock is an estimate of our own; empty when there are none.
 * @param estimates municipalities with a practice figure
 * @param total municipalities shown; not fewer
 */
export function estimateSentence(estimates: number, total: number): string {
	if (estimates === 0) return '';
	return `Voor ${whose(estimates, total)} is het aantal woningen een oefencijfer (≈): een raming, geen meting.`;
}

function whose(estimates: number, total: number): string {
	if (estimates < total) return `${count(estimates)} van de ${municipalities(total)}`;
	return total === 1 ? 'deze gemeente' : `alle ${municipalities(total)}`;
}
