import type { Tile } from '#lib/components/Tiles.svelte';
import { attainment } from '#lib/domain/measures.ts';
import { periodOf } from '#lib/domain/regime.ts';
import { newestOfSorts } from '#lib/domain/published.ts';
import { estimatedWords, type Cell } from '#lib/tables/cell.ts';
import { numberCell, publisherLink } from '#lib/tables/facts.ts';
import {
	day,
	decimal,
	dwellings,
	figure,
	isEstimate,
	list,
	municipalities,
	percent,
	shortOrOver
} from '#lib/text/format.ts';
import { goalNote, ofTarget, partOfGoal } from '#lib/text/tiles.ts';
import type { RegionStanding } from '#lib/server/standing/standing.ts';
import { besideWords, shareTile } from '../../share-tile.ts';
import { factRows } from './tables.ts';
import type { PageData } from './$types';

/** The numbers with which the page of a municipality begins, after the sentence that says how many dwellings it has. */
export function municipalityTiles(data: PageData, around?: RegionStanding): Tile[] {
	const { standing, goals, flandersShare } = data;
	const others = [
		...goals.map(({ region, share }) => ({ name: region.name, share })),
		...(flandersShare ? [{ name: 'Vlaanderen', share: flandersShare }] : [])
	];
	const beside = besideWords(others);
	return [
		{
			...shareTile('per 100 huishoudens', standing.share, others),
			note: [{ figure: standing.stock, format: dwellings }, beside ? ` · ${beside}` : null]
		},
		objectiveTile(standing.objective, periodOf(data.scheme)),
		...data.fairParts.map(({ division: { region, regionGoal, towns, shortfall }, row }): Tile => {
			const range = towns[row]?.range;
			return {
				label: `deel in het streefcijfer van ${region.name}`,
				words: range ? { words: partOfGoal(range, shortfall), href: '#deel' } : '',
				note: `woningen, naargelang de sleutel${regionGoal ? `; ${goalNote(regionGoal)}` : ''}`
			};
		}),
		...(around ? carriedTile(standing, around) : [])
	];
}

/** Between which shares the members of its region lie, each as a dot beside its own; by name who has most, unless by estimates. */
function carriedTile(
	{ share: own, municipality: { nis } }: PageData['standing'],
	{ region, members }: RegionStanding
): Tile[] {
	const known = members.flatMap(({ municipality: { nis: key, name }, share }) =>
		share.value === null ? [] : [{ key, name, share, value: share.value }]
	);
	if (known.length < 2) return [];
	const shares = known.map((one) => one.value);
	const [least, most] = [Math.min(...shares), Math.max(...shares)];
	const isEstimated = known.some((one) => isEstimate(one.share));
	const mark = { status: isEstimated ? 'estimated' : 'normal' } as const;
	const carriers = known.filter((one) => one.value === most).map((one) => one.name);
	const strip = {
		dots: known.map((one) => ({ ...one, label: `${one.name} ${figure(one.share, oneDecimal)}` })),
		max: most,
		mean: own.value,
		width: 120
	};
	return [
		{
			label: `per 100 huishoudens bij de ${municipalities(known.length)} van ${region.name}${known.some(({ key }) => key === nis) ? '' : ', van voor de fusie'}`,
			words: `${figure({ ...mark, value: least }, tenths)} tot ${oneDecimal(most)}`,
			note: [{ strip }, isEstimated ? null : `meest: ${list(carriers)}`]
		}
	];
}

const oneDecimal = (value: number) => percent(value, 1);
const tenths = (value: number) => decimal(100 * value, 1);

/** What was published first: of each sort the newest, with its day and who published it. */
export const publishedTiles = (data: PageData): Tile[] =>
	factRows(data, newestOfSorts(data.published, data.moment.on)).map((fact): Tile => ({
		label: fact.what,
		words: numberCell(fact),
		note: [
			fact.date ? `${day(fact.date)} · ` : null,
			publisherLink(fact.publication, data.publications)
		]
	}));

/** That nothing is asked, with the sign of an estimate where that is one. */
const noObjective = ({ target, status }: PageData['standing']['objective']): Cell => {
	const words = { words: status === 'exempt' ? 'vrijgesteld' : 'geen' };
	return isEstimate(target) ? estimatedWords(words) : words;
};

function objectiveTile(objective: PageData['standing']['objective'], period: string): Tile {
	const where = attainment(objective);
	const label = `bindend sociaal objectief ${period}`;
	if (where === 'no_objective') return { label, words: noObjective(objective) };
	if (where === 'unknown') return { label, words: 'niet bekend' };
	return {
		label,
		figure: objective.toRealise,
		format: shortOrOver,
		note: ofTarget(objective),
		met: where === 'reached'
	};
}
