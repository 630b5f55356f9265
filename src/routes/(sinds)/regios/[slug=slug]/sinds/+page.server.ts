import { regionChange } from '#lib/server/standing/changes.ts';
import { byTown } from '#lib/text/format.ts';
import { periodIn, questionOfPeriod, regionIn } from '../../../../question.ts';
import { sincePage } from '../../../since.ts';

export async function load({ url, params }) {
	const { database, facts, moment } = await questionOfPeriod(url);
	const asked = regionIn(url, facts, params.slug);
	const change = await regionChange(database, periodIn(url, facts), asked);
	change.rows.sort(byTown);
	const { region, attestedFrom } = change;
	return { ...sincePage(url, facts, change, moment), region, attestedFrom };
}
