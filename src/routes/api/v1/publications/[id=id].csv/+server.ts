import { onePublication } from '#lib/server/api/operations.ts';
import { LONGEST_PAGE } from '#lib/server/api/parameters.ts';
import { exported } from '#lib/tables/column.ts';
import { changedFigures } from '#lib/tables/changes.ts';
import { csvAnswer } from '../../../answer.ts';
import { accountAsked } from '../../account-asked.ts';

export const GET = (request) =>
	csvAnswer(onePublication, request, async (question) => {
		const { publication, changed } = await accountAsked(question, LONGEST_PAGE);
		return {
			name: `changed-by-${publication.id}`,
			table: exported(changedFigures, changed, undefined)
		};
	});
