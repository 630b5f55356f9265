import { componentTable } from '#lib/server/export/tables.ts';
import { regimesOf } from '#lib/server/standing/build-up.ts';
import { momentOf } from '#lib/server/standing/moment.ts';
import { answer, csvAnswer, errorAnswer } from '../../../../answer.ts';

export const GET = ({ url, params }) =>
	answer(url, async ({ database, facts, moment }) => {
		const municipality = facts.places.byCode.get(params.nis);
		if (!municipality) {
			const message = `No Flemish municipality has NIS code ${params.nis}.`;
			return errorAnswer(404, 'unknown_municipality', message);
		}
		const at = momentOf(moment, municipality);
		const regimes = await regimesOf(database, at, municipality);
		return csvAnswer(`objectives-${params.nis}-${at.on}`, componentTable(regimes, at));
	});
