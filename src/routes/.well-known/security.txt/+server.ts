import { error } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';

/** Days for which what stands here counts, as RFC 9116 advises less than a year. */
const COUNTS_FOR = 180;

/** To whom a weakness of the site can be told (RFC 9116); nothing where its keeper named nobody. */
export function GET({ url: { origin } }) {
	const contact = env['SECURITY_CONTACT'];
	if (!contact) error(404, 'De beheerder van deze site gaf geen adres op.');
	const expires = new Date(Date.now() + COUNTS_FOR * 24 * 3_600_000).toISOString();
	const lines = [
		`Contact: ${contact}`,
		`Expires: ${expires}`,
		'Preferred-Languages: nl, en',
		`Canonical: ${origin}/.well-known/security.txt`,
		''
	];
	return new Response(lines.join('\n'), {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' }
	});
}
