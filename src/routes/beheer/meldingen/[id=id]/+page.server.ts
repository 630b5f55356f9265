import { error, fail, redirect } from '@sveltejs/kit';
import { handleNotice, noticeOf } from '#lib/server/deeds/notices.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { subjectOf } from '../../../subject.ts';
import { personIn } from '../../gate.ts';
import { isState, NOTICE_STATES } from '../states.ts';

export async function load({ locals, params }) {
	personIn(locals, 'editor', 'releaser');
	const { database } = runtime();
	const [notice, facts] = await Promise.all([
		noticeOf(database.read, Number(params.id)),
		reference(database)
	]);
	if (!notice) error(404, 'Deze melding bestaat niet.');
	const { id, page, version, words, state, answer, received_at, reply_to } = notice;
	return {
		...{ id, page, version, words, state, answer },
		subject: subjectOf(page, facts),
		receivedAt: received_at,
		replyTo: reply_to,
		states: Object.entries(NOTICE_STATES),
		correction: correctionOf(page)
	};
}

/** The form that corrects the figure of a notice, filled in as far as its address says. */
function correctionOf(page: string): string {
	const { pathname, searchParams } = new URL(page, 'http://site');
	const town = searchParams.get('gebied') ?? /^\/gemeenten\/(\d{5})/.exec(pathname)?.[1] ?? '';
	const filled = new URLSearchParams({
		...(/^\d{5}$/.test(town) && { nis_code: town }),
		...(searchParams.has('op') && { reference_date: searchParams.get('op') ?? '' })
	});
	return `/beheer/formulieren/cijfer?${filled}`;
}

export const actions = {
	async default({ request, locals, params }) {
		const person = personIn(locals, 'editor');
		const sent = await request.formData();
		const state = String(sent.get('toestand') ?? '');
		if (!isState(state)) return fail(400, { problem: 'Kies een toestand.' });
		const answer =
			String(sent.get('antwoord') ?? '')
				.trim()
				.slice(0, 2_000) || null;
		await handleNotice(runtime().database, Number(params.id), { state, answer }, person);
		redirect(303, `/beheer/meldingen?bewaard=${params.id}`);
	}
};
