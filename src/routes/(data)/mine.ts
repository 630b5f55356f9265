import { redirect } from '@sveltejs/kit';
import type { Municipality } from '#lib/domain/places.ts';
import { mineCalled, myTown, type MyTown } from '#lib/server/standing/my-town.ts';
import { changesTo, marksMine, MINE } from '../links.ts';
import type { question } from '../question.ts';

/** What the layout tells every page of the municipality of the visitor. */
export type Mine = { codes: readonly string[] } & (
	| { unknown: string; offered: readonly Municipality[] }
	| {
			municipality: Municipality;
			/** Names of its predecessors that stand on the page in its place. */
			before: readonly string[];
			/** Where it stands, on a page that marks it. */
			town: MyTown | null;
	  }
);

/**
 * The municipality that the address of a page calls the visitor's own, with where it stands when the page marks it. One that is
 * called by its name goes to the address with its code; null without any.
 */
export async function mineIn(
	url: URL,
	{ database, facts, moment }: Awaited<ReturnType<typeof question>>,
	slug: string | undefined
): Promise<Mine | null> {
	const asked = url.searchParams.get(MINE);
	if (!asked) return null;
	const called = mineCalled(facts, moment, asked);
	if ('unknown' in called) return { ...called, codes: [] };
	const { municipality, codes } = called;
	if (!facts.places.byCode.has(asked)) redirect(307, changesTo(url)({ [MINE]: municipality.nis }));
	return {
		municipality,
		codes,
		before: codes
			.filter((nis) => nis !== municipality.nis)
			.flatMap((nis) => facts.places.byCode.get(nis)?.name ?? []),
		town: marksMine(url.pathname) ? await myTown(database, facts, moment, municipality, slug) : null
	};
}
