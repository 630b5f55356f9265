import { fail } from '@sveltejs/kit';
import { sendNotice } from '#lib/server/deeds/notices.ts';
import { RateLimit } from '#lib/server/people/rate-limit.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { today } from '#lib/server/today.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { subjectOf } from '../subject.ts';
import { correctionPath } from '#lib/text/addresses.ts';
import { day } from '#lib/text/format.ts';

/** Notices within ten minutes: of one visitor, and of all together. Who it was is forgotten after that. */
const limit = new RateLimit({ each: 5, all: 60, window: 600_000 });
const LONGEST = { page: 1_000, words: 2_000, answer: 200 };

/** The page that a notice is about: an address on this site, and nothing else. */
const pageOf = (given: string | null): string =>
	given !== null && /^\/(?![/\\])[^\s<>"]*$/.test(given) ? given.slice(0, LONGEST.page) : '/';

export async function load({ url }) {
	const about = pageOf(url.searchParams.get('over'));
	const subject = subjectOf(about, await reference(runtime().database));
	return {
		about,
		subject,
		correct: correctionPath(about),
		longest: LONGEST,
		sheet: `Melding van ${day(today())}`
	};
}

export const actions = {
	async default({ request, getClientAddress }) {
		const sent = await request.formData();
		const text = (name: string) => String(sent.get(name) ?? '').trim();
		const [words, answer] = [text('woorden'), text('antwoord')];
		const said = { words, answer, about: pageOf(text('over')) };
		if (words === '') return fail(400, { ...said, problem: 'Schrijf eerst wat er niet klopt.' });
		if (words.length > LONGEST.words || answer.length > LONGEST.answer)
			return fail(400, { ...said, problem: `Schrijf hoogstens ${LONGEST.words} tekens.` });
		if (!limit.take(getClientAddress())) return fail(429, { ...said, problem: BUSY });
		const number = await sendNotice(runtime().database, {
			page: said.about,
			words,
			reply_to: answer || null
		});
		return number === null ? fail(503, { ...said, problem: FULL }) : { number };
	}
};

const BUSY = 'Er komen nu te veel meldingen tegelijk. Probeer het over tien minuten opnieuw.';
const FULL = 'Er wachten te veel meldingen. Probeer het later opnieuw.';
