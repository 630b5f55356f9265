import { LONGEST_PAGE, type ID, type PAGE } from '#lib/server/api/parameters.ts';
import {
	changesIn,
	publicationAccount,
	type PublicationAccount
} from '#lib/server/desk/review/publication.ts';
import { Refusal, type Question } from '../answer.ts';

/**
 * The account of the publication that a path names, with a part of the figures that became something else.
 * @param listed how many when the request does not say
 */
export async function accountAsked(
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
