import { error } from '@sveltejs/kit';
import { regionChange } from '#lib/server/standing/changes.ts';
import { byName } from '#lib/text/format.ts';
import { periodIn, question } from '../../../../question.ts';
import { sincePage } from '../../../since.ts';

export async function load({ url, params }) {
	const { database, facts, moment } = await question(url);
	const change = await regionChange(database, periodIn(url, facts), params.slug);
	if (!change) error(404, 'Onbekende regio');
	change.rows.sort((a, b) => byName(a.municipality.name, b.municipality.name));
	const { region, attestedFrom } = change;
	return { ...sincePage(facts, change, moment.today), region, attestedFrom };
}
