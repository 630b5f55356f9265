import { redirect } from '@sveltejs/kit';
import { yearOf } from '#lib/domain/dates.ts';
import { afterDeed } from '#lib/domain/negotiation.ts';
import { divisionFigures } from '#lib/server/standing/division.ts';
import { written } from '#lib/server/asked/parameter.ts';
import { DIVISION } from '#lib/server/asked/questions.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { asAsked } from '#lib/server/standing/scenario.ts';
import { day } from '#lib/text/format.ts';
import { linksFrom } from '../../../../links.ts';
import { tableIn } from '../../../../negotiating.ts';
import { deedIn } from '../../../../question.ts';
import { fieldsOf, redirectWithoutEmpty } from '../asked-division.ts';
import { addressWith, pastedBeside } from './address.ts';

export async function load({ url, params }) {
	const deed = deedIn(url);
	const pasted = pastedBeside(url);
	if (pasted) redirect(307, pasted);
	if (!deed) redirectWithoutEmpty(url);
	const table = await tableIn(url, params.slug);
	const { facts, moment, region, asked, division, negotiation, now, beside } = table;
	if (negotiation && now && deed)
		redirect(307, addressWith(url, afterDeed(negotiation, now, deed)));
	return {
		sheet: `Voorstel op tafel, geen beslissing. Toestand op ${day(moment.on)}, bekend op ${day(moment.known)}`,
		region,
		division,
		fields: fieldsOf(asked, division),
		firstYear: yearOf(moment.on),
		negotiation,
		now,
		beside,
		strangers: table.strangers.map((nis) => facts.places.byCode.get(nis)?.name ?? nis),
		keys: linksFrom(url)(
			`/regios/${region.slug}/verdeling`,
			division ? written(DIVISION, 'page', { ...asked, ...asAsked(division.scenario) }) : {}
		),
		sources: sourcesOf(facts, division ? divisionFigures(division) : [])
	};
}
