import { addDays, householdsDate, type Day } from '#lib/domain/dates.ts';
import { INDICATORS, isIndicator, REGIME_COUNTS, type Indicator } from '#lib/domain/indicators.ts';
import { claimants, countOf, measuredRegimes, type Regime } from '#lib/domain/regime.ts';
import type { Municipality } from '#lib/domain/places.ts';
import type { Findings } from '../findings/findings.ts';
import type { Beside, RawFigure } from './layout.ts';
import type { ObjectiveComponent } from './objective-components.ts';
import { noNumber, numberIn, type NumberStyle } from '../bytes/number-style.ts';
import type { Reading } from './people-columns.ts';
import type { SheetRegimes } from './sheet-regimes.ts';
import { cellText, type Cell } from '../bytes/table.ts';

/** What is known of a row when its cells are read. */
export interface RowContext {
	row: number;
	municipality: Municipality;
	date: Day | null;
	note: string | null;
}

/** What is known of a sheet when its cells are read. */
export interface CellContext {
	sheet: string | null;
	style: NumberStyle | null;
	/** Year of the progress test, when the title names it. */
	round: number | null;
	provisional: boolean;
	laws: readonly Regime[];
	/** Finds the regime for which a column counts. */
	regimes: SheetRegimes;
	findings: Findings;
	/** Told each number that counts towards a total. */
	counted(at: number, value: number, row: RowContext): void;
}

const LARGEST_OBJECTIVE = 100_000;

/** Reads the cells of one sheet into figures, objectives and categories. */
export class PeopleCells {
	readonly figures: RawFigure[] = [];
	readonly beside: Pick<Beside, 'objectives' | 'categories'> = { objectives: [], categories: [] };
	private readonly context: CellContext;
	private readonly datesAsked = new Set<string>();
	/** Cells with a per cent among counts, by column. */
	private readonly percents = new Map<string, { row: number; cell: Cell; count: number }>();

	constructor(context: CellContext) {
		this.context = context;
	}

	read(column: Reading, cell: Cell, row: RowContext): void {
		if (column.is === 'stock_a') return this.readBaseline(column, cell, row);
		const stated = dateOfColumn(column, row.date, this.context.laws);
		if (stated === null) return this.askDate(column);
		const date = this.dayCounted(column, stated);
		if (column.is === 'category') return this.readCategory(column, cell, row, date);
		if (column.is.startsWith('objective')) return this.readObjective(column, cell, row, date);
		if (isIndicator(column.is)) {
			const indicator = this.seriesOf(column, column.is, row, date);
			if (indicator) this.readFigure(column, indicator, cell, row, date);
		}
	}

	/** Tells the cells with a per cent among counts, once for each column. */
	finish(): void {
		for (const [name, { row, cell, count }] of this.percents) {
			this.context.findings.block('percent_as_count', this.place(row, name), {
				value: cell,
				expected: 'a number of homes',
				message: `"${name}" counts homes, and ${count} of its cells are percentages; the first is "${cellText(cell)}".`
			});
		}
	}

	/** Homes of 1 January in a head are those of the day before, which is asked once for each column. */
	private dayCounted({ name, is, date }: Reading, day: Day): Day {
		if (date !== day || !is.startsWith('stock_') || !day.endsWith('-01-01')) return day;
		const ended = addDays(day, -1);
		if (!this.datesAsked.has(name))
			this.context.findings.ask('new_year_day', this.place(null, name), {
				value: day,
				expected: ended,
				message: `"${name}" says ${day}; homes are counted on the day before, and are read as those of ${ended}.`
			});
		this.datesAsked.add(name);
		return ended;
	}

	/** The stock at the baseline of a regime, of whatever day the rest of the table is. */
	private readBaseline(column: Reading, cell: Cell, row: RowContext): void {
		const regime = column.date === null ? this.regimeOf(column, row) : null;
		const date = column.date ?? regime?.baselineOn ?? null;
		if (date !== null) this.readFigure(column, 'stock_a', cell, row, date);
	}

	/** The series that a column gives: of homes that count for a regime, that of the regime. Null when that is asked. */
	private seriesOf(column: Reading, is: Indicator, row: RowContext, date: Day): Indicator | null {
		const count = REGIME_COUNTS.find((one) => one === is);
		if (!count || this.context.laws.length === 0) return is;
		const regime = this.regimeOf(column, row);
		return regime && this.canCount(regime, column, date) ? countOf(regime, count) : null;
	}

	private regimeOf(column: Reading, row: RowContext): Regime | null {
		return this.context.regimes.of({ ...column, isBaseline: column.is === 'stock_a' }, row.date);
	}

	private canCount(regime: Regime, { name }: Reading, date: Day): boolean {
		if (claimants([regime], date).length > 0) return true;
		const [{ baselineOn, deadline } = regime] = measuredRegimes([regime]);
		this.context.findings.block('regime_contradicts', this.place(null, name), {
			value: date,
			expected: `a day from ${baselineOn} to ${deadline}`,
			message: `Homes of ${date} cannot count for ${regime.code}.`
		});
		return false;
	}

	private place(row: number | null, column: string) {
		return { sheet: this.context.sheet, row, column };
	}

