import { error, redirect } from '@sveltejs/kit';
import { areaChange } from '#lib/server/standing/changes.ts';
import { periodIn, questionOfPeriod } from '../../../../question.ts';
import { sincePage } from '../../../since.ts';

export async function load({ url, params }) {
	const { database, facts, moment } = await questionOfPeriod(url);
	const period = periodIn(url, facts);
	const asked = facts.places.byCode.get(params.nis);
	const code = facts.places.successorOn(params.nis, period.to.known);
	const municipality = facts.places.byCode.get(code ?? params.nis);
	if (!asked || !municipality) error(404, 'Onbekende gemeente');
	if (municipality.nis !== asked.nis) {
		redirect(307, `/gemeenten/${municipality.nis}/sinds${url.search}`);
	}
	const change = await areaChange(database, period, [municipality]);
	const merger = facts.places.mergerInto(municipality.nis, period.to.known);
	return {
		...sincePage(url, facts, change, moment),
		municipality,
		mergedOn: merger && merger.on > period.to.on ? merger.on : null
	};
}
