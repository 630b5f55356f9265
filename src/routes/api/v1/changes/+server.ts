import { changesJson } from '#lib/server/export/changes.ts';
import { jsonAnswer } from '../../answer.ts';
import { changesAnswer } from '../changes-asked.ts';

export const GET = ({ url }) =>
	changesAnswer(url, ({ change, facts }) => jsonAnswer(changesJson(change, facts)));
