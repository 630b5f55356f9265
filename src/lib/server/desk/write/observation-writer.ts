import { sql } from 'kysely';
import type { WriteTransaction } from '../../database/schema.ts';
import type { CheckedFigure } from '../check/figure-checker.ts';

const BATCH_ROWS = 5_000;
/** Separates the values of a column on their way to the database; blanked out of notes and names of sheets. */
const SEPARATOR = '\u001f';

/** What is written of a figure, in the order of the insert, with the type of each column. */
const COLUMNS = [
	['nis', 'text'],
	['indicator', 'text'],
	['date', 'date'],
	['value', 'float8'],
	['status', 'text'],
	['note', 'text'],
	['sheet', 'text'],
	['row', 'int'],
	['column', 'text']
] as const satisfies [keyof CheckedFigure, string][];

/** The values of one batch, column by column: a million rows leave no million objects behind. */
type Columns = (string | number | null)[][];

/** Writes figures of one publication inside a transaction, in large batches. */
export interface ObservationWriter {
	/** Takes figures; returns when the database has all but the last batches. */
	add(figures: readonly CheckedFigure[]): Promise<void>;
	/** Writes what is left. */
	finish(): Promise<void>;
}

/** While the database takes one batch, the next is being read. */
export function observationWriter(
	transaction: WriteTransaction,
	publication: number
): ObservationWriter {
	let waiting: Columns = COLUMNS.map(() => []);
	let writing: Promise<unknown> = Promise.resolve();

	async function flush(): Promise<void> {
		const batch = waiting;
		waiting = COLUMNS.map(() => []);
		await writing;
		writing = insertQuery(publication, batch).execute(transaction);
		writing.catch(() => undefined); // told to whoever awaits it next
	}
	return {
		async add(figures) {
			for (const [at, [field]] of COLUMNS.entries()) {
				const column = waiting[at];
				for (const figure of figures) column?.push(figure[field]);
			}
			if ((waiting[0]?.length ?? 0) >= BATCH_ROWS) await flush();
		},
		async finish() {
			if (waiting[0]?.length) await flush();
			await writing;
		}
	};
}

/** Each column travels as one text: much less work for both sides than an array with an element for every row. */
function insertQuery(publication: number, columns: Columns) {
	const arrays = COLUMNS.map(([, type], at) => {
		const text = (columns[at] ?? []).map(plain).join(SEPARATOR);
		return sql`string_to_array(${text}, ${sql.lit(SEPARATOR)}, '')::${sql.raw(type)}[]`;
	});
	return sql`
		insert into observation (
			publication_id, nis_code, indicator, reference_date, value, status, note,
			place_sheet, place_row, place_column
		)
		select ${publication}::int, * from unnest(${sql.join(arrays)})`;
}

// eslint-disable-next-line no-control-regex -- the database takes no NUL, and the separator must not occur
const CONTROL = /[\u0000\u001f]/g;

/** A value as it travels; a blank stands for null, because no value of these columns is an empty text. */
const plain = (value: string | number | null): string | number =>
	typeof value === 'string' ? value.replace(CONTROL, ' ') : (value ?? '');
