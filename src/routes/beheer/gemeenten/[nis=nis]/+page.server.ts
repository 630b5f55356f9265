import { error, fail } from '@sveltejs/kit';
import { isDay } from '#lib/domain/dates.ts';
import { cleanWords, lengthOf, LONGEST_REPLY, REPLY_QUANTITIES } from '#lib/domain/reply.ts';
import { QUANTITY_WORDS } from '#lib/text/trace.ts';
import { deskPublications } from '#lib/server/intake/desk-state.ts';
import { hasRole, type Person } from '#lib/server/people/roles.ts';
import { figuresOf } from '#lib/server/queries/drafts.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { membersOf } from '#lib/server/standing/regions.ts';
import { today } from '#lib/server/today.ts';
import { personIn } from '../../gate.ts';
import { workIn } from '../../work.ts';

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
		/** What the municipality can reply to, when whoever signed in speaks for it or enters what it wrote. */
		figures: mayReply(person, own.nis)
			? REPLY_QUANTITIES.map((value) => ({ value, words: QUANTITY_WORDS[value].name }))
			: [],
		longest: LONGEST_REPLY,
		replies: facts.replies.filter(({ nis, withdrawnOn }) => nis === own.nis && withdrawnOn === null)
	};
}

const mayReply = (person: Person, nis: string): boolean =>
	hasRole(person, 'editor') || (hasRole(person, 'municipality') && person.nis === nis);

export const actions = {
	async default({ request, locals, params }) {
		const person = personIn(locals, 'municipality', 'editor');
		if (!mayReply(person, params.nis)) error(403, 'U antwoordt alleen voor uw eigen gemeente.');
		const sent = await request.formData();
		const text = (name: string) => String(sent.get(name) ?? '').trim();
		const said = {
			figure: text('cijfer'),
			date: text('dag'),
			words: cleanWords(text('woorden')),
			by: text('namens'),
			givenOn: text('op'),
			reference: text('kenmerk') || null
		};
		const problem = problemOf(said);
		if (problem) return fail(400, { ...said, problem });
		const task = { name: 'reply' as const, nis: params.nis, ...said, write: true };
		const { exitCode } = await workIn()(task, null, person);
		return exitCode === 0 ? { kept: true } : fail(400, { ...said, problem: REFUSED });
	}
};

const REFUSED =
	'Van die dag is er geen cijfer waarbij het weerwoord kan staan. Kies een andere dag.';

/** What is missing of a reply; null when nothing is. */
function problemOf(said: { date: string; words: string; by: string; givenOn: string }) {
	if (!isDay(said.date)) return 'Kies de dag van het cijfer.';
	if (said.words === '') return 'Schrijf eerst wat de gemeente zegt.';
	if (lengthOf(said.words) > LONGEST_REPLY)
		return `Het weerwoord heeft ${lengthOf(said.words)} tekens; er is plaats voor ${LONGEST_REPLY}.`;
	if (said.by === '') return 'Zeg namens wie, zoals «college van burgemeester en schepenen».';
	if (!isDay(said.givenOn) || said.givenOn > today())
		return 'Kies de dag van de brief of beslissing, ten laatste vandaag.';
	return null;
}

type Facts = Awaited<ReturnType<typeof reference>>;

function maySee(person: Person, nis: string, facts: Facts): boolean {
	if (hasRole(person, 'editor', 'releaser')) return true;
	if (hasRole(person, 'municipality') && person.nis === nis) return true;
	const region = person.region === null ? undefined : facts.regions.get(person.region);
	if (!region || !hasRole(person, 'region')) return false;
	return membersOf(facts, region, today()).municipalities.some((one) => one.nis === nis);
}
