import type { Places } from '#lib/domain/places.ts';
import type { Regime } from '#lib/domain/regime.ts';
import { allRows } from '../bytes/all-rows.ts';
import type { Table } from '../bytes/table.ts';
import type { Findings } from '../findings/findings.ts';
import { AreaRows } from './area-rows.ts';
import { columnLetters, mapLookup } from './import-map.ts';
import type { ReadOptions } from './layout.ts';
import { municipalityNames } from './municipality-names.ts';
import { PeopleTableReader, type PeopleTable, type SheetContext } from './people-table.ts';
import { partsOf, type SheetPart } from './sheet-parts.ts';

/** Reads the tables of one sheet of the yearly measurement or of a progress test. */
export class PeopleSheetReader {
	private readonly context: SheetContext;

	constructor(
		table: Table,
		options: ReadOptions,
		places: Places,
		laws: readonly Regime[],
		findings: Findings
	) {
		const lookup = mapLookup(options.map);
		const areas = new AreaRows(municipalityNames(places), places, lookup, findings);
		this.context = { table, options, places, laws, lookup, areas, findings };
	}

	/** Headers in the mapping file that this sheet does not have. */
	get unusedColumns(): string[] {
		return this.context.lookup.unusedColumns();
	}

	/** The tables of the sheet; none when it is skipped. One of which the heads do not fit its columns is left out. */
	async read(): Promise<PeopleTable[]> {
		const { table, lookup, areas, findings } = this.context;
		if (lookup.sheet(table.sheet) === 'skip') {
			const message = `The sheet "${table.sheet}" is skipped by the mapping file.`;
			findings.info('ignored_sheet', this.place(null), { message });
			return [];
		}
		const look = { merges: table.merges, fills: table.sheet === null, lookup };
		const { parts, unread } = partsOf(await allRows(table), look);
		if (parts.length > 1) this.tellParts(parts);
		if (unread !== null) this.tellUnread(unread);
		const tables = parts.flatMap((part) => new PeopleTableReader(this.context, part).read() ?? []);
		areas.finish();
		return tables;
	}

	private place(row: number | null) {
		return { sheet: this.context.table.sheet, row, column: null };
	}

	private tellParts(parts: readonly SheetPart[]): void {
		const heads = parts.map(({ header }) => {
			const first = header.columns.find(({ meaning }) => meaning);
			return `${columnLetters(first?.at ?? 0)}${header.row}`;
		});
		this.context.findings.info('several_tables', this.place(null), {
			value: parts.length,
			message: `There are ${parts.length} tables, with their heads at ${heads.join(', ')}; each is read by itself.`
		});
	}

	private tellUnread(row: number): void {
		this.context.findings.ask('unread_table', this.place(row), {
			value: row,
			message: `From row ${row} on stands another table, of which no measure has a known head; it is not read.`
		});
	}
}
