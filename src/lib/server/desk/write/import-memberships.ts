import { addDays, type Day } from '#lib/domain/dates.ts';
import type { Region } from '../../queries/regions.ts';
import { allMemberships, readReference, type Reference } from '../../reference/reference.ts';
import type { Reader, WriteTransaction } from '../../database/schema.ts';
import { NOTHING, type Brought } from './brought.ts';
import type { ImportJob } from './import-job.ts';
import type { MembershipsLayout } from '../read/layout.ts';
import { compareMemberships, type MembershipChange } from '../check/membership-changes.ts';
import { insertPublication } from './publication-row.ts';

/** Writes memberships that begin or end on the day of `--on`; without any, there is no publication either. */
export async function importMemberships(
	transaction: WriteTransaction,
	job: ImportJob,
	layout: MembershipsLayout
): Promise<Brought> {
	const { request, recognised, findings, progress } = job;
	const facts = await readReference(transaction as unknown as Reader);
	const { places } = facts;
	const table = await layout.read(recognised.tables, request, places, findings);
	progress(table.rows.length);
	if (request.on === null || findings.blocked) return NOTHING;
	const ofKind = [...facts.regions.values()].filter(({ kind }) => kind === table.kind);
	const known = { places, regions: ofKind, memberships: allMemberships(facts) };
	const changes = compareMemberships(table, known, request.on, findings);
	if (changes.length === 0 || findings.blocked) return NOTHING;
	const publication = await insertPublication(transaction, job, null);
	tellGoals(facts, ofKind, changes, job);
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
		.insertInto('region_membership')
		.values({
			region,
			nis_code: nis,
			valid_from: from,
			valid_to: addDays(on, -1),
			publication_id
		})
		.execute();
}

/** A goal of a region is one of its members: who goes or comes changes what is to be reached. */
function tellGoals(
	facts: Reference,
	ofKind: readonly Region[],
	changes: readonly MembershipChange[],
	{ findings, recognised }: ImportJob
): void {
	const sheet = recognised.tables[0]?.sheet ?? null;
	for (const region of facts.goals.keys()) {
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
