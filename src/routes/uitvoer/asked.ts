/** The endings of files, each with what they hold. */
export const ENDINGS = ['csv', 'excel.csv', 'xlsx'] as const;
export type Ending = (typeof ENDINGS)[number];

/** A part of a page that is asked as a file. */
export interface AskedFile {
	/** Path of the page. */
	path: string;
	/** Name of the table or drawing on the page. */
	id: string;
	ending: Ending;
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
	const [, id, ending] = FILE.exec(steps.pop() ?? '') ?? [];
	const isPath =
		steps.every((step) => STEP.test(step)) && !NO_PAGES.has(steps[0]?.toLowerCase() ?? '');
	if (!id || !isPath || !isEnding(ending)) return null;
	return { path: `/${steps.join('/')}`, id, ending };
}

const isEnding = (text: string | undefined): text is Ending =>
	(ENDINGS as readonly (string | undefined)[]).includes(text);