	private readFigure(
		column: Reading,
		indicator: string,
		cell: Cell,
		row: RowContext,
		date: Day
	): void {
		const missing = noNumber(cell);
		const value = missing ? null : this.number(column, cell, row.row);
		if (value === null && !missing) return;
		if (missing) this.tellMissing(column, cell, row.row);
		if (value !== null) this.context.counted(column.at, value, row);
		this.figures.push({
			sheet: this.context.sheet,
			row: row.row,
			nis: row.municipality.nis,
			date,
			indicator,
			value,
			status: missing ?? (this.context.provisional ? 'provisional' : 'normal'),
			note: row.note,
			column: column.name
		});
	}

	private askDate({ name, is }: Reading): void {
		if (this.datesAsked.has(name)) return;
		this.datesAsked.add(name);
		const sheet = this.context.sheet ?? '';
		this.context.findings.block('date_missing', this.place(null, name), {
			expected: `--on 2021-12-31, or in the mapping file: "sheets": {"${sheet}": {"date": "2021-12-31"}}`,
			message: `Nothing says of which day "${name}" (${is}) is; a year alone is not enough, for a measurement is often told by the year after.`
		});
	}

	private tellMissing({ name }: Reading, cell: Cell, row: number): void {
		this.context.findings.info('read_as_missing', this.place(row, name), {
			value: cell,
			expected: 'a number; 0 when there are none',
			message: `"${cellText(cell)}" was read as not known.`
		});
	}

	private number({ name, is }: Reading, cell: Cell, row: number): number | null {
		const text = cellText(cell);
		const isShare = isIndicator(is) && INDICATORS[is].unit === 'percent';
		if (text.endsWith('%') && !isShare) return this.notePercent(name, cell, row);
		const value = numberIn(cell, this.context.style);
		if (value !== null) return value;
		const open = /^-?[\d.,\s]+$/.test(text);
		this.context.findings.block(open ? 'ambiguous_number' : 'not_a_number', this.place(row, name), {
			value: cell,
			expected: open ? '"numbers": "1.234,5" or "1,234.5" in the mapping file' : 'a number',
			message: open
				? `"${text}" can be read in two ways, and the other cells do not settle which.`
				: `"${text}" is not a number.`
		});
		return null;
	}

	private notePercent(name: string, cell: Cell, row: number): null {
		const first = this.percents.get(name);
		this.percents.set(name, first ? { ...first, count: first.count + 1 } : { row, cell, count: 1 });
		return null;
	}

	private readCategory(
		column: Reading,
		cell: Cell,
		{ municipality, row }: RowContext,
		date: Day
	): void {
		const category = categoryOf(cell);
		if (category === 'none') return;
		const place = { sheet: this.context.sheet, row, column: column.name };
		if (category === null) {
			this.context.findings.block('unknown_category', place, {
				value: cell,
				expected: '1, 2, 2a or 2b',
				message: `"${cellText(cell)}" is not a category of the progress test.`
			});
			return;
		}
		const { round, provisional } = this.context;
		this.beside.categories.push({
			...place,
			nis: municipality.nis,
			category,
			round,
			date,
			provisional
		});
	}

	private readObjective(column: Reading, cell: Cell, row: RowContext, date: Day): void {
		const exempt = /^(vrijgesteld|vrijstelling|geen|exempt)\b/i.test(cellText(cell));
		if (!exempt && noNumber(cell)) return this.tellMissing(column, cell, row.row);
		const value = exempt ? 0 : this.number(column, cell, row.row);
		if (value === null || !this.isObjective(value, column, cell, row.row)) return;
		this.context.counted(column.at, value, row);
		const regime = this.regimeOf(column, row);
		if (!regime) return;
		const [, part = 'total'] = column.is.split(':');
		this.beside.objectives.push({
			sheet: this.context.sheet,
			row: row.row,
			column: column.name,
			nis: row.municipality.nis,
			scheme: regime.code,
			component: part as ObjectiveComponent,
			value,
			status: part === 'total' && value === 0 ? 'exempt' : 'compulsory',
			date
		});
	}

	private isObjective(value: number, { name }: Reading, cell: Cell, row: number): boolean {
		if (Number.isInteger(value) && value >= 0 && value <= LARGEST_OBJECTIVE) return true;
		const whole = value < 0 ? 'negative_value' : 'implausible_value';
		this.context.findings.block(
			Number.isInteger(value) ? whole : 'not_whole',
			this.place(row, name),
			{
				value: cell,
				expected: 'a whole number of homes from 0',
				message: `${value} cannot be an objective.`
			}
		);
		return false;
	}
}

/** The day of a column: its own, or that of the row; households are counted the day after. */
function dateOfColumn(
	{ is, date }: Reading,
	ofRow: Day | null,
	laws: readonly Regime[]
): Day | null {
	if (is === 'households') return date ?? (ofRow && (householdsDate(ofRow) ?? ofRow));
	// «sinds 1/1/2008» says from when, not of which day
	const since = measuredRegimes(laws).map(({ baselineOn }) => addDays(baselineOn, 1));
	const isSince = date !== null && since.includes(date) && !is.startsWith('stock_');
	return isSince ? ofRow : (date ?? ofRow);
}

/** A category as tables write it: «2a», «Categorie 2 A», 1; `none` for a municipality that was not tested. */
function categoryOf(cell: Cell): '1' | '2' | '2a' | '2b' | 'none' | null {
	const text = cellText(cell)
		.toLowerCase()
		.replace(/^(categorie|cat)\.?\s*/, '')
		.replace(/[\s.]/g, '');
	if (text === '' || /^(-|–|nvt|vrijgesteld|geen|geenbso)$/.test(text)) return 'none';
	return text === '1' || text === '2' || text === '2a' || text === '2b' ? text : null;
}
