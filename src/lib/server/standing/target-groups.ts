import { areaOf, type TargetGroupPart } from '#lib/domain/target-groups.ts';
import type { Database } from '../database/database.ts';
import { targetGroupParts } from '../queries/target-groups.ts';
import type { Moment } from './moment.ts';
import { perMoment } from './per-moment.ts';

/** What was published for target groups, of everyone: a small table, that most pages ask for. */
export const allGroupParts = perMoment(({ read }, { known }) => targetGroupParts(read, known));

/** The same of some municipalities and regions. @param areas NIS codes and slugs */
export async function groupPartsOf(
	database: Database,
	moment: Moment,
	areas: readonly string[]
): Promise<TargetGroupPart[]> {
	const all = await allGroupParts(database, moment);
	return all.filter((part) => areas.includes(areaOf(part)));
}
