/** What a list of municipalities shows, in words. */
import type { ListFilter } from '#lib/domain/list-filter.ts';
import { count, goalShare, list, municipalities, NBSP } from './format.ts';
import { PUBLISHED_WORDS } from './published.ts';
import { ATTAINMENT_WORDS } from './words.ts';

/** Whether a filter asks for figures, so that how many there are is no surer than those. */
const asksFigures = ({ from, below, short, status }: ListFilter): boolean =>
	[from, below, short, status].some((one) => one !== null);

/**
 * `≈ 12 gemeenten in Regio Kortrijk met minder dan 3 % sociale huurwoningen en meer dan 10 woningen te kort`
 * @param estimated whether figures of municipalities are estimates
 */
export function listSentence(
	size: number,
	area: string | null,
	filter: ListFilter,
	estimated: boolean
): string {
	const having = [
		shareWords(filter),
		filter.short === null ? '' : `meer dan ${count(filter.short)} woningen te kort`,
		filter.status === null ? '' : `objectief: ${ATTAINMENT_WORDS[filter.status].name}`,
		filter.outcome === null ? '' : `categorie ${filter.outcome} in de laatste voortgangstoets`,
		filter.published === null ? '' : `gepubliceerd: ${PUBLISHED_WORDS[filter.published].one}`
	].filter((words) => words !== '');
	return [
		`${estimated && asksFigures(filter) ? `≈${NBSP}` : ''}${municipalities(size)}`,
		...(area === null ? [] : [`in ${area}`]),
		...(having.length === 0 ? [] : [`met ${list(having)}`])
	].join(' ');
}

function shareWords({ from, below }: ListFilter): string {
	const bounds = [
		...(from === null ? [] : [`minstens ${goalShare(from)}`]),
		...(below === null ? [] : [`minder dan ${goalShare(below)}`])
	];
	return bounds.length === 0 ? '' : `${list(bounds)} sociale huurwoningen`;
}
