import { toDutchCsv } from '#lib/server/formats/csv.ts';
import { deskLog, type LogRow } from '#lib/server/queries/desk-log.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { personIn } from '../../gate.ts';
import { clock } from '#lib/text/clock.ts';
import { actionWords, askedIn, reasonWords } from '../asked.ts';

/** Most rows of the file. */
const MOST = 100_000;

const COLUMNS: readonly (readonly [head: string, (row: LogRow) => string | number | null])[] = [
	['Nummer', ({ number }) => number],
	['Wanneer', ({ happened_at }) => clock(new Date(happened_at))],
	['Wie', ({ name }) => name ?? 'opdrachtregel'],
	['Organisatie', ({ organisation }) => organisation],
	['Wat', actionWords],
	['Publicatie', ({ publication_id }) => publication_id],
	['Versie', ({ chain_position }) => chain_position],
	['Bestand', ({ file_name }) => file_name],
	['SHA-256', ({ sha256 }) => sha256],
	['Waarom', ({ why }) => why && reasonWords(why)],
	['Meer', ({ detail }) => detail],
	['Titel', ({ title }) => title]
];

/** The log as CSV for a Dutch spreadsheet, with the same filters as the page. */
export async function GET({ locals, url }) {
	personIn(locals, 'editor', 'releaser', 'people');
	const rows = await deskLog(runtime().database.read, askedIn(url), MOST);
	const csv = toDutchCsv(
		COLUMNS.map(([head]) => head),
		rows.map((row) => COLUMNS.map(([, cell]) => cell(row)))
	);
	return new Response(csv, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="logboek.csv"'
		}
	});
}
