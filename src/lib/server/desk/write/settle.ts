import { plan, releaseFrom } from '../release/release.ts';
import type { WriteTransaction } from '../../database/schema.ts';
import { dayOf, startOfDay } from '../../today.ts';
import { keepAnswers } from '../findings/answers.ts';
import type { ImportJob, ImportRequest } from './import-job.ts';

/**
 * The moment of a planned release, ISO 8601; null for one that is released now, or that nobody planned. What is published
 * on a day to come waits for that day.
 */
function plannedAt({ release, publishedOn }: ImportRequest, now: Date): string | null {
	if (release === 'draft') return null;
	if (release !== 'now') return new Date(release) > now ? release : null;
	return publishedOn > dayOf(now) ? startOfDay(publishedOn) : null;
}

/** Whether a publication will wait to be released. */
export const isDraft = (request: ImportRequest, now = new Date()): boolean =>
	request.release === 'draft' || plannedAt(request, now) !== null;

/**
 * Keeps what was accepted, and releases the publication unless it has to wait. It is known here from the day on which that
 * happens, whatever the day of its publisher: what an earlier day shows stays as it was.
 */
export async function settle(
	transaction: WriteTransaction,
	publication: number,
	{ request, findings }: ImportJob,
	now = new Date()
): Promise<void> {
	await keepAnswers(transaction, publication, findings, request.accept);
	const at = plannedAt(request, now);
	if (at !== null) await plan(transaction, publication, at);
	else if (!isDraft(request, now)) await releaseFrom(transaction, publication, dayOf(now));
}
