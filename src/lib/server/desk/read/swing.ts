import { isDay, type Day } from '#lib/domain/dates.ts';
import { definitionOf, isIndicator, type Indicator } from '#lib/domain/indicators.ts';
import type { Places } from '#lib/domain/places.ts';
import type { Status } from '#lib/domain/status.ts';
import { NOT_LOCALISED, isCodeElsewhere } from './area-names.ts';
import { readCode } from './cell-values.ts';
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import { mapLookup, type MapLookup } from './import-map.ts';
import type { Beside, FigureFile, FiguresLayout, RawFigure, ReadOptions } from './layout.ts';
import { numberIn } from '../bytes/number-style.ts';
import { observedUntil } from './observed-until.ts';
import { structureOfCodes, structureStart } from './structure.ts';
import { SWING_MISSING, SWING_TOPICS, swingLevel } from './swing-codes.ts';
import {
	cellText,
	findHeader,
	isBlank,
	type Cell,
	type Header,
	type Row,
	type Table
} from '../bytes/table.ts';

const COLUMNS = ['period', 'geolevel', 'geoitem'];
/** A column with the names of the areas, to be taken out before an upload. */
const NAME_COLUMN = /^(te verwijderen|naam|name|gemeentenaam)\b/i;

/** The form in which Provincies in Cijfers (Swing) takes and gives figures: a row an area and period, a column a topic. */
export const swing: FiguresLayout = {
	kind: 'figures',
	name: 'swing',
	about: 'the upload form of Provincies in Cijfers, a row an area and period (XLSX or CSV)',
	columns: COLUMNS,
	optional: Object.keys(SWING_TOPICS),
	publisher: null,
	title: null,
	note: null,
	recognises: (table) => findHeader(table, COLUMNS, COLUMNS.length) !== null,
	async open(tables, options, places, findings): Promise<FigureFile> {
		const sheets = tables.map((table) => new SwingSheet(table, options, findings));
		const surveys = await Promise.all(sheets.map((sheet) => sheet.survey()));
		if (sheets.every((sheet) => sheet.topics.length === 0 && !sheet.asked))
			refuseTopics(sheets, findings);
		const years = surveys.flatMap((survey) => [...survey.years]).sort();
		const asks = surveys.some((survey) => survey.fractions || survey.regions);
		const until =
			asks && years.length > 0
				? observedUntil('', { first: years[0] ?? '', last: years.at(-1) ?? '' }, options, findings)
				: options.observedUntil;
		const beside: Beside = { objectives: [], categories: [], regionFigures: [] };
		return {
			columns: {
				nis: 'geoitem',
				date: 'period',
				indicator: 'topic',
				value: 'topic',
				status: 'topic',
				note: 'topic'
			},
			structureOn: structureOf(surveys, options, places, findings),
			async *batches() {
				for (const sheet of sheets) yield* sheet.figures(until, beside);
			},
			beside
		};
	}
};

/** A topic that is read. */
interface Topic {
	at: number;
	name: string;
	is: Indicator;
	day: string;
}

/** What one look over a sheet tells. */
interface Survey {
	sheet: string | null;
	years: Set<string>;
	/** Codes of municipalities by level. */
	codes: Map<string, Set<string>>;
	dates: Set<Day>;
	fractions: boolean;
	regions: boolean;
}

/** One sheet of the form, read twice: once to see what it holds, once for its figures. */
class SwingSheet {
	readonly table: Table;
	readonly topics: Topic[] = [];
	/** Topics with numbers that nobody knows. */
	readonly unknown: string[] = [];
	/** Whether a topic is known but not its day. */
	asked = false;
	private readonly header: Header | null;
	private readonly findings: Findings;
	private readonly lookup: MapLookup;

	constructor(table: Table, options: ReadOptions, findings: Findings) {
		this.table = table;
		this.findings = findings;
		this.lookup = mapLookup(options.map);
		this.header = findHeader(table, COLUMNS, COLUMNS.length);
	}

