import { listChanges } from '#lib/server/api/operations.ts';
import { exported } from '#lib/tables/column.ts';
import { changes } from '#lib/tables/changes.ts';
import { csvAnswer } from '../../answer.ts';
import { changeAsked } from '../changes-asked.ts';

export const GET = (request) =>
	csvAnswer(listChanges, request, async (question) => {
		const { change, name } = await changeAsked(question);
		return { name, table: exported(changes, question.paging.of(change.rows), change.period) };
	});
