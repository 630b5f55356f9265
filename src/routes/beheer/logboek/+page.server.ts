import { accounts, deskLog, loggedPublications } from '#lib/server/queries/desk-log.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { personIn } from '../gate.ts';
import { regimesIn } from '../regimes.ts';
import { ACTION_WORDS, actionWords, askedIn, changeWords, whyWords } from './asked.ts';

/** Rows on the page; the file has all. */
const SHOWN = 200;

export async function load({ locals, url }) {
	personIn(locals, 'editor', 'releaser', 'people');
	const { database } = runtime();
	const { read } = database;
	const asked = askedIn(url);
	const [facts, rows, people, publications] = await Promise.all([
		reference(database),
		deskLog(read, asked, SHOWN),
		accounts(read),
		loggedPublications(read)
	]);
	return {
		asked,
		rows: rows.map((row) => ({
			...row,
			what: actionWords(row),
			change: changeWords(row, regimesIn(facts)),
			why: whyWords(row)
		})),
		publications: publications.map(({ id, title }) => [id, title] as const),
		people: people.map(({ id, name }) => [id, name] as const),
		actions: Object.entries(ACTION_WORDS),
		file: `/beheer/logboek/logboek.csv${url.search}`,
		isCut: rows.length === SHOWN
	};
}
