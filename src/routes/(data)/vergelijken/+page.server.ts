import { redirect } from '@sveltejs/kit';
import type { RegionKind } from '#lib/domain/region.ts';
import type { Reference } from '#lib/server/reference.ts';
import { flandersStanding } from '#lib/server/standing/regions.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { byName } from '#lib/text/format.ts';
import { REGION_KINDS } from '#lib/text/words.ts';
import { changesTo, linksFrom } from '../../links.ts';
import { comparisonIn, question } from '../../question.ts';
import { comparedBesideNow, comparedFigures, orderIn } from '../compared.ts';
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
	const names = (codes: readonly string[]) =>
		codes.map((nis) => facts.places.byCode.get(nis)?.name ?? nis).sort(byName);

	return {
		kind: asked.kind,
		own: asked.regions.find((one) => one.own) ?? null,
		order,
		rows,
		strips: stripRows(rows, flanders, linksFrom(url)),
		theil: found.theil,
		overlapping: names(found.overlapping),
		missing: names(found.theil.total.missing),
		differInSize: found.differInSize,
		flanders,
		choice: kindsToCompare(facts),
		sources: sourcesOf(facts, comparedFigures(rows, flanders))
	};
}

/** The kinds that have several regions, in the order in which a reader looks for them, with their regions by name. */
function kindsToCompare({ regions }: Reference) {
	const byKind = Map.groupBy(regions.values(), (region) => region.kind);
	return (Object.keys(REGION_KINDS) as RegionKind[]).flatMap((kind) => {
		const own = byKind.get(kind) ?? [];
		return own.length > 1
			? [
					{
						kind,
						term: REGION_KINDS[kind],
						regions: own.toSorted((a, b) => byName(a.name, b.name))
					}
				]
			: [];
	});
}
