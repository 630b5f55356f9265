import { deskPublications } from '#lib/server/intake/desk-state.ts';
import { publicationCounts } from '#lib/server/queries/publications.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { personIn } from '../gate.ts';

export async function load({ locals }) {
	personIn(locals, 'editor', 'releaser', 'people');
	const { read } = runtime().database;
	const [all, counts] = await Promise.all([deskPublications(read), publicationCounts(read)]);
	return {
		publications: all.map(
			({ id, title, publisher, kind, state, part, knownFrom, draft, handled }) => ({
				...{ id, title, publisher, kind, state, part },
				knownFrom: draft ? null : knownFrom,
				figures: counts.get(id)?.figures ?? 0,
				by: handled?.entered.name ?? null
			})
		)
	};
}
