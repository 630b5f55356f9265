import { listChanges } from '#lib/server/api/operations.ts';
import { changesTable } from '#lib/server/export/changes.ts';
import { csvAnswer } from '../../answer.ts';
import { changeAsked } from '../changes-asked.ts';

export const GET = (request) =>
	csvAnswer(listChanges, request, async (question) => {
		const { change, name } = await changeAsked(question);
		return { name, table: changesTable(question.paging.of(change.rows), change.period) };
	});
