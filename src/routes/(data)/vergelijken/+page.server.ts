import { redirect } from '@sveltejs/kit';
import { flandersStanding } from '#lib/server/standing/regions.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { byName } from '#lib/text/format.ts';
import { regionsByKind } from '#lib/text/region-groups.ts';
import { changesTo, linksFrom } from '../../links.ts';
import { comparisonIn, question } from '../../question.ts';
import { comparedBesideNow, comparedFigures, isOrdered, orderIn } from '../compared.ts';
import { comparisonEmbed } from '../embeds.ts';
import { stripRows } from '../strips.ts';

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const several = url.searchParams.getAll('regios');
	if (several.length > 1)
		redirect(307, changesTo(url)({ regios: [...new Set(several)].join(), soort: null }));
	const asked = comparisonIn(url, facts);
	const order = orderIn(url);
	const [{ rows, ...found }, flanders] = await Promise.all([
		comparedBesideNow(database, moment, asked.regions, order),
		flandersStanding(database, moment)
	]);
	const strips = stripRows(rows, flanders, linksFrom(url));
	const names = (codes: readonly string[]) =>
		codes.map((nis) => facts.places.byCode.get(nis)?.name ?? nis).sort(byName);

	return {
		kind: asked.kind,
		own: asked.regions.find((one) => one.own) ?? null,
		order,
		isOrdered: isOrdered(rows),
		rows,
		strips,
		embed: comparisonEmbed({ ...asked, order }, strips),
		theil: found.theil,
		overlapping: names(found.overlapping),
		missing: names(found.theil.total.missing),
		differInSize: found.differInSize,
		flanders,
		choice: regionsByKind(facts.regions.values()).filter((one) => one.regions.length > 1),
		sources: sourcesOf(facts, comparedFigures(rows, flanders))
	};
}
