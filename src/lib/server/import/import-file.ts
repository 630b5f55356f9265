import type { Day } from '#lib/domain/dates.ts';
import type { Database } from '../database.ts';
import type { PublicationTable, WriteTransaction } from '../schema.ts';
import { Findings, UnreadableFileError, WHOLE_FILE, type Finding, type Level } from './findings.ts';
import { importFigures } from './import-figures.ts';
import { importMunicipalities } from './import-municipalities.ts';
import type { ReadOptions } from './layout.ts';
import { recogniseLayout, type Recognised } from './layouts.ts';
import { openTables } from './open-tables.ts';
import { inspect, type ImportSource, type Inspection } from './source.ts';

/** What a person says about a file and its publication. */
export interface ImportRequest extends ReadOptions {
	source: ImportSource;
	kind: Exclude<PublicationTable['kind'], 'practice'>;
	/** Day on which the figures were published, and from which they are known. */
	publishedOn: Day;
	/** Null: the publisher of the layout. */
	publisher: string | null;
	/** Null: the title of the layout, else the name of the file. */
	title: string | null;
	url: string | null;
	licence: string | null;
	/** False: everything is done and taken back, to see the findings. */
	write: boolean;
}

/** What came of it. */
export interface ImportOutcome {
	/** Whether the database now holds the file. */
	written: boolean;
	/** Name of the layout; null when none was recognised. */
	layout: string | null;
	/** Id of the new publication; null when nothing was written. */
	publication: number | null;
	/** Sound figures in the file. */
	figures: number;
	/** New and changed municipalities in the file. */
	municipalities: number;
	/** Practice figures that the file retires. */
	retired: number;
	/** Earlier published figures that the file gives another value. */
	replaced: number;
	findings: Finding[];
	counts: Record<Level, number>;
}

/** What a layout's part of the work leaves behind. */
export type Brought = Pick<
	ImportOutcome,
	'publication' | 'figures' | 'municipalities' | 'retired' | 'replaced'
>;

/** Looks at what was written, before it is kept, and tells what is remarkable in the light of all other data. */
export type Examine = (
	transaction: WriteTransaction,
	publication: number,
	findings: Findings
) => Promise<void>;

/** Everything that the parts of an import need to know. */
export interface ImportJob {
	request: ImportRequest;
	recognised: Recognised;
	inspection: Inspection;
	findings: Findings;
	/** Told how many rows have been read. */
	progress: (rows: number) => void;
	examine: Examine;
}

const NOTHING: Brought = {
	publication: null,
	figures: 0,
	municipalities: 0,
	retired: 0,
	replaced: 0
};

/**
 * Reads a file, checks it and writes it in one transaction: all of it, or nothing when a finding blocks. A broken file
 * is a finding, not an error.
 * @throws Error when the database fails
 */
export async function importFile(
	database: Database,
	request: ImportRequest,
	progress: (rows: number) => void = () => undefined,
	examine: Examine = () => Promise.resolve()
): Promise<ImportOutcome> {
	const findings = new Findings();
	let layout: string | null = null;
	let brought = NOTHING;
	try {
		const inspection = await inspect(request.source);
		const recognised = await recognise(request.source, inspection, findings);
		layout = recognised.layout.name;
		brought = await inOneGo(database, {
			request,
			recognised,
			inspection,
			findings,
			progress,
			examine
		});
	} catch (error) {
		if (!(error instanceof UnreadableFileError)) throw error;
		const { code, place, expected, message } = error;
		findings.block(code, place, { expected: expected ?? undefined, message });
	}
	const written = request.write && !findings.blocked && brought.publication !== null;
	const publication = written ? brought.publication : null;
	const { counts } = findings;
	return { ...brought, written, layout, publication, findings: findings.list(), counts };
}

async function recognise(
	source: ImportSource,
	inspection: Inspection,
	findings: Findings
): Promise<Recognised> {
	const { tables, encoding } = await openTables(source, inspection);
	const recognised = recogniseLayout(tables);
	for (const { sheet } of recognised.left) {
		const message = `The sheet "${sheet}" has not the columns of this layout and is not used.`;
		findings.info('ignored_sheet', { ...WHOLE_FILE, sheet }, { message });
	}
	if (encoding === 'windows-1252') {
		findings.info('windows_1252', WHOLE_FILE, {
			expected: 'UTF-8',
			message:
				'The file is no UTF-8 and was read as Windows-1252; look whether accented letters are right.'
		});
	}
	return recognised;
}

/** Carries what was done out of a transaction that is taken back. */
class TakenBack extends Error {
	readonly brought: Brought;

	constructor(brought: Brought) {
		super('taken back');
		this.brought = brought;
	}
}

async function inOneGo(database: Database, job: ImportJob): Promise<Brought> {
	try {
		return await database.change(async (transaction) => {
			await checkNotImported(transaction, job);
			if (job.findings.blocked) throw new TakenBack(NOTHING);
			const brought = await bring(transaction, job);
			if (brought.publication !== null && !job.findings.blocked)
				await job.examine(transaction, brought.publication, job.findings);
			const keep = job.request.write && !job.findings.blocked && brought.publication !== null;
			if (!keep) throw new TakenBack(brought);
			return brought;
		});
	} catch (error) {
		if (error instanceof TakenBack) return error.brought;
		throw error;
	}
}

function bring(transaction: WriteTransaction, job: ImportJob): Promise<Brought> {
	const { layout } = job.recognised;
	switch (layout.kind) {
		case 'figures':
			return importFigures(transaction, job, layout);
		case 'municipalities':
			return importMunicipalities(transaction, job, layout);
		default:
			return layout satisfies never;
	}
}

async function checkNotImported(
	transaction: WriteTransaction,
	{ inspection, findings }: ImportJob
): Promise<void> {
	const same = await transaction
		.selectFrom('publication')
		.select(['id', 'title'])
		.where('sha256', '=', inspection.sha256)
		.where('withdrawn_on', 'is', null)
		.executeTakeFirst();
	if (!same) return;
	findings.block('already_imported', WHOLE_FILE, {
		value: inspection.sha256,
		expected: 'a file that is not in the database yet',
		message: `The same file is already there as publication ${same.id}, "${same.title}".`
	});
}
