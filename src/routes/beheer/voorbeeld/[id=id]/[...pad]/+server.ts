import { error } from '@sveltejs/kit';
import { asIfReleased } from '#lib/server/intake/preview.ts';
import { previewPage } from '#lib/server/intake/preview-page.ts';
import { runtime, withDatabase } from '#lib/server/web/runtime.ts';
import { personIn } from '../../../gate.ts';

/** Any page of the site as it would be with a draft released; files of a page are those of today and are not made here. */
export async function GET({ locals, params, url, fetch }) {
	personIn(locals, 'editor', 'releaser');
	const { database } = runtime();
	const base = `/beheer/voorbeeld/${params.id}`;
	const address = `/${params.pad}${url.search}`;
	if (/^\/(beheer|api|uitvoer)(\/|$)/.test(address))
		error(404, 'Een voorbeeld toont alleen pagina’s.');
	const made = await asIfReleased(database, Number(params.id), (then) =>
		withDatabase(then, async () => {
			const answer = await fetch(address, { credentials: 'omit' });
			return { answer, body: await answer.text() };
		})
	);
	if (!made) error(404, 'Dit ontwerp is er niet (meer): vrijgegeven of ingetrokken.');
	const { answer, body } = made;
	if (!answer.headers.get('content-type')?.startsWith('text/html'))
		error(404, 'Een voorbeeld toont alleen pagina’s.');
	const words = `Voorbeeld: zo is de site met publicatie ${params.id} vrijgegeven. Alleen u ziet dit. <a href="/beheer/publicaties/${params.id}">Terug naar het ontwerp</a>`;
	const policy = answer.headers.get('content-security-policy');
	return new Response(previewPage(body, base, words), {
		status: answer.status,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			...(policy && { 'content-security-policy': policy })
		}
	});
}
