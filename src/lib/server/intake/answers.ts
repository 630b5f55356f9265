/** What somebody says of a file that they handed in: the same as the options of the command line. */
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { FileTaskSchema, type FileTask } from '../tasks/file-task.ts';
import type { TaskResult } from '../tasks/task-result.ts';
import type { ImportMap } from '../desk/read/import-map.ts';

/** All that can be said of a file, each as the task takes it. */
export const AnswersSchema = v.omit(FileTaskSchema, ['name', 'release', 'look', 'handedInBy']);

export type Answers = v.InferOutput<typeof AnswersSchema>;

/** Nothing was said yet. */
export const NO_ANSWERS: Answers = {
	kind: null,
	why: null,
	supersedes: null,
	accept: [],
	publishedOn: null,
	publisher: null,
	title: null,
	url: null,
	licence: null,
	observedUntil: null,
	structureOn: null,
	on: null,
	regime: null,
	map: null
};

/** What changes no figure: reasons, the kind of publication, and what it is called. */
const ASIDE: Partial<Answers> = {
	...{ accept: [], kind: null, why: null, title: null, publisher: null, url: null, licence: null }
};

/** Whether a file is read in the same way, so that what it changes was seen already. */
export const readsAlike = (one: Answers, other: Answers): boolean =>
	isDeepStrictEqual({ ...one, ...ASIDE }, { ...other, ...ASIDE });

/** What was found in a file, and what was said of it. */
interface Checked {
	answers: Pick<Answers, 'accept'>;
	result: Pick<TaskResult, 'findings'> | null;
}

/** Whether two checks found the same, and the same was said yes to: then a page that shows them looks alike. */
export const asksAlike = (one: Checked, other: Checked): boolean =>
	isDeepStrictEqual(one.result?.findings, other.result?.findings) &&
	isDeepStrictEqual(one.answers.accept, other.answers.accept);

/** The task that checks a file, or makes a draft of it. */
export const taskOf = (answers: Answers, name: FileTask['name']): FileTask => ({
	...answers,
	name,
	release: 'draft',
	look: true
});

/** What is said again of the next file of a publisher: what its columns, names and numbers mean; never a day or a reason. */
export function templateOf({ map, licence, regime }: Answers): Partial<Answers> {
	const { columns, municipalities, numbers, layout, level } = map ?? {};
	const undated = Object.entries(columns ?? {}).map(([name, meaning]) => [
		name,
		typeof meaning === 'string'
			? meaning
			: { is: meaning.is, ...(meaning.scheme && { scheme: meaning.scheme }) }
	]);
	const kept: ImportMap = {
		...(undated.length > 0 && { columns: Object.fromEntries(undated) as ImportMap['columns'] }),
		...(municipalities && { municipalities }),
		...(numbers && { numbers }),
		...(layout && { layout }),
		...(level && { level })
	};
	return { licence, regime: regime ?? null, map: Object.keys(kept).length > 0 ? kept : null };
}

/** A template as far as a file has the columns that it names: one that it has not would refuse the file. */
export function fitting(template: Partial<Answers>, keys: ReadonlySet<string>): Partial<Answers> {
	const { columns, ...rest } = template.map ?? {};
	const fit = Object.entries(columns ?? {}).filter(([name]) => keys.has(name));
	const map = { ...rest, ...(fit.length > 0 && { columns: Object.fromEntries(fit) }) };
	return { ...template, map: Object.keys(map).length > 0 ? map : null };
}
