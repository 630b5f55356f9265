import { parse } from 'node:path';
import { encodeShape } from '#lib/domain/area-shape.ts';
import type { WriteTransaction } from '../../database/schema.ts';
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import type { Inspection } from '../bytes/source.ts';
import type { Drawn } from './draw-file.ts';
import type { BoundaryRequest } from './boundary-request.ts';

/** Publisher of a file of which nobody said who made it; shown on the site. */
const NOT_STATED = 'Niet opgegeven';

/** All that writing needs. */
export interface Job {
	request: BoundaryRequest;
	inspection: Inspection;
	drawn: Drawn;
	findings: Findings;
}

/** Whether the database holds the same boundaries already; then only the neighbours can still be asked. */
export async function isKnown(
	transaction: WriteTransaction,
	{ request, inspection: { sha256 }, findings }: Job
): Promise<boolean> {
	const sets = await transaction
		.selectFrom('boundary_set')
		.select(['id', 'title', 'asked_on'])
		.where('sha256', '=', sha256)
		.execute();
	const same = sets.find((one) => one.asked_on === request.on);
	if (same && request.neighbours === 'leave') {
		findings.block('same_boundaries', WHOLE_FILE, {
			value: sha256,
			expected: 'a file that is not in the database yet',
			message: `The same boundaries are already there as set ${same.id}, "${same.title}".`
		});
	}
	return same !== undefined;
}

/** Writes the row of the file and a row for each municipality and structure. */
export async function writeSet(
	transaction: WriteTransaction,
	{ request, inspection, drawn: { format, coordinates, vintages }, findings }: Job
): Promise<void> {
	const publisher = request.publisher ?? NOT_STATED;
	const title = request.title ?? parse(request.source.name).name;
	if (request.publisher === null) {
		findings.info('publisher_not_stated', WHOLE_FILE, {
			expected: '--publisher NAME',
			message: `Nobody said who published these boundaries; the maps will show "${NOT_STATED}".`
		});
	}
	const { id } = await transaction
		.insertInto('boundary_set')
		.values({
			publisher,
			title,
			url: request.url,
			licence: request.licence,
			credit: request.credit ?? `${publisher}, ${title}`,
			published_on: request.publishedOn,
			file_name: request.source.name,
			sha256: inspection.sha256,
			format,
			coordinates,
			asked_on: request.on
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	for (const { from, to, shapes } of vintages) {
		const rows = [...shapes].map(([nis_code, shape]) => ({
			boundary_set: id,
			nis_code,
			valid_from: from,
			valid_to: to,
			shape: encodeShape(shape)
		}));
		await transaction.insertInto('boundary').values(rows).execute();
	}
}
