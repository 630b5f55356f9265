import { error } from '@sveltejs/kit';
import { mentionsBy } from '#lib/server/queries/mentions.ts';
import { areaNamed, isLater } from '#lib/server/reference/reference.ts';
import { placesNamed } from '#lib/server/standing/mentions.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { day } from '#lib/text/format.ts';
import { question } from '../../../../question.ts';

export async function load({ url, params }) {
	const { facts, moment } = await question(url);
	const said = await mentionsBy(runtime().database.read, Number(params.publicatie));
	const mention = said.find(({ code }) => code === params.code);
	const publication = mention && facts.publications.get(mention.publication);
	if (!publication) error(404, 'Deze publicatie zegt niets onder die naam.');
	const areas = mention.places.split(' ').map((code) => ({
		name: areaNamed(facts, code) ?? code,
		path: `/${facts.places.byCode.has(code) ? 'gemeenten' : 'regios'}/${code}`
	}));
	return {
		mention,
		areas,
		whose: placesNamed(facts, mention.places),
		publication,
		isLater: isLater(facts, publication, moment.known),
		fixed: { on: null },
		sheet: `Publicatie nr. ${publication.id}, bekend op ${day(moment.known)}`
	};
}
