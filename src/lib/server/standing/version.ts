import type { AgreementStep } from '#lib/domain/agreement.ts';
import type { Reply } from '#lib/domain/reply.ts';
import { presentOf } from '../reference/at-version.ts';
import type { Database } from '../database/database.ts';
import { sealedEntry, type SealedEntry } from '../queries/chain.ts';
import { publicationCounts, type Publication } from '../queries/publications.ts';
import type { ChainDay } from '../queries/releases.ts';
import { reference } from '../reference/reference.ts';

/** What made a version, and the versions beside it. */
export interface VersionAccount {
	made: ChainDay;
	entry: SealedEntry;
	/** What was released, renewed or taken back; null of a reply. */
	publication: Publication | null;
	/** How many figures that brought, and for how many areas. */
	brought: { figures: number; areas: number };
	/** What a municipality said, or took back; null of a publication. */
	reply: Reply | null;
	/** What a region agreed on, or took back; null of a publication. */
	agreement: AgreementStep | null;
	/** Numbers of the versions before and after it. */
	previous: number | null;
	next: number | null;
}

/**
 * The version with a number, or the last one before it: a package that was kept has a number in the chain too, and makes no
 * version. Null when there is none, or not yet.
 */
export async function versionAccount(
	asked: Database,
	number: number
): Promise<VersionAccount | null> {
	const database = presentOf(asked);
	const { events, newest, publications, replies, agreed } = await reference(database);
	const place = events.findLastIndex(({ version }) => version <= number);
	const made = events[place];
	if (!made || number > newest) return null;
	const [entry, counts] = await Promise.all([
		sealedEntry(database.read, made.version),
		publicationCounts(database.read)
	]);
	if (!entry) return null;
	return {
		made,
		entry,
		publication: publications.get(entry.publication ?? -1) ?? null,
		brought: counts.get(entry.publication ?? -1) ?? { figures: 0, areas: 0 },
		reply: replies.find((one) => one.id === entry.reply) ?? null,
		agreement: agreed.find((one) => one.step === entry.step) ?? null,
		previous: events[place - 1]?.version ?? null,
		next: events[place + 1]?.version ?? null
	};
}
