import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import { definitionOf, regimeName, type Indicator } from '#lib/domain/indicators.ts';
import { NEWEST_FIRST } from '../../queries/known.ts';
import { newestObservations } from '../../queries/observations.ts';
import { readReference } from '../../reference/reference.ts';
import type { Reader, WriteTransaction } from '../../database/schema.ts';
import { today } from '../../today.ts';
import { FigureChecker, type CheckContext, type CheckedFigure } from '../check/figure-checker.ts';
import { NOTHING, type Brought } from './brought.ts';
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import type { ImportJob, ImportRequest } from './import-job.ts';
import type { Beside, FigureFile, FiguresLayout } from '../read/layout.ts';
import { observationWriter } from './observation-writer.ts';
import { insertPublication } from './publication-row.ts';
import { categoriesOfRounds, refuseEmpty, writeBeside, type BesideCounts } from './write-beside.ts';

const NO_BESIDE: Beside = { objectives: [], categories: [], regionFigures: [] };
const NOTHING_BESIDE: BesideCounts = { objectives: 0, categories: 0, regionFigures: 0 };

/** Checks and writes the figures of a file inside a transaction; the caller takes it back when a finding blocks. */
export async function importFigures(
	transaction: WriteTransaction,
	job: ImportJob,
	layout: FiguresLayout
): Promise<Brought> {
	const { request, recognised, findings } = job;
	const context = await readContext(transaction, request.publishedOn);
	const { places, laws } = context;
	const file = await layout.open(recognised.tables, request, places, findings, laws);
	const publication = await insertPublication(transaction, job, file.structureOn);
	const { figures: written, dates } = await writeFigures(
		transaction,
		job,
		file,
		context,
		publication
	);
	const figures = written - (await leaveOwnEstimates(transaction, publication, findings));
	const stated = file.beside ?? NO_BESIDE;
	if (!findings.isReadable) await categoriesOfRounds(transaction, stated.categories, findings);
	const beside = !findings.isReadable
		? NOTHING_BESIDE
		: await writeBeside(transaction, publication, stated, findings);
	refuseEmpty(figures, beside, findings);
	const [only, second] = dates;
	const date = file.referenceDate ?? (second === undefined ? only : undefined);
	if (date !== undefined) await setDate(transaction, publication, date);
	const covered = !findings.isReadable
		? { retired: 0, replaced: 0 }
		: await coveredBy(transaction, publication);
	if (request.supersedes === null && request.kind !== null && request.kind !== 'first')
		await setSuperseded(transaction, publication);
	if (covered.replaced > 0) askForReason(request, covered.replaced, findings);
	return { ...NOTHING, publication, figures, ...beside, ...covered };
}

async function readContext(transaction: WriteTransaction, publishedOn: Day): Promise<CheckContext> {
	const db = transaction as unknown as Reader;
	const { places, schemes } = await readReference(db);
	const counted = await newestObservations(db, {
		codes: 'all',
		indicators: ['households'],
		dates: 'all',
		known: today()
	});
	const households = new Map<string, number>();
	for (const { nis, date, value } of counted) {
		if (value !== null) households.set(`${nis} ${date}`, value);
	}
	return { places, publishedOn, households, laws: schemes };
}

/** Reads to the end even when a finding blocks, so that all findings are told; writes as long as what is read is sound. */
async function writeFigures(
	transaction: WriteTransaction,
	{ findings, progress }: ImportJob,
	file: FigureFile,
	context: CheckContext,
	publication: number
): Promise<{ figures: number; dates: Set<Day> }> {
	const checker = new FigureChecker(context, file, findings);
	const writer = observationWriter(transaction, publication);
	const dates = new Set<Day>();
	let figures = 0;
	let rows = 0;
	for await (const batch of file.batches()) {
		const checked: CheckedFigure[] = [];
		for (const raw of batch) {
			const figure = checker.check(raw);
			if (figure) checked.push(figure);
		}
		for (const { date } of checked) dates.add(date);
		figures += checked.length;
		rows += batch.length;
		if (findings.isReadable) {
			await addSeries(transaction, new Set(checked.map(({ indicator }) => indicator)));
			await writer.add(checked);
		}
		progress(rows);
	}
	if (findings.isReadable) await writer.finish();
	return { figures, dates };
}

/**
 * Takes out what says itself that it is an estimate and is the same as one of this site: an export that comes back brings
 * nothing new, and an estimate never becomes a published figure. Returns how many there were.
 */
