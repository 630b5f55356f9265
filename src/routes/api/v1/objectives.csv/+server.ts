import { componentTable } from '#lib/server/export/tables.ts';
import { allRegimes } from '#lib/server/standing/build-up.ts';
import { answer, csvAnswer } from '../../answer.ts';

export const GET = ({ url }) =>
	answer(url, async ({ database, facts, moment }) => {
		const towns = facts.places.validOn(moment.structureOn);
		const all = await allRegimes(database, moment, towns);
		const regimes = all.flatMap((one) => one.regimes);
		return csvAnswer(`objectives-${moment.on}`, componentTable(regimes, moment));
	});
