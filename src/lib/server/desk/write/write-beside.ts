import { readReference } from '../../reference/reference.ts';
import type { Reader, WriteTransaction } from '../../database/schema.ts';
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import type { Beside, RegionFigure, StatedCategory, StatedObjective } from '../read/layout.ts';

/** How many rows of each sort a file brought besides figures of municipalities. */
export interface BesideCounts {
	objectives: number;
	categories: number;
	regionFigures: number;
}

const BATCH_ROWS = 1_000;

/** Writes objectives, categories and figures of regions; what the database does not know is a finding, and is not written. */
export async function writeBeside(
	transaction: WriteTransaction,
	publication: number,
	{ objectives, categories, regionFigures }: Beside,
	findings: Findings
): Promise<BesideCounts> {
	return {
		objectives: await writeObjectives(transaction, publication, objectives),
		categories: await writeCategories(transaction, publication, categories, findings),
		regionFigures: await writeRegionFigures(transaction, publication, regionFigures, findings)
	};
}

async function writeObjectives(
	transaction: WriteTransaction,
	publication_id: number,
	stated: readonly StatedObjective[]
): Promise<number> {
	const rows = stated.map(({ scheme, nis: nis_code, component, value, status, date }) => ({
		publication_id,
		scheme,
		nis_code,
		component,
		value,
		status,
		attested_on: date,
		note: null
	}));
	for (const batch of batches(rows))
		await transaction.insertInto('objective').values(batch).execute();
	return rows.length;
}

async function writeCategories(
	transaction: WriteTransaction,
	publication_id: number,
	stated: readonly StatedCategory[],
	findings: Findings
): Promise<number> {
	const rows = await categoriesOfRounds(transaction, stated, findings);
	for (const batch of batches(rows.map((row) => ({ ...row, publication_id }))))
		await transaction.insertInto('test_result').values(batch).execute();
	return rows.length;
}

/** The categories with the year of their round; those of a round that nobody knows are a finding. */
export async function categoriesOfRounds(
	transaction: WriteTransaction,
	stated: readonly StatedCategory[],
	findings: Findings
) {
	if (stated.length === 0) return [];
	const { testRounds: rounds } = await readReference(transaction as unknown as Reader);
	const unknown = new Set<string>();
	return stated.flatMap(({ round, date, nis, category, provisional, sheet, column }) => {
		const known = rounds.find((one) =>
			round === null ? one.measuredOn === date : one.year === round
		);
		if (!known) {
			const key = `${sheet ?? ''} ${round ?? date}`;
			if (!unknown.has(key)) tellUnknownRound({ sheet, column, round, date }, rounds, findings);
			unknown.add(key);
			return [];
		}
		return [{ year: known.year, nis_code: nis, category, provisional, note: null }];
	});
}

function tellUnknownRound(
	{ sheet, column, round, date }: Pick<StatedCategory, 'sheet' | 'column' | 'round' | 'date'>,
	rounds: readonly { year: number }[],
	findings: Findings
): void {
	findings.block(
		'unknown_round',
		{ sheet, row: null, column },
		{
			value: round ?? date,
			expected: `"round" in the mapping file, one of ${rounds.map(({ year }) => year).join(', ')}`,
			message:
				round === null
					? `No progress test is measured on ${date}.`
					: `The progress test of ${round} is not among those that are known.`
		}
	);
}

async function writeRegionFigures(
	transaction: WriteTransaction,
	publication_id: number,
	figures: readonly RegionFigure[],
	findings: Findings
): Promise<number> {
	if (figures.length === 0) return 0;
	const { regions } = await readReference(transaction as unknown as Reader);
	const slugs = new Map([...regions.values()].map(({ code, slug }) => [code, slug]));
	const unknown = new Set<string>();
	const rows = figures.flatMap(
		({ region: code, indicator, date, value, status, note, ...place }) => {
			const region = slugs.get(code);
			if (region)
				return [{ publication_id, region, indicator, reference_date: date, value, status, note }];
			if (!unknown.has(code)) {
				const message = `The region ${code} is not in the database.`;
				findings.block('unknown_region', place, { value: code, message });
			}
			unknown.add(code);
			return [];
		}
	);
	for (const batch of batches(rows))
		await transaction.insertInto('region_observation').values(batch).execute();
	return rows.length;
}

function* batches<Row>(rows: readonly Row[]): Generator<Row[]> {
	for (let at = 0; at < rows.length; at += BATCH_ROWS) yield rows.slice(at, at + BATCH_ROWS);
}

/** Whether a file brought anything; a file without any figure is told. */
export function refuseEmpty(figures: number, beside: BesideCounts, findings: Findings): void {
	const rest = beside.objectives + beside.categories + beside.regionFigures;
	if (figures + rest > 0 || findings.blocked) return;
	findings.block('no_rows', WHOLE_FILE, { message: 'The file has a header and no figures.' });
}
