import { oneMunicipality } from '#lib/server/api/operations.ts';
import { momentOf } from '#lib/server/standing/moment.ts';
import { standingOf } from '#lib/server/standing/municipalities.ts';
import { exported } from '#lib/tables/column.ts';
import { municipalities } from '#lib/tables/municipalities.ts';
import { csvAnswer } from '../../../answer.ts';
import { municipalityOf } from '../../municipality-asked.ts';

export const GET = (request) =>
	csvAnswer(oneMunicipality, request, async ({ at: { nis }, database, facts, moment }) => {
		const municipality = municipalityOf(facts, nis);
		const at = momentOf(moment, municipality);
		const standing = await standingOf(database, at, municipality);
		const told = { ...at, repliesTo: facts.repliesTo };
		return { name: `${nis}-${at.on}`, table: exported(municipalities, [standing], told) };
	});
