import type { MapMark } from '#lib/charts/municipality-map.ts';
import type { Category, Ground } from '#lib/domain/progress-test.ts';
import { overviewLayout } from '#lib/server/reference/map-layouts.ts';
import type { Reference } from '#lib/server/reference/reference.ts';
import type { Round, TestStanding } from '#lib/server/standing/tests.ts';
import { NBSP } from '#lib/text/format.ts';
import { mapCaption } from '#lib/text/map-caption.ts';
import { CATEGORY_WORDS, GROUND_WORDS, shortSentence } from '#lib/text/progress-test.ts';
import type { Link } from '../../../links.ts';

/** Who has no objective is drawn apart. */
const GROUND_ORDER: readonly Ground[] = (Object.keys(GROUND_WORDS) as Ground[]).filter(
	(ground) => ground !== 'no_objective'
);
const CATEGORY_ORDER: readonly Category[] = ['2b', '2a', '2', '1'];

/** The map of a round: by computed category where there are thresholds, by published category elsewhere. */
export function testMap(
	facts: Reference,
	round: Round,
	rows: readonly TestStanding[],
	shown: ReadonlySet<string>,
	link: Link
) {
	const { width, height, cells, credit } = overviewLayout(facts, round.measuredOn);
	const byCode = new Map(rows.map((row) => [row.municipality.nis, row]));
	const computed = round.thresholds !== null;
	const all = shown.size === rows.length;
	const marks = cells.flatMap((cell): MapMark[] => {
		const row = byCode.get(cell.nis);
		if (!row) return [];
		return [
			{
				...cell,
				name: row.municipality.name,
				href: link(`/gemeenten/${cell.nis}`, { op: round.measuredOn }),
				class: classOf(row, computed),
				label: labelOf(row, computed),
				highlighted: false,
				free: computed && row.ground === 'no_objective',
				estimated: computed && row.estimated,
				context: !all && !shown.has(cell.nis)
			}
		];
	});
	return {
		size: { width, height },
		caption: mapCaption(credit),
		marks,
		classes: computed
			? GROUND_ORDER.map((ground) => GROUND_WORDS[ground].name)
			: CATEGORY_ORDER.map((category) => `categorie ${category}`),
		shades: computed ? [0, 2, 4] : [0, 2, 3, 5],
		words: {
			none: 'niet bekend',
			free: GROUND_WORDS.no_objective.name,
			estimated: 'raming'
		}
	};
}

function classOf(row: TestStanding, computed: boolean): number | null {
	if (computed && row.ground === 'no_objective') return null;
	if (computed) return row.ground && GROUND_ORDER.indexOf(row.ground);
	return row.entered && CATEGORY_ORDER.indexOf(row.entered.category);
}

function labelOf(row: TestStanding, computed: boolean): string {
	const { name } = row.municipality;
	if (!computed)
		return row.entered
			? `${name}: categorie ${row.entered.category}, ${CATEGORY_WORDS[row.entered.category]}`
			: `${name}: categorie niet bekend`;
	if (row.computed === null) return `${name}: te weinig bekend om te berekenen`;
	return `${name}: ${row.estimated ? `≈${NBSP}` : ''}categorie ${row.computed}, ${shortSentence(row)}`;
}
