import { redirect } from '@sveltejs/kit';
import { yearOf } from '#lib/domain/dates.ts';
import { afterDeed } from '#lib/domain/negotiation.ts';
import { divisionFigures } from '#lib/server/standing/division.ts';
import { divisionParameters, PAGE_DIVISION } from '#lib/server/standing/division-asked.ts';
import { negotiationOf, proposalIn, strangersIn } from '#lib/server/standing/negotiation.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { day } from '#lib/text/format.ts';
import { linksFrom } from '../../../../links.ts';
import { deedIn, divisionIn, proposalsIn, question, regionIn } from '../../../../question.ts';
import { fieldsOf, redirectWithoutEmpty, sortByName } from '../asked-division.ts';
import { addressWith, pastedBeside } from './address.ts';

export async function load({ url, params }) {
	const deed = deedIn(url);
	const pasted = pastedBeside(url);
	if (pasted) redirect(307, pasted);
	if (!deed) redirectWithoutEmpty(url);
	const { database, facts, moment } = await question(url);
	const region = regionIn(url, facts, params.slug);
	const { asked, standing: coming } = divisionIn(url, database, moment, region);
	const proposals = proposalsIn(url, asked.key);
	const division = await coming;
	if (division) sortByName(division);
	const isDivided = (division?.shortfall.value ?? 0) > 0;
	const negotiation =
		division && isDivided ? await negotiationOf(database, moment, division) : null;
	const now = negotiation && proposalIn(negotiation, proposals.now);
	if (negotiation && now && deed)
		redirect(307, addressWith(url, afterDeed(negotiation, now, deed)));
	const strangers = negotiation ? strangersIn(negotiation, proposals.now) : [];
	return {
		sheet: `Voorstel op tafel, geen beslissing. Toestand op ${day(moment.on)}, bekend op ${day(moment.known)}`,
		region,
		division,
		fields: fieldsOf(asked, division),
		firstYear: yearOf(moment.on),
		negotiation,
		now,
		beside: negotiation && proposals.beside && proposalIn(negotiation, proposals.beside),
		strangers: strangers.map((nis) => facts.places.byCode.get(nis)?.name ?? nis),
		keys: linksFrom(url)(
			`/regios/${region.slug}/verdeling`,
			division ? divisionParameters(asked, division.scenario, PAGE_DIVISION) : {}
		),
		sources: sourcesOf(facts, division ? divisionFigures(division) : [])
	};
}
