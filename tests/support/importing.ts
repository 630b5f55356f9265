import type { Database } from '#lib/server/database/database.ts';
import type { FileTask } from '#lib/server/tasks/file-task.ts';
import { bytesSource, type ImportSource } from '#lib/server/desk/bytes/source.ts';
import { runTask } from '#lib/server/tasks/tasks.ts';
import type { TaskResult } from '#lib/server/tasks/task-result.ts';

/** An import of which nothing is said but who published it. */
export const SILENT: FileTask = {
	name: 'import',
	kind: null,
	why: null,
	supersedes: null,
	accept: [],
	release: 'now',
	publishedOn: null,
	publisher: 'Proef',
	title: null,
	url: null,
	licence: null,
	observedUntil: null,
	structureOn: null,
	on: null,
	map: null
};

/** Takes a file in as the command line does. */
export function importText(
	database: Database,
	name: string,
	text: string,
	said: Partial<FileTask> = {}
): Promise<TaskResult> {
	return importSource(database, bytesSource(name, new TextEncoder().encode(text)), said);
}

/** The same of any file. */
export const importSource = (
	database: Database,
	source: ImportSource,
	said: Partial<FileTask> = {}
): Promise<TaskResult> => runTask(database, { ...SILENT, ...said }, source, () => {});

/** Takes rows of `nis_code,reference_date,indicator,value` in as the command line does. */
export const importRows = (
	database: Database,
	rows: readonly string[],
	said: Partial<FileTask> = {}
): Promise<TaskResult> =>
	importText(
		database,
		'meting.csv',
		['nis_code,reference_date,indicator,value', ...rows, ''].join('\n'),
		said
	);

/**
 * The number of the publication or draft that an import wrote.
 * @throws Error with what the import said when it wrote none
 */
export function publicationOf({ lines, findings }: TaskResult): number {
	const [, id] = /(?:publication|draft) (\d+)/.exec(lines.join()) ?? [];
	if (id === undefined) throw new Error(JSON.stringify({ lines, findings }, null, '\t'));
	return Number(id);
}
