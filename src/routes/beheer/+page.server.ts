import { redirect } from '@sveltejs/kit';
import { deskPublications } from '#lib/server/intake/desk-state.ts';
import { openIntakes } from '#lib/server/intake/intake.ts';
import { countUnread } from '#lib/server/deeds/notices.ts';
import { hasRole } from '#lib/server/people/roles.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { formLinks, nameOfFile } from './forms.ts';
import { personIn } from './gate.ts';

/** Files that are not finished, and drafts that wait for somebody else. */
export async function load({ locals }) {
	const person = personIn(locals);
	if (!hasRole(person, 'editor', 'releaser', 'people')) {
		if (person.nis) redirect(303, `/beheer/gemeenten/${person.nis}`);
		if (person.region && hasRole(person, 'region')) redirect(303, '/beheer/voorstellen');
		return { files: [], drafts: [], notices: 0, unknown: true, forms: [] };
	}
	const { read } = runtime().database;
	const [files, all, unread] = await Promise.all([
		openIntakes(read),
		deskPublications(read),
		countUnread(read)
	]);
	return {
		unknown: false,
		forms: hasRole(person, 'editor') ? formLinks : [],
		notices: unread,
		files: files.map((file) => ({ ...file, called: nameOfFile(file.fileName) })),
		drafts: all
			.filter(({ state }) => state === 'draft' || state === 'planned')
			.map(({ id, title, publisher, state, releaseAt, handled }) => ({
				...{ id, title, publisher, state, releaseAt },
				by: handled?.entered.name ?? null,
				isOwn: handled?.entered.account === person.account && !person.isLocal
			}))
	};
}
