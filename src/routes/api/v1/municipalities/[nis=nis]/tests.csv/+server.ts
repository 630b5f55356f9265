import { municipalTests } from '#lib/server/api/operations.ts';
import { momentOf } from '#lib/server/standing/moment.ts';
import { testsOf } from '#lib/server/standing/tests.ts';
import { exported } from '#lib/tables/column.ts';
import { tests } from '#lib/tables/progress-tests.ts';
import { csvAnswer } from '../../../../answer.ts';
import { municipalityOf } from '../../../municipality-asked.ts';

export const GET = (request) =>
	csvAnswer(municipalTests, request, async ({ at: { nis }, database, facts, moment }) => {
		const municipality = municipalityOf(facts, nis);
		const at = momentOf(moment, municipality);
		const history = await testsOf(database, at, municipality);
		const rows = history.flatMap(({ own, predecessors }) => (own ? [own] : predecessors));
		const told = { known: at.known, repliesTo: facts.repliesTo };
		return { name: `progress-tests-${nis}`, table: exported(tests, rows, told) };
	});
