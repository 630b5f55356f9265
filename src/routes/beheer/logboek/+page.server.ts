import { accounts, deskLog } from '#lib/server/queries/desk-log.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { personIn } from '../gate.ts';
import { ACTION_WORDS, askedIn } from './asked.ts';

/** Rows on the page; the file has all. */
const SHOWN = 200;

export async function load({ locals, url }) {
	personIn(locals, 'editor', 'releaser', 'people');
	const { read } = runtime().database;
	const asked = askedIn(url);
	const [rows, people] = await Promise.all([deskLog(read, asked, SHOWN), accounts(read)]);
	return {
		asked,
		rows,
		people: people.map(({ id, name }) => ({ id, name })),
		actions: Object.entries(ACTION_WORDS),
		file: `/beheer/logboek/logboek.csv${url.search}`,
		isCut: rows.length === SHOWN
	};
}
