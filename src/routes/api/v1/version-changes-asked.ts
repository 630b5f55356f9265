import { LONGEST_PAGE, type CHANGED, type DAYS, type PAGE } from '#lib/server/api/parameters.ts';
import { figureChanges, type FigureChanges } from '#lib/server/queries/figure-changes.ts';
import { MalformedParameterError } from '#lib/server/standing/moment.ts';
import type { Question } from '../answer.ts';

/** The figures that changed between two days, the part of them that is asked. */
export async function changedFiguresAsked({
	at: { from, to },
	query,
	database,
	moment: { today },
	paging
}: Question<typeof DAYS, typeof CHANGED & typeof PAGE>): Promise<FigureChanges> {
	if (to > today) throw new MalformedParameterError('to', `to: ${to} > ${today}`);
	if (from > to) throw new MalformedParameterError('from', `from: ${from} > ${to}`);
	const asked = {
		from,
		to,
		nis: query.municipality ?? null,
		code: query.code ?? null,
		change: query.change ?? null
	};
	const found = await figureChanges(database.read, asked, paging.atMost(LONGEST_PAGE));
	paging.total = Object.values(found.counts).reduce((sum, figures) => sum + figures, 0);
	return found;
}
