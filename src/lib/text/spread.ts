import type { Figure } from '#lib/domain/figure.ts';
import { dwellings, figure, reason } from './format.ts';

/** The spread of a region in homes: how many would have to stand in another member for all to have the same share. */
export function spreadSentence(name: string, elsewhere: Figure): string {
	const { value } = elsewhere;
	if (value === null) {
		const why = elsewhere.reason ? ` (${reason(elsewhere.reason)})` : '';
		return `De spreiding in ${name} is niet te berekenen${why}.`;
	}
	if (value === 0)
		return `In ${name} heeft elke gemeente op minder dan een woning na hetzelfde aandeel.`;
	const would = value === 1 ? 'zou' : 'zouden';
	return `In ${name} ${would} ${figure(elsewhere, dwellings)} elders in de regio moeten staan opdat elke gemeente hetzelfde aandeel heeft.`;
}
