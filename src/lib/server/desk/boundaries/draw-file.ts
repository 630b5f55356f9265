import type { Places } from '#lib/domain/places.ts';
import { UnreadableFileError, WHOLE_FILE, type Findings } from '../findings/findings.ts';
import type { Inspection } from '../bytes/source.ts';
import type { AreaFile } from './area.ts';
import { coordinatesOf } from './coordinates.ts';
import type { BoundaryRequest } from './boundary-request.ts';
import { locate } from './locate.ts';
import { openAreas } from './open-areas.ts';
import { checkPlausible } from './plausible.ts';
import { shapesOf, type Shapes } from './shapes.ts';
import { vintagesOf, type Vintage } from './vintages.ts';

/** The boundaries of a file, ready to be written. */
export interface Drawn {
	format: AreaFile['format'];
	/** Name of the system of coordinates of the file. */
	coordinates: string;
	vintages: (Vintage & Shapes)[];
}

/**
 * Reads a file of boundaries and checks all of it; what is wrong goes to `findings`.
 * @throws UnreadableFileError when it cannot be read at all
 */
export async function drawFile(
	request: BoundaryRequest,
	inspection: Inspection,
	places: Places,
	findings: Findings
): Promise<Drawn> {
	const file = await openAreas(request.source, inspection, findings);
	if (file.areas.length === 0)
		throw new UnreadableFileError('not_an_area', 'The file holds no areas.');
	const { system, toDegrees } = coordinatesOf(file, findings);
	const located = locate(file.areas, places, request.on, findings);
	const vintages = vintagesOf(located, places, request.on, findings);
	const drawn = findings.blocked
		? []
		: vintages.map((one) => ({ ...one, ...shapesOf(one, toDegrees) }));
	for (const one of drawn) check(one, places, findings);
	return { format: file.format, coordinates: system, vintages: drawn };
}

function check(vintage: Vintage & Shapes, places: Places, findings: Findings): void {
	checkPlausible(vintage.shapes, places, findings);
	for (const [nis, parts] of vintage.areas) {
		if (parts.length === 1) continue;
		const details = {
			value: `${nis} ${places.byCode.get(nis)?.name}`,
			expected: 'parts that lie beside each other',
			message: `${parts.length} areas of the file, ${parts
				.map(({ row }) => row)
				.slice(0, 5)
				.join(', ')}${parts.length > 5 ? ' …' : ''}, bear this code`
		};
		const place = { ...WHOLE_FILE, row: parts[0]?.row ?? null };
		if (vintage.overlapping.includes(nis)) {
			findings.block('overlapping_areas', place, {
				...details,
				message: `${details.message} and lie over each other.`
			});
		} else {
			findings.info('joined_areas', place, {
				...details,
				message: `${details.message} and were joined.`
			});
		}
	}
}
