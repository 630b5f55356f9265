/** The endings of files, each with what they hold. */
export const TABLE_ENDINGS = ['csv', 'excel.csv', 'xlsx'] as const;
export const DRAWING_ENDINGS = ['svg', 'png'] as const;
export type TableEnding = (typeof TABLE_ENDINGS)[number];
export type DrawingEnding = (typeof DRAWING_ENDINGS)[number];

/** A part of a page that is asked as a file. */
export interface AskedFile {
	/** Path of the page. */
	path: string;
	/** Name of the table or drawing on the page. */
	id: string;
	ending: TableEnding | DrawingEnding;
}

/** A step of a path of this site; nothing that could lead elsewhere. */
const STEP = /^[a-z\d][a-z\d-]*$/i;
const FILE = /^([a-z][\w-]*)\.([a-z.]+)$/i;
/** Where no reading page stands: another file, and what is for programs. */
const NO_PAGES = new Set(['uitvoer', 'api']);

/**
 * Reads `regios/kortrijk/leden.xlsx`: the table `leden` of `/regios/kortrijk`. Null when it asks for no part of a page of this
 * site.
 */
export function readAskedFile(asked: string): AskedFile | null {
	const steps = asked.split('/');
	const [, id, written] = FILE.exec(steps.pop() ?? '') ?? [];
	const ending = [...TABLE_ENDINGS, ...DRAWING_ENDINGS].find((one) => one === written);
	const path = pathOf(steps);
	return id && path && ending ? { path, id, ending } : null;
}

/** Reads `regios/kortrijk`: the path of a page; null when none of this site can stand there. */
export const readAskedPage = (asked: string): string | null =>
	pathOf(asked === '' ? [] : asked.split('/'));

const pathOf = (steps: readonly string[]): string | null =>
	steps.every((step) => STEP.test(step)) && !NO_PAGES.has(steps[0]?.toLowerCase() ?? '')
		? `/${steps.join('/')}`
		: null;

/** Whether an ending is that of a drawing rather than a table. */
export const isOfDrawing = (ending: AskedFile['ending']): ending is DrawingEnding =>
	(DRAWING_ENDINGS as readonly string[]).includes(ending);
