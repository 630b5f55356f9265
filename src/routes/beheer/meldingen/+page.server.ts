import { notices } from '#lib/server/deeds/notices.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { subjectOf } from '../../subject.ts';
import { personIn } from '../gate.ts';
import { isState, NOTICE_STATES } from './states.ts';

export async function load({ locals, url }) {
	personIn(locals, 'editor', 'releaser');
	const asked = url.searchParams.get('toestand') ?? '';
	const state = isState(asked) ? asked : null;
	const { database } = runtime();
	const [found, facts] = await Promise.all([notices(database.read, state), reference(database)]);
	const kept = Number(url.searchParams.get('bewaard'));
	return {
		state,
		kept: found.find(({ id }) => id === kept)?.id ?? null,
		states: NOTICE_STATES,
		notices: found.map(({ id, received_at, page, words, state }) => ({
			...{ id, page, words, state },
			subject: subjectOf(page, facts),
			receivedAt: received_at
		}))
	};
}
