import { dataVersion } from '#lib/server/queries/publications.ts';
import { publicationsBy, reference } from '#lib/server/reference/reference.ts';
import { siteMap } from '#lib/server/formats/open-data/site-map.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { dayOf, today } from '#lib/server/today.ts';

/** The pages with figures change with the data; those with words only, with the program, which keeps no day. */
const WITH_FIGURES = [
	'/',
	'/gemeenten',
	'/regios',
	'/vergelijken',
	'/voortgangstoets',
	'/objectief',
	'/vergadering',
	'/cijfers',
	'/cijfers/tegenspraak',
	'/cijfers/download'
];
const WITH_WORDS = ['/methode', '/methode/controles', '/toegankelijkheid'];

/** The pages to be read: those of every municipality in force, of every region and every publication. */
export async function GET({ url: { origin } }) {
	const { database } = runtime();
	const [facts, { changedAt }] = await Promise.all([
		reference(database),
		dataVersion(database.read)
	]);
	const changed = dayOf(new Date(changedAt));
	const ofData = [
		...WITH_FIGURES,
		...facts.places.validOn(today()).map(({ nis }) => `/gemeenten/${nis}`),
		...[...facts.regions.keys()].map((slug) => `/regios/${slug}`),
		...facts.testRounds.map(({ year }) => `/voortgangstoets/${year}`)
	];
	const pages = [
		...ofData.map((path) => ({ path, changed })),
		...WITH_WORDS.map((path) => ({ path, changed: null })),
		...publicationsBy(facts, today()).map(({ id, knownFrom, withdrawnOn }) => ({
			path: `/cijfers/publicaties/${id}`,
			changed: withdrawnOn ?? knownFrom
		}))
	];
	return new Response(siteMap(origin, pages), {
		headers: {
			'content-type': 'application/xml; charset=utf-8',
			'cache-control': 'public, no-cache'
		}
	});
}
