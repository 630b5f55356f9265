import { redirect } from '@sveltejs/kit';
import { runtime } from '#lib/server/web/runtime.ts';
import { pathOfDesk } from '../gate.ts';

export function load({ locals, url }) {
	if (locals.session) redirect(303, '/beheer');
	const { access } = runtime();
	return {
		byProvider: access?.provider != null,
		byLink: access?.byLink ?? false,
		returnTo: pathOfDesk(url.searchParams.get('naar')),
		refused: url.searchParams.get('fout'),
		left: url.searchParams.has('afgemeld')
	};
}
