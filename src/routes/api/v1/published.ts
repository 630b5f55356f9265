/** What v1 answers of publications, of what they say, and of what changed. */
import type { Municipality } from '#lib/domain/places.ts';
import { knownReplies as repliesBy } from '#lib/domain/reply.ts';
import {
	changesBetweenVersions,
	listChanges,
	listContradictions,
	listMentions,
	listPublications,
	listReplies,
	listTargetGroups,
	listVersions,
	onePublication
} from '#lib/server/api/operations.ts';
import { LONGEST_PAGE, type ID, type PAGE } from '#lib/server/api/parameters.ts';
import { MalformedParameterError, type Values } from '#lib/server/asked/parameter.ts';
import type { AREA, OWN_REGION, PERIOD } from '#lib/server/asked/questions.ts';
import {
	changesIn,
	LISTED_CHANGES,
	publicationAccount,
	type PublicationAccount
} from '#lib/server/desk/review/publication.ts';
import { accountJson, publicationJson } from '#lib/server/formats/api.ts';
import { changesJson } from '#lib/server/formats/changes.ts';
import { contradictionJson } from '#lib/server/formats/contradictions.ts';
import { mentionJson } from '#lib/server/formats/mentions.ts';
import { knownReplyJson } from '#lib/server/formats/replies.ts';
import { targetGroupJson } from '#lib/server/formats/target-groups.ts';
import { versionChangesJson, versionsJson } from '#lib/server/formats/versions.ts';
import { figureChanges } from '#lib/server/queries/figure-changes.ts';
import { publicationCounts } from '#lib/server/queries/publications.ts';
import {
	askedOn,
	flandersOf,
	publicationsBy,
	publicationsLike,
	type Reference
} from '#lib/server/reference/reference.ts';
import type { AreasAsked } from '#lib/server/standing/areas-asked.ts';
import { asKnown } from '#lib/server/standing/as-known.ts';
import { areaChange, regionChange } from '#lib/server/standing/changes.ts';
import { allContradictions, contradictionsAsked } from '#lib/server/standing/contradictions.ts';
import { mentionsAsked } from '#lib/server/standing/mentions.ts';
import { periodAsked } from '#lib/server/standing/period.ts';
import { allGroupParts } from '#lib/server/standing/target-groups.ts';
import { versionsBy } from '#lib/server/standing/versions.ts';
import { today } from '#lib/server/today.ts';
import { changedFigures, changes as changesTable } from '#lib/tables/changes.ts';
import { contradictions as contradictionsTable } from '#lib/tables/contradictions.ts';
import { mentions as mentionsTable } from '#lib/tables/mentions.ts';
import { publications as publicationsTable } from '#lib/tables/publications.ts';
import { knownReplies } from '#lib/tables/replies.ts';
import { targetGroups as groupsTable } from '#lib/tables/target-groups.ts';
import {
	eventRows,
	figureChanges as changedTable,
	versions as versionsTable
} from '#lib/tables/versions.ts';
import { answering, municipalityOf, named, Refusal, regionOf, type Question } from '../answer.ts';

/** Of one `municipality`, of a `region` and its members, or of all; there must be such a one. */
function areaAsked(facts: Reference, { municipality, region }: Values<typeof AREA>): AreasAsked {
	if (municipality) municipalityOf(facts, municipality);
	if (region && !facts.regions.has(region))
		throw new Refusal('unknown_region', `No region is called "${region}".`);
	return { municipality, regions: region ? [region] : [] };
}

export const targetGroups = answering(
	listTargetGroups,
	async ({ database, moment, paging }) => paging.of(await allGroupParts(database, moment)),
	{
		json: (parts, { facts }) => parts.map((part) => targetGroupJson(part, facts)),
		csv: (parts) => named('target-groups', groupsTable, parts, undefined)
	}
);

export const publications = answering(
	listPublications,
	async ({ query, database, facts, moment, paging }) => {
		const rows = paging.of(publicationsLike(publicationsBy(facts, moment.known), query));
		const ids = rows.map(({ id }) => id);
		return { counts: await publicationCounts(database.read, ids), rows };
	},
	{
		json: ({ counts, rows }) => rows.map((one) => publicationJson(one, counts.get(one.id))),
		csv: ({ counts, rows }) => named('publications', publicationsTable, rows, { counts })
	}
);

/** The account of a publication, with a part of the figures that became something else; `listed` when it is not said how many. */
async function accountAsked(
	{ at: { id }, database, paging }: Question<typeof ID, typeof PAGE>,
	listed: number
): Promise<PublicationAccount> {
	const { offset } = paging;
	const limit = Math.min(paging.limit === Infinity ? listed : paging.limit, LONGEST_PAGE);
	const account = await publicationAccount(database, Number(id), { limit, offset });
	if (!account) throw new Refusal('unknown_publication', `There is no publication ${id}.`);
	paging.total = changesIn(account);
	return account;
}

