import { redirect } from '@sveltejs/kit';
import { runtime } from '#lib/server/web/runtime.ts';
import { addressOfDesk } from '../gate.ts';

export function load({ locals, url }) {
	const returnTo = addressOfDesk(url.searchParams.get('naar'));
	if (locals.session) redirect(303, returnTo);
	const { access } = runtime();
	return {
		byProvider: access?.provider != null,
		byLink: access?.byLink ?? false,
		returnTo,
		refused: url.searchParams.get('fout'),
		left: url.searchParams.has('afgemeld')
	};
}
