import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { TargetGroupPart } from '#lib/domain/target-groups.ts';
import type { Reader } from '../database/schema.ts';
import { knownOn, newestFirst } from './known.ts';

/**
 * What was published for target groups as known on a day: of each area, group, kind and date what the newest publication says,
 * by area and date.
 */
export const targetGroupParts = (db: Reader, known: Day): Promise<TargetGroupPart[]> =>
	db
		.selectFrom('target_group_part as t')
		.innerJoin('publication as p', 'p.id', 't.publication_id')
		.distinctOn([AREA, 't.target_group', 't.kind', 't.part_of', 't.reference_date'])
		.select([
			't.nis_code as nis',
			't.region',
			't.target_group as targetGroup',
			't.kind',
			't.part_of as partOf',
			't.reference_date as date',
			't.value',
			't.share_basis_points as basisPoints',
			't.scheme',
			't.deadline',
			't.certainty',
			't.note',
			't.publication_id as publication'
		])
		.where(knownOn(known))
		.orderBy(AREA)
		.orderBy('t.target_group')
		.orderBy('t.kind')
		.orderBy('t.part_of')
		.orderBy('t.reference_date')
		.$call(newestFirst)
		.execute();

const AREA = sql<string>`coalesce(t.nis_code, t.region) collate "C"`;
