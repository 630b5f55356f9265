import { error } from '@sveltejs/kit';
import { deskPublications } from '#lib/server/intake/desk-state.ts';
import { hasRole, type Person } from '#lib/server/people/roles.ts';
import { figuresOf } from '#lib/server/queries/drafts.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { membersOf } from '#lib/server/standing/regions.ts';
import { today } from '#lib/server/today.ts';
import { personIn } from '../../gate.ts';

/** What waits about one municipality, for that municipality, its region, and the desk. */
export async function load({ locals, params }) {
	const person = personIn(locals);
	const { database } = runtime();
	const facts = await reference(database);
	const own = facts.places.byCode.get(params.nis);
	if (!own || !maySee(person, own.nis, facts))
		error(403, 'U ziet hier alleen wat over uw eigen gemeente of regio gaat.');
	const waiting = (await deskPublications(database.read)).filter(
		({ state }) => state === 'draft' || state === 'planned'
	);
	const figures = await figuresOf(
		database.read,
		waiting.map(({ id }) => id),
		own.nis
	);
	return {
		nis: own.nis,
		name: own.name,
		drafts: waiting
			.map(({ id, title, publisher, releaseAt }) => ({
				...{ id, title, publisher, releaseAt },
				figures: figures.filter(({ publication }) => publication === id)
			}))
			.filter((draft) => draft.figures.length > 0),
		replies: facts.replies.filter(({ nis, withdrawnOn }) => nis === own.nis && withdrawnOn === null)
	};
}

type Facts = Awaited<ReturnType<typeof reference>>;

function maySee(person: Person, nis: string, facts: Facts): boolean {
	if (hasRole(person, 'editor', 'releaser')) return true;
	if (hasRole(person, 'municipality') && person.nis === nis) return true;
	const region = person.region === null ? undefined : facts.regions.get(person.region);
	if (!region || !hasRole(person, 'region')) return false;
	return membersOf(facts, region, today()).municipalities.some((one) => one.nis === nis);
}