async function leaveOwnEstimates(
	transaction: WriteTransaction,
	publication: number,
	findings: Findings
): Promise<number> {
	if (!findings.isReadable) return 0;
	const left = await sql<{ nis_code: string }>`
		delete from observation as own using observation as practice, publication as p
		where own.publication_id = ${publication} and own.status = 'estimated'
			and p.id = practice.publication_id and p.kind = 'practice'
			and practice.nis_code = own.nis_code and practice.indicator = own.indicator
			and practice.reference_date = own.reference_date and practice.value = own.value
		returning own.nis_code`.execute(transaction);
	const count = left.rows.length;
	if (count > 0)
		findings.info('own_estimate', WHOLE_FILE, {
			value: count,
			message: `${count} figures are estimates of this site; they stay what they are and are not taken in.`
		});
	return count;
}

/** The first figure of a regime makes its series. */
async function addSeries(transaction: WriteTransaction, indicators: ReadonlySet<Indicator>) {
	const codes = [...indicators].filter((code) => regimeName(code) !== null);
	if (codes.length === 0) return;
	await transaction
		.insertInto('indicator')
		.values(codes.map((code) => ({ code, unit: definitionOf(code).unit })))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** A revision or correction takes the place of the publication with which it shares most figures, withdrawn or not. */
const setSuperseded = (transaction: WriteTransaction, publication: number) =>
	sql`
		update publication set supersedes = (
			select shared.id from (
				select earlier.publication_id as id
				from observation as own
				join observation as earlier
					on earlier.nis_code = own.nis_code
					and earlier.indicator = own.indicator
					and earlier.reference_date = own.reference_date
				where own.publication_id = ${publication}
				union all
				select earlier.publication_id
				from objective as own
				join objective as earlier
					on earlier.nis_code = own.nis_code
					and earlier.scheme = own.scheme
					and earlier.component = own.component
				where own.publication_id = ${publication}
			) as shared join publication as p using (id)
			where id <> ${publication} and p.kind <> 'practice' and p.known_from <> 'infinity'
			group by id
			order by count(*) desc, id desc limit 1
		) where id = ${publication}`.execute(transaction);

/** Figures or rules of an earlier publication change: somebody has to say of what kind that is, and why. */
export function askForReason(
	{ kind, why }: ImportRequest,
	replaced: number,
	findings: Findings,
	what = 'figures'
): void {
	const message = `${replaced} ${what} differ from what was published before.`;
	if (kind === null) {
		findings.block('replaces_earlier', WHOLE_FILE, {
			value: replaced,
			expected:
				'--kind revision (better figures), --kind correction (an error repaired) or --kind first (another count)',
			message
		});
	}
	if (why === null) {
		findings.block('reason_missing', WHOLE_FILE, {
			value: replaced,
			expected: '--why "…", in Dutch: the site shows it',
			message
		});
	}
}

async function setDate(transaction: WriteTransaction, id: number, date: Day): Promise<void> {
	await transaction
		.updateTable('publication')
		.set({ reference_date: date })
		.where('id', '=', id)
		.execute();
}

/** How many practice figures the publication retires, and how many published figures and objectives it gives another value. */
async function coveredBy(transaction: WriteTransaction, publication: number) {
	// Without fresh statistics the planner takes the new rows for a handful and compares each with each.
	await sql`analyze observation`.execute(transaction);
	const { rows } = await sql<{ retired: number; replaced: number }>`
		select
			count(*) filter (where practice) as retired,
			count(*) filter (where replaced) as replaced
		from (
			select
				bool_and(p.kind = 'practice') as practice,
				bool_or(p.kind <> 'practice' and earlier.value is distinct from own.value) as replaced
			from observation as own
			join observation as earlier
				on earlier.nis_code = own.nis_code
				and earlier.indicator = own.indicator
				and earlier.reference_date = own.reference_date
			join publication as p on p.id = earlier.publication_id
			where own.publication_id = ${publication}
				and earlier.publication_id <> ${publication}
				and p.withdrawn_on is null and p.known_from <> 'infinity'
			group by own.nis_code, own.indicator, own.reference_date
			union all
			select newest.kind = 'practice', newest.kind <> 'practice' and newest.value is distinct from own.value
			from objective as own
			cross join lateral (
				select p.kind, earlier.value
				from objective as earlier join publication as p on p.id = earlier.publication_id
				where earlier.nis_code = own.nis_code and earlier.scheme = own.scheme
					and earlier.component = own.component and earlier.publication_id <> own.publication_id
					and p.withdrawn_on is null and p.known_from <> 'infinity'
				order by ${sql.join(NEWEST_FIRST)} limit 1
			) as newest
			where own.publication_id = ${publication}
		) as covered`.execute(transaction);
	return rows[0] ?? { retired: 0, replaced: 0 };
}
