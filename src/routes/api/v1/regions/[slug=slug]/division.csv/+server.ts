import { divisionTable } from '#lib/server/export/division.ts';
import { csvAnswer } from '../../../../answer.ts';
import { divisionAnswer } from '../../division-answer.ts';

export const GET = ({ url, params }) =>
	divisionAnswer(url, params.slug, ({ standing, moment }) =>
		csvAnswer(
			`${params.slug}-scenario-${standing.chosen.key}-${standing.scenario.by}`,
			divisionTable(standing, moment)
		)
	);
