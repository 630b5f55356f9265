import { addDays, type Day } from '#lib/domain/dates.ts';
import { createPlaces } from '#lib/domain/places.ts';
import { municipalities, successions } from '../queries/places.ts';
import { memberships, regions, type Region } from '../queries/regions.ts';
import type { Reader, WriteTransaction } from '../schema.ts';
import { NOTHING, type Brought } from './brought.ts';
import { WHOLE_FILE } from './findings.ts';
import type { ImportJob } from './import-file.ts';
import type { MembershipsLayout } from './layout.ts';
import { compareMemberships, type MembershipChange } from './membership-changes.ts';
import { insertPublication } from './publication-row.ts';
import { isDraft } from './settle.ts';

/** Writes memberships that begin or end on the day of `--on`; without any, there is no publication either. */
export async function importMemberships(
	transaction: WriteTransaction,
	job: ImportJob,
	layout: MembershipsLayout
): Promise<Brought> {
	const { request, recognised, findings, progress } = job;
	const db = transaction as unknown as Reader;
	const places = createPlaces(await municipalities(db), await successions(db));
	const table = await layout.read(recognised.tables, request, places, findings);
	progress(table.rows.length);
	if (request.on === null || findings.blocked) return NOTHING;
	const ofKind = (await regions(db)).filter(({ kind }) => kind === table.kind);
	const known = { places, regions: ofKind, memberships: await memberships(db) };
	const changes = compareMemberships(table, known, request.on, findings);
	if (changes.length > 0 && isDraft(request)) {
		findings.block('no_draft', WHOLE_FILE, {
			expected: 'an import without --draft or --release-at, and --published today or earlier',
			message: 'Memberships change for every reader at once: they cannot wait for a release.'
		});
	}
	if (changes.length === 0 || findings.blocked) return NOTHING;
	const publication = await insertPublication(transaction, job, null);
	await tellGoals(transaction, ofKind, changes, job);
	for (const change of changes) await writeChange(transaction, change, request.on, publication);
	return { ...NOTHING, publication, memberships: changes.length };
}

async function writeChange(
	transaction: WriteTransaction,
	{ region, nis, change, from }: MembershipChange,
	on: Day,
	publication_id: number
): Promise<void> {
	if (change === 'starts') {
		await transaction
			.insertInto('region_membership')
			.values({ region, nis_code: nis, valid_from: on, valid_to: null, publication_id })
			.execute();
		return;
	}
	await transaction
		.updateTable('region_membership')
		.set({ valid_to: addDays(on, -1), ended_by: publication_id })
		.where('region', '=', region)
		.where('nis_code', '=', nis)
		.where('valid_from', '=', from)
		.execute();
}

/** A goal of a region is one of its members: who goes or comes changes what is to be reached. */
async function tellGoals(
	transaction: WriteTransaction,
	ofKind: readonly Region[],
	changes: readonly MembershipChange[],
	{ findings, recognised }: ImportJob
): Promise<void> {
	const goals = await transaction.selectFrom('regional_goal').select('region').distinct().execute();
	const sheet = recognised.tables[0]?.sheet ?? null;
	for (const { region } of goals) {
		const own = changes.filter((one) => one.region === region);
		const name = ofKind.find(({ slug }) => slug === region)?.name ?? region;
		if (own.length === 0) continue;
		findings.info(
			'structure_effect',
			{ sheet, row: own[0]?.row ?? null, column: null },
			{
				value: region,
				message: `${name} has a goal of its own; ${own.length} memberships of it change.`
			}
		);
	}
}
