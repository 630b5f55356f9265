import {
	boundsOf,
	metresBetween,
	shapeArea,
	UNITS_PER_DEGREE,
	type AreaShape
} from '#lib/domain/area-shape.ts';
import type { Municipality, Places } from '#lib/domain/places.ts';
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';

/** How far the middle of an area may lie from the known centre of its municipality, in widths of the municipality. */
const REACH = 0.6;
const SMALLEST_REACH = 2_000;
/** How many times larger or smaller than known an area may be before somebody should look. */
const RATIO = 1.25;
const SQUARE_METRES = 1_000_000;

/** Holds the shapes of a file against the centres and areas that are known of the municipalities. */
export function checkPlausible(
	shapes: ReadonlyMap<string, AreaShape>,
	places: Places,
	findings: Findings
): void {
	for (const [nis, shape] of shapes) {
		const municipality = places.byCode.get(nis);
		if (!municipality) continue;
		checkPlace(municipality, shape, findings);
		checkSize(municipality, shape, findings);
	}
}

function checkPlace(municipality: Municipality, shape: AreaShape, findings: Findings): void {
	const { nis, name, longitude, latitude } = municipality;
	if (longitude === null || latitude === null) return;
	const [west, south, east, north] = boundsOf(shape).map((one) => one / UNITS_PER_DEGREE) as [
		number,
		number,
		number,
		number
	];
	const apart = metresBetween([longitude, latitude], [(west + east) / 2, (south + north) / 2]);
	const width = metresBetween([west, south], [east, north]);
	if (apart <= Math.max(SMALLEST_REACH, REACH * width)) return;
	findings.block('misplaced_area', WHOLE_FILE, {
		value: `${nis} ${name}`,
		message: `The area that the file calls ${name} (${nis}) lies ${Math.round(apart / 1_000)} km from where ${name} lies.`
	});
}

function checkSize(
	{ nis, name, areaKm2 }: Municipality,
	shape: AreaShape,
	findings: Findings
): void {
	if (areaKm2 === null) return;
	const found = shapeArea(shape) / SQUARE_METRES;
	if (found <= areaKm2 * RATIO && found >= areaKm2 / RATIO) return;
	findings.info('unexpected_size', WHOLE_FILE, {
		value: `${nis} ${name}: ${found.toFixed(2)} km²`,
		expected: `about ${areaKm2.toFixed(2)} km²`,
		message: `The area of ${name} differs by more than a quarter from what is known.`
	});
}
