import { changesBetweenVersions } from '#lib/server/api/operations.ts';
import { exported } from '#lib/tables/column.ts';
import { figureChanges } from '#lib/tables/versions.ts';
import { csvAnswer } from '../../../../answer.ts';
import { changedFiguresAsked } from '../../../version-changes-asked.ts';

export const GET = (request) =>
	csvAnswer(changesBetweenVersions, request, async (question) => {
		const { from, to } = question.at;
		const { rows } = await changedFiguresAsked(question);
		return { name: `figures-${from}-${to}`, table: exported(figureChanges, rows, question.at) };
	});
