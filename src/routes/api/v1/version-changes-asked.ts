import { LONGEST_PAGE, type CHANGED, type DAYS, type PAGE } from '#lib/server/api/parameters.ts';
import { figureChanges, type FigureChanges } from '#lib/server/queries/figure-changes.ts';
import { MalformedParameterError } from '#lib/server/asked/parameter.ts';
import type { Question } from '../answer.ts';

/** The figures that changed between two days, the part of them that is asked. */
export async function changedFiguresAsked({
	at: { from, to },
	query,
	database,
	moment: { today },
	paging
}: Question<typeof DAYS, typeof CHANGED & typeof PAGE>): Promise<FigureChanges> {
	if (to > today) throw new MalformedParameterError({ name: 'to', detail: `${to} > ${today}` });
	if (from > to) throw new MalformedParameterError({ name: 'from', detail: `${from} > ${to}` });
	const { municipality: nis, code, change } = query;
	const asked = { from, to, nis, code, change };
	const found = await figureChanges(database.read, asked, paging.atMost(LONGEST_PAGE));
	paging.total = Object.values(found.counts).reduce((sum, figures) => sum + figures, 0);
	return found;
}
