import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { readMoment } from '#lib/server/intake/answer-form.ts';
import {
	deskPublications,
	type DeskPublication,
	type Hand
} from '#lib/server/intake/desk-state.ts';
import { handInAgain, intakeOfPublication } from '#lib/server/intake/intake.ts';
import { hasRole, rolesIn } from '#lib/server/people/roles.ts';
import { ruleRowsOf } from '#lib/server/desk/review/rules-brought.ts';
import { contentsOf, touchedAreas, type TouchedArea } from '#lib/server/queries/changes.ts';
import { accounts } from '#lib/server/queries/desk-log.ts';
import { acceptedFindings } from '#lib/server/queries/publications.ts';
import { areaNamed, reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import type { Task } from '#lib/server/tasks/tasks.ts';
import { contentsName } from '#lib/text/words.ts';
import { findingTitle } from '../../../finding-title.ts';
import { personIn } from '../../gate.ts';
import { regimesIn } from '../../regimes.ts';
import { workIn } from '../../work.ts';
import { subjectOf } from '../../../subject.ts';
import { rulePages, ruleTables } from './rules.ts';

export async function load({ locals, params, url }) {
	const person = personIn(locals, 'editor', 'releaser', 'people');
	const { database } = runtime();
	const id = Number(params.id);
	const all = await deskPublications(database.read);
	const publication = all.find((one) => one.id === id);
	if (!publication) error(404, 'Er is geen publicatie met dit nummer.');
	const [contents, rules, accepted, intake, areas, people, facts] = await Promise.all([
		contentsOf(database.read, id),
		ruleRowsOf(database.read, id),
		acceptedFindings(database.read, id),
		intakeOfPublication(database.read, id),
		touchedAreas(database.read, id),
		accounts(database.read),
		reference(database)
	]);
	const regimes = regimesIn(facts);
	const nameOf = (code: string) => areaNamed(facts, code) ?? regimes[code] ?? null;
	const day = dayOf(contents);
	const asked = day ? `?op=${day}` : '';
	const { handled, state, part } = publication;
	const nameOfHand = (hand: Hand | null) => hand && { name: hand.name, at: hand.at };
	const isOwn = handled !== null && handled.entered.account === person.account && !person.isLocal;
	const waits = state === 'draft' || state === 'planned';
	const reviewed = intake?.result?.looked?.reviewed ?? null;
	return {
		publication: shownOf(publication),
		entered: nameOfHand(handled?.entered ?? null),
		approved: nameOfHand(handled?.approved ?? null),
		content: handled?.content ?? null,
		contents: contents.map((one) => ({ ...one, name: contentsName(one) })),
		accepted: accepted.map(({ code, findings, because }) => ({
			...{ code, findings, because },
			title: findingTitle(code, findings)
		})),
		reviewed,
		regimes,
		brought: intake?.result?.looked?.brought ?? null,
		rules: ruleTables(rules, nameOf),
		/** Where what it brings stands, and on which day. */
		day,
		pages: eachOnce([
			...townsIn(areas, reviewed?.difference.changing ?? []).map((nis) => ({
				path: `/gemeenten/${nis}${asked}`,
				name: nameOf(nis) ?? nis
			})),
			...rulePages(rules).map((path) => ({ path, name: subjectOf(path, facts) })),
			...regionsIn(reviewed?.effects.regions ?? [], facts.regions).map(({ path, name }) => ({
				path: path + asked,
				name
			})),
			...(areas.length > MOST_TOWNS
				? [{ path: `/gemeenten${asked}`, name: subjectOf('/gemeenten', facts) }]
				: [])
		]),
		titles: new Map(
			all
				.filter(({ id: other }) => part?.by.some(({ publication: by }) => by === other))
				.map((one) => [one.id, one.title])
		),
		releasers: people
			.filter(
				(one) => one.id !== handled?.entered.account && !one.blocked_at && one.issuer !== 'local'
			)
			.filter(({ roles }) => rolesIn(roles).includes('releaser'))
			.map(({ name }) => name),
		address: url.origin + url.pathname,
		waits,
		mayRelease: waits && hasRole(person, 'releaser') && !isOwn,
		isOwn,
		mayWithdraw:
			state !== 'withdrawn' &&
			hasRole(person, ...(waits ? (['editor', 'releaser'] as const) : (['releaser'] as const))),
		mayBringAgain: state === 'withdrawn' && intake !== null && hasRole(person, 'editor')
	};
}

/** What the page tells of a publication. */
function shownOf(one: DeskPublication) {
	const { id, title, publisher, kind, reason, fileName, sha256, state, part, draft } = one;
	const { publishedOn, knownFrom, releaseAt, withdrawnOn, withdrawnWhy } = one;
	return {
		...{ id, title, publisher, kind, reason, fileName, sha256, state, part, draft },
		...{ publishedOn, knownFrom, releaseAt, withdrawnOn, withdrawnWhy }
	};
}

/** The latest 31 December of which it brings figures; null when there is none. */
const dayOf = (contents: readonly { last: string | null }[]): string | null =>
	contents
		.flatMap(({ last }) => (last?.endsWith('-12-31') ? [last] : []))
		.sort()
		.at(-1) ?? null;

/** Each page once, by the first address of it. */
const eachOnce = (pages: readonly { path: string; name: string }[]) =>
	pages.filter(({ path }, at) => {
		const [page] = path.split('?');
		return pages.findIndex((one) => one.path.split('?')[0] === page) === at;
	});

/** The regions that change, each once, with their addresses. */
function regionsIn(
	effects: readonly { region: string }[],
	regions: ReadonlyMap<string, { slug: string; name: string }>
): { path: string; name: string }[] {
	const names = new Set(effects.map(({ region }) => region));
	return [...regions.values()]
		.filter(({ name }) => names.has(name))
		.map(({ slug, name }) => ({ path: `/regios/${slug}`, name }));
}

/** Municipalities whose pages are named at most. */
const MOST_TOWNS = 8;

/** The municipalities that a publication is about; of many, those whose figures change most. */
function townsIn(areas: readonly TouchedArea[], changing: readonly { nis: string }[]): string[] {
	const all = areas.flatMap(({ nis }) => nis ?? []);
	const towns = all.length > MOST_TOWNS ? changing.map(({ nis }) => nis) : all;
	return [...new Set(towns)].slice(0, MOST_TOWNS);
}

/** Has a task done, and comes back to the page. */
async function has(event: RequestEvent<{ id: string }>, task: Task, failure: string) {
	const person = personIn(event.locals, 'editor', 'releaser');
	const result = await workIn()(task, null, person);
	if (result.exitCode !== 0) return fail(409, { problem: failure });
	redirect(303, `/beheer/publicaties/${event.params.id}`);
}

async function release(event: RequestEvent<{ id: string }>) {
	const form = await event.request.formData();
	const read = readMoment(String(form.get('moment') ?? ''));
	if (!read) return fail(400, { problem: 'Dit is geen moment dat kan: kies dag en uur.' });
	const task = {
		name: 'release',
		publication: Number(event.params.id),
		at: read.at,
		content: String(form.get('inhoud') ?? '') || null
	} as const;
	return has(
		event,
		task,
		'Niet vrijgegeven: wie inlevert, geeft niet zelf vrij; of het ontwerp veranderde intussen. Kijk opnieuw.'
	);
}

async function withdraw(event: RequestEvent<{ id: string }>) {
	const why = String((await event.request.formData()).get('waarom') ?? '').trim();
	if (why === '') return fail(400, { problem: 'Schrijf waarom: de site toont de reden.' });
	const task = { name: 'withdraw', publication: Number(event.params.id), why } as const;
	return has(event, task, 'Niet ingetrokken: uw rol laat dat niet toe, of het was al ingetrokken.');
}

/** Hands the file of a publication that was withdrawn in again. */
async function again(event: RequestEvent<{ id: string }>) {
	const person = personIn(event.locals, 'editor');
	const { database } = runtime();
	const intake = await intakeOfPublication(database.read, Number(event.params.id));
	if (!intake) error(404, 'Het bestand van deze publicatie is hier niet.');
	const id = await handInAgain(database, intake, person, workIn());
	redirect(303, `/beheer/inleveren/${id}`);
}

export const actions = { vrijgeven: release, intrekken: withdraw, opnieuw: again };
