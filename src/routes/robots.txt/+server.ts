/**
 * What machines that walk the site may skip: a question can be asked of every number and every day, without an end. The
 * pages themselves, the packages, the catalogue and the API are open.
 */
const RULES = ['/herkomst', '/zoek', '/meting/', '/*?'];

export const GET = ({ url: { origin } }) =>
	new Response(
		[
			'User-agent: *',
			...RULES.map((path) => `Disallow: ${path}`),
			'',
			`Sitemap: ${origin}/sitemap.xml`,
			''
		].join('\n'),
		{
			headers: {
				'content-type': 'text/plain; charset=utf-8',
				'cache-control': 'public, no-cache'
			}
		}
	);
