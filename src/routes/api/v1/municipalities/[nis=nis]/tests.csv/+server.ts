import { municipalTests } from '#lib/server/api/operations.ts';
import { testTable } from '#lib/server/export/progress-tests.ts';
import { momentOf } from '#lib/server/standing/moment.ts';
import { testsOf } from '#lib/server/standing/tests.ts';
import { csvAnswer } from '../../../../answer.ts';
import { municipalityOf } from '../../../municipality-asked.ts';

export const GET = (request) =>
	csvAnswer(municipalTests, request, async ({ at: { nis }, database, facts, moment }) => {
		const municipality = municipalityOf(facts, nis);
		const at = momentOf(moment, municipality);
		const tests = await testsOf(database, at, municipality);
		const rows = tests.flatMap(({ own, predecessors }) => (own ? [own] : predecessors));
		return { name: `progress-tests-${nis}`, table: testTable(rows, at, facts.repliesTo) };
	});
