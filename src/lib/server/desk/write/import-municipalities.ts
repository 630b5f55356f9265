import { municipalities } from '../../queries/places.ts';
import type { Reader, WriteTransaction } from '../../database/schema.ts';
import { NOTHING, type Brought } from './brought.ts';
import { WHOLE_FILE } from '../findings/findings.ts';
import type { ImportJob } from './import-job.ts';
import type { MunicipalitiesLayout } from '../read/layout.ts';
import {
	compareMunicipalities,
	type RegisteredMunicipality
} from '../check/municipality-changes.ts';
import { insertPublication } from './publication-row.ts';
import { isDraft } from './settle.ts';
import { applyEndings, endingsOf } from '../check/structure-changes.ts';

/** Writes new and changed Flemish municipalities; without any, there is no publication either. */
export async function importMunicipalities(
	transaction: WriteTransaction,
	job: ImportJob,
	layout: MunicipalitiesLayout
): Promise<Brought> {
	const areas = await layout.read(job.recognised.tables, job.findings);
	job.progress(areas.length);
	const known = await municipalities(transaction as unknown as Reader);
	const byCode = new Map(known.map((one) => [one.nis, one]));
	const successors = job.request.map?.successors ?? {};
	const changes = compareMunicipalities(areas, byCode, job.findings, successors);
	const endings = endingsOf(changes, byCode, successors, job.findings);
	const counts = { ...NOTHING, municipalities: changes.length };
	if (changes.length > 0 && job.request.write && isDraft(job.request)) {
		job.findings.block('no_draft', WHOLE_FILE, {
			expected: 'an import without --draft or --release-at, and --published today or earlier',
			message: 'Municipalities change for every day at once: they cannot wait for a release.'
		});
	}
	if (changes.length === 0) return counts;
	const publication = await insertPublication(transaction, job, null);
	for (const change of changes) await writeMunicipality(transaction, change, publication);
	await applyEndings(transaction, endings, byCode, publication, job.findings);
	return { ...counts, publication };
}

async function writeMunicipality(
	transaction: WriteTransaction,
	change: RegisteredMunicipality,
	publication: number
): Promise<void> {
	await keepEarlier(transaction, change.nis, publication);
	const row = {
		name: change.name,
		province_code: change.province,
		arrondissement_code: change.arrondissement,
		valid_from: change.validFrom,
		valid_to: change.validTo,
		publication_id: publication
	};
	await transaction
		.insertInto('municipality')
		.values({ nis_code: change.nis, ...row })
		.onConflict((conflict) => conflict.column('nis_code').doUpdateSet(row))
		.execute();
}

/** What is registered of a municipality so far stays known, for whoever asks what was known before. */
async function keepEarlier(transaction: WriteTransaction, nis: string, publication: number) {
	const columns = [
		'nis_code',
		'name',
		'province_code',
		'arrondissement_code',
		'valid_from',
		'valid_to',
		'publication_id'
	] as const;
	await transaction
		.insertInto('earlier_municipality')
		.columns([...columns, 'replaced_by'])
		.expression((from) =>
			from
				.selectFrom('municipality')
				.select(columns)
				.select(from.lit(publication).as('replaced_by'))
				.where('nis_code', '=', nis)
		)
		.execute();
}
