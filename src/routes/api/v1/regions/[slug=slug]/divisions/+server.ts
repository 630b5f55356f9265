import { divisionsJson } from '#lib/server/export/division.ts';
import { jsonAnswer } from '../../../../answer.ts';
import { divisionAnswer } from '../../division-answer.ts';

export const GET = ({ url, params }) =>
	divisionAnswer(url, params.slug, ({ standing, facts, moment }) =>
		jsonAnswer(divisionsJson(standing, facts, moment))
	);
