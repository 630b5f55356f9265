import type { CheckKind } from '#lib/domain/build-up.ts';
import type { Day } from '#lib/domain/dates.ts';
import { WHOLE_FILE, type Findings } from './import/findings.ts';
import { readReference } from './reference.ts';
import type { Reader, WriteTransaction } from './schema.ts';
import { checkObjectives } from './standing/build-up.ts';

/** What an objective was set against. */
const AGAINST: Record<CheckKind, string> = {
	sum: 'its parts together',
	formula: 'steps 1 and 2 of the formula',
	room: 'the room up to the limit, at most',
	catch_up: 'a catch-up above the limit below which there can be one'
};

/**
 * Tells which objectives of an import differ from the formula of the law by more than one dwelling (domain.md R2), as far
 * as households, baseline and the objective of the province are published. Nothing is refused and nothing replaced: it
 * may be an error, an agreement, a later decision or a merger.
 */
export const tellDeviations =
	(known: Day) =>
	async (transaction: WriteTransaction, publication: number, findings: Findings): Promise<void> => {
		const codes = await municipalitiesWithObjective(transaction, publication);
		if (codes.size === 0) return;
		const read = transaction as unknown as Reader;
		const facts = await readReference(read);
		const checked = await checkObjectives({ read }, facts, known, (nis) => codes.has(nis));
		for (const { municipality, check } of checked) {
			for (const { kind, entered, expected } of check.findings) {
				const { nis, name } = municipality;
				findings.info('objective_deviates', WHOLE_FILE, {
					value: entered,
					expected: String(expected),
					message: `${name} (${nis}): ${entered} dwellings against ${expected} by ${AGAINST[kind]}.`
				});
			}
		}
	};

async function municipalitiesWithObjective(
	transaction: WriteTransaction,
	publication: number
): Promise<ReadonlySet<string>> {
	const rows = await transaction
		.selectFrom('objective')
		.select('nis_code')
		.distinct()
		.where('publication_id', '=', publication)
		.execute();
	return new Set(rows.map((row) => row.nis_code));
}
