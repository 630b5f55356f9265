import { notices } from '#lib/server/deeds/notices.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { personIn } from '../gate.ts';
import { isState, NOTICE_STATES } from './states.ts';

export async function load({ locals, url }) {
	personIn(locals, 'editor', 'releaser');
	const asked = url.searchParams.get('toestand') ?? '';
	const state = isState(asked) ? asked : null;
	const found = await notices(runtime().database.read, state);
	return {
		state,
		states: NOTICE_STATES,
		notices: found.map(({ id, received_at, page, words, state }) => ({
			...{ id, page, words, state },
			receivedAt: received_at
		}))
	};
}
