import { changeIf } from '../../database/change-if.ts';
import type { Database } from '../../database/database.ts';
import type { Reader, WriteTransaction } from '../../database/schema.ts';
import { isDraft, settle } from './settle.ts';
import { unanswered } from '../findings/answers.ts';
import { checkAreaList } from './check-area-list.ts';
import { NOTHING, type Brought } from './brought.ts';
import {
	Findings,
	UnreadableFileError,
	WHOLE_FILE,
	type Finding,
	type FindingCode,
	type Level
} from '../findings/findings.ts';
import { importFigures } from './import-figures.ts';
import { importMemberships } from './import-memberships.ts';
import { importMunicipalities } from './import-municipalities.ts';
import { recogniseLayout } from '../read/layouts.ts';
import type { Recognised } from '../read/layout.ts';
import { tellSkipped, withoutSkipped } from '../read/skipped-rows.ts';
import { importRules } from './import-rules.ts';
import { openTables } from '../bytes/open-tables.ts';
import { inspect, type Inspection } from '../bytes/source.ts';
import { publicationOfFile } from '../../queries/publications.ts';
import type { ImportJob, ImportRequest } from './import-job.ts';

/**
 * Looks at a publication as it stands in the transaction, still a draft; what it finds goes to the findings. What it
 * returns is part of the outcome.
 */
export type Review<Seen> = (
	transaction: WriteTransaction,
	publication: number,
	job: ImportJob
) => Promise<Seen>;

/** What came of it. */
export interface ImportOutcome<Seen = unknown> extends Brought {
	/** Whether the database now holds the file. */
	written: boolean;
	/** Name of the layout; null when none was recognised. */
	layout: string | null;
	findings: Finding[];
	counts: Record<Level, number>;
	/** How many findings there are of each kind. */
	tally: ReadonlyMap<FindingCode, number>;
	/** Kinds of finding that somebody must say yes to first. */
	unanswered: string[];
	/** Whether it waits to be released. */
	draft: boolean;
	/** What the review saw; null when the file never came that far. */
	seen: Seen | null;
}

/**
 * Reads a file, checks it and writes it in one transaction: all of it, or nothing when a finding blocks or needs a yes
 * that was not given. A broken file is a finding, not an error.
 * @param review looks at the figures beside what is known, before anything is kept
 * @throws Error when the database fails
 */
export async function importFile<Seen>(
	database: Database,
	request: ImportRequest,
	progress: (rows: number) => void = () => undefined,
	review?: Review<Seen>
): Promise<ImportOutcome<Seen>> {
	const findings = new Findings();
	let layout: string | null = null;
	let brought: Brought = NOTHING;
	let seen: Seen | null = null;
	try {
		const inspection = await inspect(request.source);
		const recognised = await recognise(request, inspection, findings);
		layout = recognised.layout.name;
		const job = { request, recognised, inspection, findings, progress };
		({ brought, seen } = await inOneGo(database, job, review));
	} catch (error) {
		if (!(error instanceof UnreadableFileError)) throw error;
		const { code, place, expected, message } = error;
		findings.block(code, place, { expected: expected ?? undefined, message });
	}
	const written = isKept(request, findings, brought);
	return {
		...brought,
		written,
		layout,
		publication: written ? brought.publication : null,
		findings: findings.list(),
		counts: findings.counts,
		tally: findings.tally,
		unanswered: unanswered(findings, request.accept),
		draft: isDraft(request),
		seen
	};
}

/** Whether the work stays: it was asked for, nothing blocks, every doubt has its yes, and there is something to keep. */
const isKept = ({ write, accept }: ImportRequest, findings: Findings, { publication }: Brought) =>
	write && !findings.blocked && unanswered(findings, accept).length === 0 && publication !== null;

async function recognise(
	{ source, map }: ImportRequest,
	inspection: Inspection,
	findings: Findings
): Promise<Recognised> {
	const { tables, encoding } = await openTables(source, inspection);
	const recognised = recogniseLayout(withoutSkipped(tables, map), map);
	tellSkipped(tables, map, findings);
	tellLeft(recognised, findings);
	if (encoding === 'windows-1252') {
		findings.info('windows_1252', WHOLE_FILE, {
			expected: 'UTF-8',
			message:
				'The file is no UTF-8 and was read as Windows-1252; look whether accented letters are right.'
		});
	}
	return recognised;
}

/** Sheets told one by one; a workbook with more has one line for all. */
const TOLD_SHEETS = 5;

function tellLeft({ left }: Recognised, findings: Findings): void {
	if (left.length > TOLD_SHEETS) {
		const names = left.slice(0, TOLD_SHEETS).map(({ sheet }) => `"${sheet}"`);
		const message = `${left.length} sheets have not the columns of this layout and are not used: ${names.join(', ')} …`;
		findings.info('ignored_sheet', WHOLE_FILE, { value: left.length, message });
		return;
	}
	for (const { sheet } of left) {
		const message = `The sheet "${sheet}" has not the columns of this layout and is not used.`;
		findings.info('ignored_sheet', { ...WHOLE_FILE, sheet }, { message });
	}
}

/** What was done in the transaction, and what the review saw of it. */
interface Done<Seen> {
	brought: Brought;
	seen: Seen | null;
}

function inOneGo<Seen>(
	database: Database,
	job: ImportJob,
	review: Review<Seen> | undefined
): Promise<Done<Seen>> {
	const { request, findings } = job;
	return changeIf(database.change, async (transaction) => {
		await checkNotImported(transaction, job);
		const brought = findings.blocked ? NOTHING : await bring(transaction, job);
		const { publication } = brought;
		const seen =
			publication !== null && findings.isReadable && review
				? await review(transaction, publication, job)
				: null;
		const keep = isKept(request, findings, brought);
		if (keep && publication !== null) await settle(transaction, publication, job);
		return { keep, found: { brought, seen } };
	});
}

async function bring(transaction: WriteTransaction, job: ImportJob): Promise<Brought> {
	const { findings, recognised } = job;
	const { layout } = recognised;
	switch (layout.kind) {
		case 'figures':
			return importFigures(transaction, job, layout);
		case 'municipalities':
			return importMunicipalities(transaction, job, layout);
		case 'memberships':
			return importMemberships(transaction, job, layout);
		case 'rules':
			return importRules(transaction, job);
		case 'area_list':
			return checkAreaList(transaction, job, layout);
		case 'foreign':
			findings.block('not_ours', WHOLE_FILE, { value: layout.about, ...layout.refusal });
			return NOTHING;
		default:
			return layout satisfies never;
	}
}

async function checkNotImported(
	transaction: WriteTransaction,
	{ inspection, findings }: ImportJob
): Promise<void> {
	const same = await publicationOfFile(transaction as unknown as Reader, inspection.sha256);
	if (!same) return;
	findings.block('already_imported', WHOLE_FILE, {
		value: inspection.sha256,
		expected: 'a file that is not in the database yet',
		message: `The same file is already there as publication ${same.id}, "${same.title}".`
	});
}
