import { releaseSummary, withdrawalSummary, type ToldRelease } from './feed.ts';

/** What made a version, as far as its page tells. */
export interface ToldVersion {
	event:
		'release' | 'renewal' | 'withdrawal' | 'reply' | 'reply_withdrawal' | 'package' | 'agreement';
	/** Null of a reply. */
	publication:
		| (Pick<ToldRelease, 'kind' | 'publisher' | 'reason'> & {
				title: string;
				withdrawnWhy: string | null;
		  })
		| null;
	brought: { figures: number; areas: number };
	/** Null of a publication. */
	reply: { name: string; by: string; withdrawnWhy: string | null } | null;
	/** Null of anything but a region that agreed, or took that back. */
	agreement: {
		name: string;
		organisation: string;
		state: 'agreed' | 'withdrawn';
		because: string | null;
	} | null;
}

/** The event that made a version, in a few words: `Publicatie «Meting 2024»`. */
export function versionTitle({ event, publication, reply, agreement }: ToldVersion): string {
	const title = `«${publication?.title ?? ''}»`;
	switch (event) {
		case 'release':
			return `${title} kwam erbij`;
		case 'renewal':
			return `De regels van ${title} werden bijgewerkt`;
		case 'withdrawal':
			return `${title} werd ingetrokken`;
		case 'reply':
			return `Een antwoord van ${reply?.name ?? ''} kwam erbij`;
		case 'reply_withdrawal':
			return `Een antwoord van ${reply?.name ?? ''} werd ingetrokken`;
		case 'agreement':
			return `De regionale afspraak «${agreement?.name ?? ''}» ${agreement?.state === 'withdrawn' ? 'werd ingetrokken' : 'kwam erbij'}`;
		case 'package':
			return 'Een pakket werd bewaard';
		default:
			return event satisfies never;
	}
}

/** Who and why, as far as the event says. */
export function versionReason({
	event,
	publication,
	brought,
	reply,
	agreement
}: ToldVersion): string {
	if (agreement) return `Door: ${agreement.organisation}. ${agreement.because ?? ''}`.trim();
	if (reply)
		return event === 'reply'
			? `Gegeven door: ${reply.by}.`
			: `Reden: ${reply.withdrawnWhy ?? 'niet vermeld'}`;
	if (!publication) return '';
	if (event === 'withdrawal') return withdrawalSummary(publication.withdrawnWhy ?? '', brought);
	return releaseSummary({ ...brought, ...publication, changed: null, supersedes: null });
}