	/** Looks over all rows: levels, codes, years, and which topics hold numbers. */
	async survey(): Promise<Survey> {
		const survey: Survey = {
			sheet: this.table.sheet,
			years: new Set(),
			codes: new Map(),
			dates: new Set(),
			fractions: false,
			regions: false
		};
		if (this.lookup.sheet(this.table.sheet) === 'skip') return survey;
		const filled = await this.filledColumns();
		this.chooseTopics(filled);
		if (this.topics.length === 0) return survey;
		for await (const { cells } of this.rows()) this.surveyRow(cells, survey);
		return survey;
	}

	private surveyRow(cells: Row, survey: Survey): void {
		const level = swingLevel(cellText(cells[this.at('geolevel')]).toLowerCase());
		const code = codeOf(cells[this.at('geoitem')] ?? null);
		const year = cellText(cells[this.at('period')]);
		const values = this.topics.filter(({ at }) => cellText(cells[at]) !== '');
		if (values.length === 0 || level.kind === 'other' || code === null) return;
		if (isDay(`${year}-01-01`)) survey.years.add(year);
		survey.regions ||= level.kind === 'region';
		survey.fractions ||= values.some(({ at }) => hasFraction(cells[at] ?? null));
		if (
			level.kind !== 'municipality' ||
			Object.hasOwn(NOT_LOCALISED, code) ||
			isCodeElsewhere(code)
		)
			return;
		for (const { day } of values) survey.dates.add(`${year}-${day}`);
		const key = level.structure ?? '';
		survey.codes.set(key, (survey.codes.get(key) ?? new Set()).add(code));
	}

	/** The figures in batches; those of regions go to `beside`. */
	async *figures(until: number | null, beside: Beside): AsyncGenerator<RawFigure[]> {
		if (this.topics.length === 0) return;
		const told = new Map<string, { row: number; count: number }>();
		let batch: RawFigure[] = [];
		for await (const { cells, row } of this.rows()) {
			this.checkFormulas(cells, row);
			this.readRow(cells, row, until, batch, beside, told);
			if (batch.length < 1_000) continue;
			yield batch;
			batch = [];
		}
		yield batch;
		this.tellLeftOut(told);
	}

	private readRow(
		cells: Row,
		row: number,
		until: number | null,
		batch: RawFigure[],
		beside: Beside,
		told: Map<string, { row: number; count: number }>
	): void {
		const levelText = cellText(cells[this.at('geolevel')]);
		const level = swingLevel(levelText.toLowerCase());
		const item = cells[this.at('geoitem')] ?? null;
		const code = codeOf(item) ?? cellText(item);
		const leave = (why: string) => {
			const first = told.get(why) ?? { row, count: 0 };
			told.set(why, { ...first, count: first.count + 1 });
		};
		const filled = this.topics.filter(({ at }) => cellText(cells[at]) !== '');
		if (filled.length === 0) return;
		if (Object.hasOwn(NOT_LOCALISED, code)) return leave(`not_localised ${code}`);
		if (isCodeElsewhere(code)) return leave('elsewhere');
		if (level.kind === 'other') return leave(`level ${levelText || '(blank)'}`);
		const year = cellText(cells[this.at('period')]);
		if (!isDay(`${year}-01-01`)) return this.refusePeriod(year, row);
		for (const topic of filled) {
			const { value, status, note } = this.valueOf(
				cells[topic.at] ?? null,
				topic,
				Number(year),
				until
			);
			const figure = {
				sheet: this.table.sheet,
				row,
				date: `${year}-${topic.day}`,
				indicator: topic.is,
				value,
				status,
				note,
				column: topic.name
			};
			if (level.kind === 'municipality') batch.push({ ...figure, nis: code });
			else this.addRegion(figure, `${level.prefix}${code}`, beside);
		}
	}

