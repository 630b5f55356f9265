import { toCsv } from '#lib/server/formats/csv.ts';
import { deskLog } from '#lib/server/queries/desk-log.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { personIn } from '../../gate.ts';
import { askedIn } from '../asked.ts';

/** Most rows of the file. */
const MOST = 100_000;

const COLUMNS = [
	...([
		'number',
		'happened_at',
		'door',
		'name',
		'organisation',
		'roles',
		'action',
		'done'
	] as const),
	...(['publication_id', 'chain_position', 'file_name', 'sha256', 'why', 'detail'] as const)
];

/** The log as CSV, with the same filters as the page. */
export async function GET({ locals, url }) {
	personIn(locals, 'editor', 'releaser', 'people');
	const rows = await deskLog(runtime().database.read, askedIn(url), MOST);
	const csv = toCsv(
		COLUMNS,
		rows.map((row) => COLUMNS.map((column) => row[column]))
	);
	return new Response(csv, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="logboek.csv"'
		}
	});
}
