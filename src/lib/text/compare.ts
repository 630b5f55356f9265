import type { Figure } from '#lib/domain/figure.ts';
import { halfUp } from '#lib/domain/rounding.ts';
import { decimal, figure, isEstimate, list, percent, reason } from './format.ts';

/** A region with its share. */
interface Shared {
	name: string;
	share: Figure;
}

const MEASURED = 'Sociale huurwoningen per 100 huishoudens';

/** Who is lowest or highest by an estimate is not named. */
const inRegion = ({ name, share }: Shared) =>
	figure(share, (value) => decimal(value * 100, 1)) + (isEstimate(share) ? '' : ` in ${name}`);

/** Between which shares several regions lie. */
export function rangeSentence(regions: readonly Shared[]): string {
	const known = regions
		.filter((one) => one.share.value !== null)
		.sort((a, b) => (a.share.value ?? 0) - (b.share.value ?? 0));
	const [lowest, highest] = [known[0], known.at(-1)];
	if (!lowest || !highest) return 'Van deze regio’s is geen aandeel bekend.';
	if (lowest === highest) return `${MEASURED}: ${inRegion(lowest)}.`;
	return `${MEASURED}: van ${inRegion(lowest)} tot ${inRegion(highest)}.`;
}

/** How much of the unevenness of all members lies within the regions, and how much between them. */
export function splitSentence({ total, within }: Record<'total' | 'within', Figure>): string {
	if (total.value === null || within.value === null) {
		const why = total.reason ? ` (${reason(total.reason)})` : '';
		return `Hoeveel van de ongelijkheid binnen en tussen de regio’s zit, is niet te berekenen${why}.`;
	}
	if (total.value < 1e-12)
		return 'Alle gemeenten van deze regio’s hebben hetzelfde aandeel: er is geen ongelijkheid.';
	const inside = halfUp((within.value / total.value) * 100);
	const part = (value: number) => figure({ ...total, value }, (one) => percent(one / 100, 0));
	return `Van alle ongelijkheid tussen deze gemeenten zit ${part(inside)} binnen de regio’s en ${part(100 - inside)} tussen de regio’s.`;
}

/** That some municipalities belong to two of the regions. */
export const overlapSentence = (names: readonly string[], others: number): string =>
	`${list([...names, ...(others > 0 ? [`${others} andere`] : [])])} ${names.length + others === 1 ? 'hoort' : 'horen'} bij meer dan één van deze regio’s.`;
