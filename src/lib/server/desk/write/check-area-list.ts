// Holds a list of areas against the municipalities that are known.
import { createPlaces } from '#lib/domain/places.ts';
import { municipalities, successions } from '../../queries/places.ts';
import type { Reader, WriteTransaction } from '../../database/schema.ts';
import { tellAbsent } from '../read/absent.ts';
import { NOT_LOCALISED, isCodeElsewhere } from '../read/area-names.ts';
import { NOTHING, type Brought } from './brought.ts';
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import type { ImportJob } from './import-job.ts';
import type { AreaListLayout, ListedArea } from '../read/layout.ts';
import { municipalityNames } from '../read/municipality-names.ts';

/** Holds the list against the municipalities that are known on the day: the register of Statbel brings new ones, not this list. */
export async function checkAreaList(
	transaction: WriteTransaction,
	{ request, recognised, findings, progress }: ImportJob,
	layout: AreaListLayout
): Promise<Brought> {
	const areas = await layout.read(recognised.tables, findings);
	progress(areas.length);
	const db = transaction as unknown as Reader;
	const places = createPlaces(await municipalities(db), await successions(db));
	compareAreas(areas, places, request.on ?? request.publishedOn, findings);
	return NOTHING;
}

/** Tells which areas of a list are not known on a day, under which other name, and which are missing. */
export function compareAreas(
	areas: readonly ListedArea[],
	places: ReturnType<typeof createPlaces>,
	on: string,
	findings: Findings
): void {
	const names = municipalityNames(places);
	const listed = new Set<string>();
	for (const { sheet, row, code, name } of areas) {
		const place = { sheet, row, column: 'geoitem code' };
		if (Object.hasOwn(NOT_LOCALISED, code) || isCodeElsewhere(code)) continue;
		const known = places.byCode.get(code);
		if (!known || !places.inForce(code, on)) {
			findings.block(known ? 'ended_municipality' : 'unknown_municipality', place, {
				value: `${code} ${name}`,
				expected:
					'first the REFNIS register of Statbel, which says from when a municipality exists',
				message: known
					? `${code} ${known.name} does not exist on ${on}.`
					: `${code} ${name} is not known.`
			});
			continue;
		}
		listed.add(code);
		const one = names.recognise(name, on);
		if (one.kind === 'found' && one.municipality.nis === code) continue;
		findings.info(
			'other_name',
			{ sheet, row, column: 'name' },
			{
				value: name,
				expected: known.name,
				message: `${code} is known as ${known.name}; the list calls it ${name}.`
			}
		);
	}
	tellAbsent(listed, places, on, WHOLE_FILE, findings);
	findings.info('known_areas', WHOLE_FILE, {
		value: listed.size,
		message: `${listed.size} Flemish municipalities of the list are known on ${on}; ${areas.length - listed.size} rows are of other areas.`
	});
}
