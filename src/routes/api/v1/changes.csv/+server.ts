import { changesTable } from '#lib/server/export/changes.ts';
import { csvAnswer } from '../../answer.ts';
import { changesAnswer } from '../changes-asked.ts';

export const GET = ({ url }) =>
	changesAnswer(url, ({ change, name }) =>
		csvAnswer(name, changesTable(change.rows, change.period))
	);
