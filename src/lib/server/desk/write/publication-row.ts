import { parse } from 'node:path';
import type { Day } from '#lib/domain/dates.ts';
import { NEVER } from '../release/release.ts';
import type { WriteTransaction } from '../../database/schema.ts';
import { WHOLE_FILE } from '../findings/findings.ts';
import type { ImportJob } from './import-job.ts';

/** Publisher of a file of which nobody said who made it; shown on the site. */
const NOT_STATED = 'Niet opgegeven';

/** Writes the row of a new publication, a draft, and returns its id. */
export async function insertPublication(
	transaction: WriteTransaction,
	{ request, recognised, inspection, findings }: ImportJob,
	structureOn: Day | null
): Promise<number> {
	const { layout } = recognised;
	const publisher = request.publisher ?? layout.publisher;
	if (publisher === null) {
		findings.info('publisher_not_stated', WHOLE_FILE, {
			expected: '--publisher NAME',
			message: `Nobody said who published these figures; the site will show "${NOT_STATED}".`
		});
	}
	const { id } = await transaction
		.insertInto('publication')
		.values({
			publisher: publisher ?? NOT_STATED,
			title: request.title ?? layout.title ?? parse(request.source.name).name,
			url: request.url,
			licence: request.licence,
			kind: request.kind ?? 'first',
			reason: request.why,
			supersedes: request.supersedes,
			structure_on: structureOn,
			published_on: request.publishedOn,
			known_from: NEVER,
			file_name: request.source.name,
			sha256: inspection.sha256,
			note: layout.note
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}
