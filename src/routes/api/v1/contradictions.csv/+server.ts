import { listContradictions } from '#lib/server/api/operations.ts';
import { exported } from '#lib/tables/column.ts';
import { contradictions } from '#lib/tables/contradictions.ts';
import { csvAnswer } from '../../answer.ts';
import { askedContradictions } from '../contradictions-asked.ts';

export const GET = (request) =>
	csvAnswer(listContradictions, request, async (question) => {
		const rows = question.paging.of(await askedContradictions(question));
		return { name: 'contradictions', table: exported(contradictions, rows, question.facts) };
	});