	private addRegion(
		figure: Omit<RawFigure, 'nis'> & {
			date: Day;
			indicator: Indicator;
			column: string;
			note: string | null;
			status: Status;
		},
		region: string,
		beside: Beside
	): void {
		const { sheet, row, column, date, indicator, value, status, note } = figure;
		if (value !== null && typeof value !== 'number') {
			this.findings.block(
				'not_a_number',
				{ sheet, row, column },
				{ value, message: `"${cellText(value)}" is not a number.` }
			);
			return;
		}
		if (value !== null && value < 0) {
			this.findings.block(
				'negative_value',
				{ sheet, row, column },
				{ value, expected: '0 or more', message: `${indicator} is a count and cannot be negative.` }
			);
			return;
		}
		beside.regionFigures.push({ sheet, row, column, region, indicator, date, value, status, note });
	}

	/** A code for a missing number becomes a status; a number after the last counted year is a projection. */
	private valueOf(cell: Cell, topic: Topic, year: number, until: number | null) {
		const missing = SWING_MISSING[cellText(cell)];
		if (missing) return { value: null, ...missing };
		const forecast = until !== null && year > until;
		const number = numberIn(cell, null);
		const status: Status = forecast ? 'forecast' : 'normal';
		const whole = definitionOf(topic.is).unit !== 'percent';
		const value =
			number !== null && forecast && whole && !Number.isInteger(number)
				? Math.round(number)
				: (number ?? cell);
		const note =
			value !== number && number !== null
				? `Afgerond van ${String(number).replace('.', ',')}.`
				: null;
		return { value, status, note };
	}

	private refusePeriod(year: string, row: number): void {
		this.findings.block(
			'unknown_period',
			{ sheet: this.table.sheet, row, column: 'period' },
			{
				value: year,
				expected: 'a year, such as 2024',
				message: `"${year}" is not a year.`
			}
		);
	}

	private checkFormulas(cells: Row, row: number): void {
		if (this.table.sheet === null) return;
		const columns = this.topics.filter(({ at }) => this.table.isFormula(row, at + 1));
		for (const { at, name } of columns) {
			this.findings.block(
				'formula',
				{ sheet: this.table.sheet, row, column: name },
				{
					value: cells[at],
					expected: 'a value',
					message: 'The cell holds a formula. Copy the column and paste it as values.'
				}
			);
		}
	}

	private tellLeftOut(told: ReadonlyMap<string, { row: number; count: number }>): void {
		for (const [why, { row, count }] of told) {
			const place = { sheet: this.table.sheet, row, column: 'geoitem' };
			const [kind = '', what = ''] = why.split(/ (.*)/);
			if (kind === 'not_localised') {
				const message = `${rowsOf(count)} of ${what} (${NOT_LOCALISED[what] ?? ''}) not used: what could not be placed belongs to no municipality.`;
				this.findings.info('not_localised', place, { value: what, message });
			} else if (kind === 'elsewhere') {
				const message = `${rowsOf(count)} of areas outside Flanders not used.`;
				this.findings.info('elsewhere', place, { value: count, message });
			} else {
				const message = `${rowsOf(count)} of the level ${what} not used: this program counts by municipality.`;
				this.findings.info(
					'not_our_level',
					{ ...place, column: 'geolevel' },
					{ value: what, message }
				);
			}
		}
	}

	/** How many cells below the header of each column hold a number. */
	private async filledColumns(): Promise<Map<number, number>> {
		const filled = new Map<number, number>();
		for await (const { cells } of this.rows()) {
			for (const [at, cell] of cells.entries()) {
				if (numberIn(cell, null) !== null) filled.set(at, (filled.get(at) ?? 0) + 1);
			}
		}
		return filled;
	}

