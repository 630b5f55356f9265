import { changesBetweenVersions } from '#lib/server/api/operations.ts';
import { versionChangesJson } from '#lib/server/formats/versions.ts';
import { jsonAnswer } from '../../../../answer.ts';
import { changedFiguresAsked } from '../../../version-changes-asked.ts';

export const GET = (request) =>
	jsonAnswer(changesBetweenVersions, request, async (question) =>
		versionChangesJson(question.at, await changedFiguresAsked(question), question.facts)
	);
