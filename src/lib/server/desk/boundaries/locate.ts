import type { Day } from '#lib/domain/dates.ts';
import type { Municipality, Places } from '#lib/domain/places.ts';
import { readCode } from '../read/cell-values.ts';
import { UnreadableFileError, type Findings, type Place } from '../findings/findings.ts';
import { municipalityNames, type MunicipalityNames } from '../read/municipality-names.ts';
import { turningDays } from '../read/structure.ts';
import type { Cell } from '../bytes/table.ts';
import type { RawArea } from './area.ts';
import { validityColumns, validityOf, type Validity } from './validity.ts';

/** An area whose municipality is known. */
export interface LocatedArea extends Validity {
	area: RawArea;
	municipality: Municipality;
}

/** What was found out about the areas of a file. */
export interface Located {
	areas: LocatedArea[];
	/** The column that says which municipality an area is. */
	column: string;
	/** The day of the one structure of the file; null when its areas bear validities of their own. */
	on: Day | null;
}

/**
 * Finds the municipality of each area, by the column that names most of them: a NIS code, else a name. Areas outside
 * Flanders and areas that are no known municipality are findings, and left out.
 * @param on the day for which the boundaries hold; null: each area says so itself, or the municipalities in it do
 * @throws UnreadableFileError when no column names municipalities
 */
export function locate(
	areas: readonly RawArea[],
	places: Places,
	on: Day | null,
	findings: Findings
): Located {
	const names = municipalityNames(places);
	const column = municipalityColumn(areas, names);
	const validity = validityColumns(areas);
	const day = validity ? null : (on ?? structureDay(areas, places, names, column));
	const located = areas.flatMap((area): LocatedArea[] => {
		const valid = validity ? validityOf(area, validity, findings) : WHOLE_STRUCTURE;
		if (!valid || (on !== null && !isValidOn(valid, on))) return [];
		const cell = cellOf(area, column);
		const place = { sheet: null, row: area.row, column };
		const municipality = recognised(names, cell, day ?? on ?? valid.from, place, findings);
		return municipality ? [{ area, municipality, ...valid }] : [];
	});
	reportOutside(areas, names, column, findings);
	return { areas: located, column, on: day };
}

/** Validity of areas that all hold in the one structure of their file. */
const WHOLE_STRUCTURE: Validity = { from: '', to: null };

const isValidOn = ({ from, to }: Validity, day: Day) => from <= day && (to === null || to >= day);

/** What stands in a column, as the readers of tables give it. */
function cellOf({ properties }: RawArea, column: string): Cell {
	const value = properties[column];
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value; // damaged: no day
	if (typeof value === 'number') return value;
	return typeof value === 'string' ? value : null;
}

/** The column that names most municipalities, in most areas; a code before a name. */
function municipalityColumn(areas: readonly RawArea[], names: MunicipalityNames): string {
	const columns = [...new Set(areas.flatMap(({ properties }) => Object.keys(properties)))];
	const candidate = (column: string, byCode: boolean) => {
		const cells = areas
			.map((area) => cellOf(area, column))
			.filter((cell) => (readCode(cell) !== null) === byCode && isMunicipality(names, cell));
		return { column, byCode, named: new Set(cells.map(String)).size, areas: cells.length };
	};
	const [best] = columns
		.flatMap((column) => [candidate(column, true), candidate(column, false)])
		.filter(({ named }) => named > 0)
		.toSorted(
			(a, b) => b.named - a.named || b.areas - a.areas || Number(b.byCode) - Number(a.byCode)
		);
	if (best) return best.column;
	throw new UnreadableFileError(
		'no_municipality_column',
		`No column names Flemish municipalities. The columns are: ${columns.slice(0, 12).join(', ') || 'none'}.`,
		'a column with NIS codes (34022) or names (Kortrijk)'
	);
}

function isMunicipality(names: MunicipalityNames, cell: Cell): boolean {
	const { kind, ...rest } = names.recognise(cell, null);
	return (
		kind === 'found' || (kind === 'asked' && 'candidates' in rest && rest.candidates.length === 1)
	);
}

/** A day of the structure that the areas fit best: most municipalities named, fewest missing. */
function structureDay(
	areas: readonly RawArea[],
	places: Places,
	names: MunicipalityNames,
	column: string
): Day | null {
	let best: { day: Day; fit: number } | null = null;
	for (const day of turningDays(places)) {
		const found = new Set<string>();
		for (const area of areas) {
			const recognition = names.recognise(cellOf(area, column), day);
			if (recognition.kind === 'found') found.add(recognition.municipality.nis);
		}
		const fit = 2 * found.size - places.validOn(day).length;
		if (!best || fit >= best.fit) best = { day, fit };
	}
	return best?.day ?? null;
}

function recognised(
	names: MunicipalityNames,
	cell: Cell,
	day: Day,
	place: Place,
	findings: Findings
): Municipality | null {
	const recognition = names.recognise(cell, day);
	switch (recognition.kind) {
		case 'found':
			return recognition.municipality;
		case 'not_in_force': {
			const { municipality, now } = recognition;
			findings.info('area_of_other_time', place, {
				value: cell,
				expected: now ? `${now.nis} ${now.name}` : undefined,
				message: `${municipality.name} (${municipality.nis}) does not exist on ${day}; the area is left out.`
			});
			return null;
		}
		case 'elsewhere':
			return null;
		default:
			findings.info('area_unknown', place, {
				value: cell,
				expected:
					recognition.kind === 'asked'
						? recognition.candidates.map((one) => `${one.nis} ${one.name}`).join(' or ')
						: 'the NIS code or name of a Flemish municipality',
				message: 'This area is no municipality that is known for sure; it is left out.'
			});
			return null;
	}
}

/** One finding for all areas of Brussels and Wallonia together. */
function reportOutside(
	areas: readonly RawArea[],
	names: MunicipalityNames,
	column: string,
	findings: Findings
): void {
	const outside = areas
		.map((area) => cellOf(area, column))
		.filter((cell) => names.recognise(cell, null).kind === 'elsewhere');
	if (outside.length === 0) return;
	findings.info(
		'area_outside',
		{ sheet: null, row: null, column },
		{
			value: outside.join(', '),
			message: `${outside.length} areas lie in Brussels or Wallonia and are left out.`
		}
	);
}