/** The two forms list another part of what changed, so that each asks for its own. */
export const publication = answering(onePublication, () => Promise.resolve(null), {
	async json(_, question) {
		const account = await accountAsked(question, LISTED_CHANGES);
		const { id } = account.publication;
		const counts = await publicationCounts(question.database.read, [id]);
		return accountJson(account, counts.get(id));
	},
	async csv(_, question) {
		const account = await accountAsked(question, LONGEST_PAGE);
		const name = `changed-by-${account.publication.id}`;
		return named(name, changedFigures, account.changed, undefined);
	}
});

export const versions = answering(
	listVersions,
	async ({ database, moment, paging }) => paging.of(await versionsBy(database, moment.known)),
	{
		json: versionsJson,
		csv: (found) => named('versions', versionsTable, eventRows(found), undefined)
	}
);

export const betweenVersions = answering(
	changesBetweenVersions,
	async ({ at: { from, to }, query, database, moment: { today }, paging }) => {
		if (to > today) throw new MalformedParameterError({ name: 'to', detail: `${to} > ${today}` });
		if (from > to) throw new MalformedParameterError({ name: 'from', detail: `${from} > ${to}` });
		const { municipality: nis, code, change } = query;
		const asked = { from, to, nis, code, change };
		const found = await figureChanges(database.read, asked, paging.atMost(LONGEST_PAGE));
		paging.total = Object.values(found.counts).reduce((sum, figures) => sum + figures, 0);
		return found;
	},
	{
		json: (found, { at, facts }) => versionChangesJson(at, found, facts),
		csv: ({ rows }, { at }) => named(`figures-${at.from}-${at.to}`, changedTable, rows, at)
	}
);

export const contradictions = answering(
	listContradictions,
	async ({ query: { kind, topic, ...area }, database, facts, moment, paging }) => {
		const asked = { kind, topic, ...areaAsked(facts, area) };
		const all = await allContradictions(database, moment);
		return paging.of(contradictionsAsked(all, facts, asked, moment));
	},
	{
		json: (rows, { facts }) => rows.map((one) => contradictionJson(one, facts)),
		csv: (rows, { facts }) => named('contradictions', contradictionsTable, rows, facts)
	}
);

export const mentions = answering(
	listMentions,
	async ({ query, database, facts, moment, paging }) =>
		paging.of(await mentionsAsked(database, facts, areaAsked(facts, query), moment)),
	{
		json: (said, { facts }) => said.map((one) => mentionJson(one, facts)),
		csv: (said) => named('mentions', mentionsTable, said, undefined)
	}
);

export const replies = answering(
	listReplies,
	async ({ facts, moment, paging }) => paging.of(repliesBy(facts.replies, moment.known)),
	{
		json: (found) => found.map(knownReplyJson),
		csv: (found) => named('replies', knownReplies, found, undefined)
	}
);

type ChangesAsked = Question<Record<never, never>, typeof AREA & typeof PERIOD & typeof OWN_REGION>;

/** As known on the later day; at a version that is asked, as the question has it already. */
const knownThen = async ({ moment, ...question }: ChangesAsked, to: string | null) =>
	moment.version?.asked
		? question
		: asKnown(question.database, { known: to, version: null }, moment.today, 'api');

/** A municipality in the form that it has on a day. */
function municipalityOn({ places }: Reference, nis: string, day: string): Municipality {
	const found = places.byCode.get(places.successorOn(nis, day) ?? nis);
	if (found) return found;
	throw new Refusal('unknown_municipality', `No municipality has the code "${nis}".`);
}

/** What changed between two days: of one municipality, of the members of a region, or of all municipalities. */
export const changes = answering(
	listChanges,
	async (question) => {
		const { query } = question;
		const { database, facts } = await knownThen(question, query.to);
		const period = periodAsked(query, 'api', facts, today());
		const area = query.municipality ?? query.region ?? flandersOf(facts).slug;
		const change = query.municipality
			? await areaChange(database, period, [municipalityOn(facts, area, period.to.known)])
			: await regionChange(database, period, regionOf(facts, area, query));
		return { area, change: { ...change, rows: [...question.paging.of(change.rows)] } };
	},
	{
		json: ({ change }, { facts }) => changesJson(change, askedOn(facts, change.period.to.known)),
		csv: ({ area, change: { period, rows } }) =>
			named(`changes-${area}-${period.from.known}-${period.to.known}`, changesTable, rows, period)
	}
);
