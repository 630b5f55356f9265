import { derived, unknown, type Figure } from '#lib/domain/figure.ts';
import type { Minutes } from '#lib/text/citation.ts';

/** The reference date of the figures of a test. */
export const ON = '2024-12-31';

/** A figure that is known. */
export const known = (value: number, status: Figure['status'] = 'normal', date = ON): Figure => ({
	...derived(value, date, []),
	status
});

/** A figure that nobody published. */
export const none = unknown(ON, 'not_published');

/** A statement with its notes, each in brackets, with plain spaces. */
export const said = ({ says, notes = [] }: Minutes): string =>
	[says, ...notes.map((note) => `(${note})`)].join(' ').replaceAll('\u00a0', ' ');
