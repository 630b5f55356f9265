import type { Database } from '../../database/database.ts';
import {
	contentsOf,
	largestReplacements,
	replacedPublications,
	touchedAreas,
	type ChangedFigure,
	type Contents,
	type Replaced,
	type TouchedArea
} from '../../queries/changes.ts';
import {
	acceptedFindings,
	type AcceptedFinding,
	type Publication
} from '../../queries/publications.ts';
import { rulesBroughtBy, type RulesBrought } from './rules-brought.ts';
import { reference, type Reference } from '../../reference/reference.ts';

/** How many changed figures are listed when nobody asks for more; the counts are of all. */
export const LISTED_CHANGES = 100;

/** What a publication brought, and what it changed. */
export interface PublicationAccount {
	publication: Publication;
	contents: Contents[];
	/** How many rows of each sort of rule it brought. */
	rules: RulesBrought[];
	areas: TouchedArea[];
	/** Publications whose figures it took the place of. */
	replaced: Replaced[];
	/** The figures that became something else, the largest difference first; the part that is asked. */
	changed: ChangedFigure[];
	/** What it replaces by its own account, the latest first, and what replaces it, the earliest first. */
	supersedes: Publication[];
	supersededBy: Publication[];
	/** The findings that somebody said yes to when it was imported. */
	accepted: AcceptedFinding[];
}

/** Which part of the changed figures. */
interface Part {
	limit: number;
	offset: number;
}
const FIRST: Part = { limit: LISTED_CHANGES, offset: 0 };

/** The account of one publication. Null when no publication has this number. */
export async function publicationAccount(
	database: Database,
	id: number,
	{ limit, offset }: Part = FIRST
): Promise<PublicationAccount | null> {
	const facts = await reference(database);
	const publication = facts.publications.get(id);
	if (!publication) return null;
	const { read } = database;
	const isPractice = publication.kind === 'practice'; // takes the place of nothing: it fills what is empty
	const [accepted, contents, rules, areas, replaced, changed] = await Promise.all([
		acceptedFindings(read, id),
		contentsOf(read, id),
		rulesBroughtBy(read, id),
		touchedAreas(read, id),
		isPractice ? [] : replacedPublications(read, publication),
		isPractice ? [] : largestReplacements(read, publication, limit, offset)
	]);
	return {
		publication,
		accepted,
		contents,
		rules,
		areas,
		replaced,
		changed,
		...chainOf(facts, publication)
	};
}

/** How many figures became something else with a publication. */
export const changesIn = ({ replaced }: Pick<PublicationAccount, 'replaced'>): number =>
	replaced.reduce((sum, one) => sum + one.changed, 0);

/** The chain of publications that replace one another, to both sides. */
function chainOf(
	{ publications, later }: Pick<Reference, 'publications' | 'later'>,
	publication: Publication
): Pick<PublicationAccount, 'supersedes' | 'supersededBy'> {
	const supersedes: Publication[] = [];
	let older = publications.get(publication.supersedes ?? -1);
	while (older && !supersedes.includes(older)) {
		supersedes.push(older);
		older = publications.get(older.supersedes ?? -1);
	}
	const family = new Set([publication]);
	for (const one of family) {
		for (const other of publications.values())
			if (other.supersedes === one.id && !later.has(other.id)) family.add(other);
	}
	return { supersedes, supersededBy: [...family].slice(1) };
}
