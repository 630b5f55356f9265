/** Where the desk lies, and how much may be sent to it. */

/** Whether a path is of the desk: its answers are for one person, and nothing else of the site takes what is sent. */
export const isOfDesk = (path: string): boolean =>
	path === '/beheer' || path.startsWith('/beheer/');

/** Where a file is handed in: the only place that takes a large body. */
const INTAKE = '/beheer/inleveren';

/** Most bytes of a request that brings a file, its form included. */
export const LARGEST_UPLOAD = 33 * 1024 * 1024;
/** Most bytes of a file that is handed in at the desk; the command line takes larger ones. */
export const LARGEST_HANDED_IN = 32 * 1024 * 1024;
/** Most bytes of any other form. */
const LARGEST_FORM = 128 * 1024;

/** Where readers say what is wrong: the only public page that takes something. */
const NOTICES = '/melding';
/** Most bytes of a notice. */
const LARGEST_NOTICE = 16 * 1024;

/** Most bytes that may be sent to a path. */
export function largestBody(path: string): number {
	if (path === INTAKE) return LARGEST_UPLOAD;
	if (isOfDesk(path)) return LARGEST_FORM;
	return path === NOTICES ? LARGEST_NOTICE : 0;
}

/** Whether something may be sent to a path at all. */
export const takesForms = (path: string): boolean => largestBody(path) > 0;
