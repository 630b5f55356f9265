import { redirect } from '@sveltejs/kit';
import { listedOn } from '#lib/domain/region.ts';
import { OWN_SLUG } from '#lib/server/asked/questions.ts';
import { readName } from '#lib/server/standing/asked-region.ts';
import { membersOf } from '#lib/server/standing/regions.ts';
import { byName } from '#lib/text/format.ts';
import { linksFrom } from '../../../links.ts';
import { question } from '../../../question.ts';
import { areaChoice } from '../../areas.ts';
import { readNames } from './typed-names.ts';

/** The form that puts a region together; what it sends comes back here, and goes on to the region when all is found. */
export async function load({ url }) {
	const { facts, moment } = await question(url);
	const asked = url.searchParams;
	const { structureOn } = moment;
	const ticked = asked.getAll('gemeenten').flatMap((codes) => codes.split(','));
	const { codes, notFound } = readNames(facts.places, asked.get('namen') ?? '', structureOn);
	const chosen = [
		...new Set([...ticked.filter((nis) => facts.places.byCode.has(nis)), ...codes])
	].sort();
	const name = readName(asked.get('naam'));
	const isSent = asked.has('toon');
	if (isSent && chosen.length > 0 && notFound.length === 0) {
		const own = { gemeenten: chosen.join(), naam: name || null };
		redirect(307, linksFrom(url)(`/regios/${OWN_SLUG}`, own));
	}
	const start = facts.regions.get(asked.get('van') ?? '');
	const from = start ? membersOf(facts, start, structureOn).municipalities : [];
	const { provinces, regions } = areaChoice(facts, url);
	const towns = facts.places.validOn(structureOn).toSorted((a, b) => byName(a.name, b.name));
	return {
		name,
		typed: notFound.map((one) => one.typed).join(', '),
		notFound,
		isEmpty: isSent && chosen.length === 0 && notFound.length === 0,
		start: start ?? null,
		chosen: new Set(
			[...listedOn(facts.places, chosen, structureOn), ...from].map((one) => one.nis)
		),
		provinces: provinces.map((province) => {
			const region = facts.regions.get(province.slug);
			const own = new Set(region && membersOf(facts, region, structureOn).municipalities);
			return { ...province, towns: towns.filter((one) => own.has(one)) };
		}),
		regions
	};
}
