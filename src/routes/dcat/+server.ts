import { preferred } from './negotiate.ts';

/** The forms of the catalogue, and for people the page of the packages. */
const FORMS = {
	'application/ld+json': '/dcat.jsonld',
	'text/turtle': '/dcat.ttl',
	'text/html': '/cijfers/download',
	'application/json': '/dcat.jsonld'
} as const;

/** The catalogue of open data: shows the way to the form that is wanted. */
export function GET({ request }) {
	const type = preferred(
		request.headers.get('accept'),
		Object.keys(FORMS) as (keyof typeof FORMS)[]
	);
	const headers = { vary: 'accept', 'access-control-allow-origin': '*' };
	if (type)
		return new Response(null, { status: 303, headers: { ...headers, location: FORMS[type] } });
	const known = Object.keys(FORMS).join(', ');
	return new Response(`Deze catalogus bestaat als ${known}.\n`, {
		status: 406,
		headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' }
	});
}
