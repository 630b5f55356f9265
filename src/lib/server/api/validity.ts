import type { Day } from '#lib/domain/dates.ts';
import type { Reference } from '../reference/reference.ts';
import { startOfDay } from '../today.ts';
import type { Operation } from './operation.ts';

/** How long (s) an answer of which the knowledge date is past may be kept without asking again. */
const SETTLED_FOR = 24 * 60 * 60;

/** What fixes an answer: the values of the parameters by name. */
type Asked = Readonly<Record<string, unknown>>;

/**
 * Headers that tell how long an answer holds: when the data last changed, and whether to ask again each time. What is asked
 * without a knowledge date or a version changes with the day too, for it tells what is known «today»; what was known on a day that is past
 * does not. The moment of the request plays no part.
 */
export function validityHeaders(
	{ settledBy }: Pick<Operation, 'settledBy'>,
	asked: Asked,
	{ data }: Pick<Reference, 'data'>,
	today: Day
): Record<string, string> {
	const by = settledBy ?? 'known';
	const settled = asked[by];
	const isOver = typeof settled === 'string' && settled < today;
	const isVersion = by === 'known' && typeof asked['version'] === 'number';
	const isPast = (isOver || isVersion) && asked['structure'] !== 'today';
	const changed = Date.parse(data.changedAt);
	const modified = isPast ? changed : Math.max(changed, Date.parse(startOfDay(today)));
	const mayStay = isPast && settledBy !== null;
	return {
		'last-modified': new Date(modified).toUTCString(),
		'cache-control': mayStay ? `public, max-age=${SETTLED_FOR}` : 'public, no-cache',
		'data-version': `${data.version}`
	};
}
