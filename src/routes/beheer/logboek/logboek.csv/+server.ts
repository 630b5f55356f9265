import { toDutchCsv } from '#lib/server/formats/csv.ts';
import { deskLog, type LogRow } from '#lib/server/queries/desk-log.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { personIn } from '../../gate.ts';
import { clock } from '#lib/text/clock.ts';
import type { RegimeNames } from '../../changes.ts';
import { regimesIn } from '../../regimes.ts';
import { actionWords, askedIn, changeWords, whyWords } from '../asked.ts';

/** Most rows of the file. */
const MOST = 100_000;

type Column = readonly [
	head: string,
	(row: LogRow, regimes: RegimeNames) => string | number | null
];
const COLUMNS: readonly Column[] = [
	['Nummer', ({ number }) => number],
	['Wanneer', ({ happened_at }) => clock(new Date(happened_at))],
	['Wie', ({ name }) => name ?? 'opdrachtregel'],
	['Organisatie', ({ organisation }) => organisation],
	['Wat', actionWords],
	['Publicatie', ({ publication_id }) => publication_id],
	['Versie', ({ chain_position }) => chain_position],
	['Bestand', ({ file_name }) => file_name],
	['SHA-256', ({ sha256 }) => sha256],
	['Waarom', whyWords],
	['Meer', ({ detail }) => detail],
	['Titel', ({ title }) => title],
	['Wat veranderde', changeWords]
];

/** The log as CSV for a Dutch spreadsheet, with the same filters as the page. */
export async function GET({ locals, url }) {
	personIn(locals, 'editor', 'releaser', 'people');
	const { database } = runtime();
	const regimes = regimesIn(await reference(database));
	const rows = await deskLog(database.read, askedIn(url), MOST);
	const csv = toDutchCsv(
		COLUMNS.map(([head]) => head),
		rows.map((row) => COLUMNS.map(([, cell]) => cell(row, regimes)))
	);
	return new Response(csv, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="logboek.csv"'
		}
	});
}