	private chooseTopics(filled: ReadonlyMap<number, number>): void {
		const { header, table, findings } = this;
		for (const [at, name] of header?.names.entries() ?? []) {
			const place = {
				sheet: table.sheet,
				row: header?.row ?? 1,
				column: name.replace(/\s+/g, ' ')
			};
			if (COLUMNS.includes(name.toLowerCase()) || name === '' || NAME_COLUMN.test(name)) continue;
			const mapped = this.lookup.header(name) ?? this.lookup.letter(at);
			if (mapped?.is === 'ignore') continue;
			const known =
				mapped && isIndicator(mapped.is)
					? { is: mapped.is, day: mapped.day }
					: SWING_TOPICS[name.toLowerCase()];
			if (known && known.day === undefined) {
				this.asked = true;
				findings.block('date_missing', place, {
					expected: `"columns": {"${name}": {"is": "${known.is}", "day": "12-31"}} or "01-01"`,
					message: `Nothing says on which day of the year "${name}" is counted.`
				});
			} else if (known) {
				this.topics.push({ at, name: place.column, is: known.is, day: known.day ?? '' });
			} else if (filled.has(at)) this.unknown.push(place.column);
		}
		if (this.topics.length > 0) this.askUnknown();
	}

	private askUnknown(): void {
		for (const name of this.unknown) {
			this.findings.ask(
				'unmapped_column',
				{ sheet: this.table.sheet, row: this.header?.row ?? 1, column: name },
				{
					value: name,
					expected: `in the mapping file: "columns": {"${name}": {"is": …, "day": …}} or "ignore"`,
					message: `The topic "${name}" holds numbers, and nobody said what it is.`
				}
			);
		}
	}

	private at(column: string): number {
		return this.header?.positions.get(column) ?? -1;
	}

	private async *rows(): AsyncGenerator<{ cells: Row; row: number }> {
		let row = 0;
		for await (const rows of this.table.batches()) {
			for (const cells of rows) {
				row++;
				if (row > (this.header?.row ?? 0) && !isBlank(cells)) yield { cells, row };
			}
		}
	}
}

const rowsOf = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

const hasFraction = (cell: Cell): boolean => {
	const value = numberIn(cell, null);
	return value !== null && !Number.isInteger(value);
};

/** A code of five digits; four of them, as a number or text, lost the zero of a country or region. */
const codeOf = (cell: Cell): string | null =>
	readCode(cell) ?? (/^[1-4]000$/.test(cellText(cell)) ? `0${cellText(cell)}` : null);

function refuseTopics(sheets: readonly SwingSheet[], findings: Findings): void {
	const topics = [...new Set(sheets.flatMap(({ unknown }) => unknown))];
	const [first = 'topic'] = topics;
	findings.block('unknown_topic', WHOLE_FILE, {
		value: topics.join(', '),
		expected: `${Object.keys(SWING_TOPICS).join(', ')}; or in the mapping file: "columns": {"${first}": {"is": "stock_b", "day": "12-31"}}`,
		message:
			topics.length === 0
				? 'No topic holds a number: the form is blank.'
				: `None of the topics ${topics.join(', ')} is a figure that this program knows.`
	});
}

/** The structure that all figures follow; null when each follows that of its own date. */
function structureOf(
	surveys: readonly Survey[],
	options: ReadOptions,
	places: Places,
	findings: Findings
): Day | null {
	if (options.structureOn) return structureStart(places, options.structureOn);
	const starts = new Set<Day>();
	let own = true;
	for (const { codes, dates, sheet } of surveys) {
		for (const [level, found] of codes) {
			const known = new Set([...found].filter((code) => places.byCode.has(code)));
			const start = level === '' ? structureOfCodes(places, known) : structureStart(places, level);
			if (start === null) return refuseStructure(sheet, findings);
			starts.add(start);
			own &&= [...dates].every((date) => structureStart(places, date) === start);
		}
	}
	if (own) return null;
	const [only, second] = starts;
	return second === undefined ? (only ?? null) : refuseStructure(null, findings);
}

function refuseStructure(sheet: string | null, findings: Findings): null {
	findings.block(
		'unknown_structure',
		{ ...WHOLE_FILE, sheet },
		{
			expected:
				'figures of one structure (gemeente, gemeente2024 or gemeente2018), each in a file of its own',
			message:
				sheet === null
					? 'The sheets follow different municipal structures, and some figures are not of the time of their structure.'
					: 'The codes of the level gemeente are of no one structure.'
		}
	);
	return null;
}
