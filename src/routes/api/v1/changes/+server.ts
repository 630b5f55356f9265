import { listChanges } from '#lib/server/api/operations.ts';
import { changesJson } from '#lib/server/formats/changes.ts';
import { askedOn } from '#lib/server/reference/reference.ts';
import { jsonAnswer } from '../../answer.ts';
import { changeAsked } from '../changes-asked.ts';

export const GET = (request) =>
	jsonAnswer(listChanges, request, async (question) => {
		const { change } = await changeAsked(question);
		const facts = askedOn(question.facts, change.period.to.known);
		return changesJson({ ...change, rows: [...question.paging.of(change.rows)] }, facts);
	});
