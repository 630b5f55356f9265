import type { Day } from '#lib/domain/dates.ts';
import {
	canBeNegative,
	definitionOf,
	INDICATORS,
	isIndicator,
	REGIME_COUNTS,
	regimeName,
	type Indicator
} from '#lib/domain/indicators.ts';
import type { Municipality, Places } from '#lib/domain/places.ts';
import { countOf, measuredRegimes, type Regime } from '#lib/domain/regime.ts';
import { STATUSES, VALUELESS, type Status } from '#lib/domain/status.ts';
import { readCode, readDay, readNumber } from './cell-values.ts';
import type { FigureFindings } from './figure-findings.ts';
import type { RawFigure } from './layout.ts';
import { cellText, type Cell } from '../bytes/table.ts';

/** The parts of one figure, each understood by itself. */
export interface FigureParts {
	municipality: Municipality;
	indicator: Indicator;
	date: Day;
	status: Status;
	/** Null when the status says so, and when the value could not be read. */
	value: number | null;
}

/** `stock` in a tidy table means the stock of the yearly measurement. */
const ALIASES: Readonly<Record<string, Indicator>> = { stock: 'stock_b' };
/** The database takes absolute values below this. */
const LARGEST_VALUE = 1e9;

const BLANK_CODE = 'There is no NIS code; of merged cells only the first holds a value.';
const SPLIT_NUMBER = ' In a file with commas, a comma inside a number splits it in two.';

/** Reads the cells of figures; what cannot be read becomes a finding. */
export class FigureCells {
	private readonly places: Places;
	private readonly findings: FigureFindings;
	private readonly totals: ReadonlySet<string>;
	/** The series of the regimes that are known. */
	private readonly series: ReadonlySet<string>;
	/** A file has few dates and many rows: each cell is read once. */
	private readonly days = new Map<Cell, Day | null>();

	constructor(places: Places, laws: readonly Regime[], findings: FigureFindings) {
		this.places = places;
		this.series = new Set(seriesOf(laws));
		this.findings = findings;
		this.totals = areasAbove(places);
	}

	/** All parts, or null when one that the others depend on cannot be read. */
	read(raw: RawFigure): FigureParts | null {
		const municipality = this.municipality(raw);
		const indicator = this.indicator(raw);
		const date = this.date(raw);
		const status = this.status(raw);
		const value = indicator && status && this.value(raw, indicator, status);
		if (!municipality || !indicator || !date || !status) return null;
		return { municipality, indicator, date, status, value };
	}

	private municipality(raw: RawFigure): Municipality | null {
		const code = readCode(raw.nis);
		if (code === null) {
			const text = cellText(raw.nis);
			const message = text ? `"${text}" is not a NIS code.` : BLANK_CODE;
			return this.findings.refuse(raw, 'nis', 'not_a_code', 'a NIS code of five digits', message);
		}
		const found = this.places.byCode.get(code);
		if (found) return found;
		if (this.totals.has(code)) {
			const message = `${code} is a total: the code of a country, region, province or arrondissement.`;
			return this.findings.refuse(raw, 'nis', 'total_row', 'rows of municipalities only', message);
		}
		const message = `${code} is not a Flemish municipality of any known structure.`;
		const expected = 'the NIS code of a Flemish municipality';
		return this.findings.refuse(raw, 'nis', 'unknown_municipality', expected, message);
	}

	private indicator(raw: RawFigure): Indicator | null {
		const text = cellText(raw.indicator).toLowerCase();
		const code = ALIASES[text] ?? text;
		if (isIndicator(code) && (regimeName(code) === null || this.series.has(code))) return code;
		const known = new Set([...Object.keys(ALIASES), ...Object.keys(INDICATORS), ...this.series]);
		const expected = `one of ${[...known].join(', ')}`;
		const message = `"${text}" is not an indicator.`;
		return this.findings.refuse(raw, 'indicator', 'unknown_indicator', expected, message);
	}

	private date(raw: RawFigure): Day | null {
		const key = raw.date instanceof Date ? raw.date.getTime() : raw.date;
		let day = this.days.get(key);
		if (day === undefined) {
			day = readDay(raw.date);
			this.days.set(key, day);
		}
		if (day !== null) return day;
		const message = `"${cellText(raw.date)}" is not a day that can be read in only one way.`;
		const expected = 'a day as YYYY-MM-DD, such as 2022-12-31';
		return this.findings.refuse(raw, 'date', 'not_a_date', expected, message);
	}

	private status(raw: RawFigure): Status | null {
		const text = cellText(raw.status).toLowerCase();
		if (text === '') return 'normal';
		const status = STATUSES.find((one) => one === text);
		if (status) return status;
		const expected = `one of ${STATUSES.join(', ')}`;
		const message = `"${text}" is not a status.${/^\d+$/.test(text) ? SPLIT_NUMBER : ''}`;
		return this.findings.refuse(raw, 'status', 'unknown_status', expected, message);
	}

	private value(raw: RawFigure, indicator: Indicator, status: Status): number | null {
		const blank = cellText(raw.value) === '';
		const valueless = VALUELESS.includes(status);
		if (blank && valueless) return null;
		if (blank) {
			const expected = `a number, or the status ${VALUELESS.join(', ')}`;
			const message = 'There is no value. A figure that is unknown has the status missing.';
			return this.findings.refuse(raw, 'value', 'value_missing', expected, message);
		}
		if (valueless) {
			const expected = `no value, or another status than ${status}`;
			const message = `There is a value, and the status ${status} says that there is none.`;
			return this.findings.refuse(raw, 'value', 'value_unexpected', expected, message);
		}
		return this.number(raw, indicator);
	}

	private number(raw: RawFigure, indicator: Indicator): number | null {
		const value = readNumber(raw.value, definitionOf(indicator).unit !== 'percent');
		if (typeof value !== 'number') {
			return this.findings.refuse(raw, 'value', value.code, value.expected, value.message);
		}
		if (value < 0 && !canBeNegative(indicator)) {
			const message = `${indicator} is a count and cannot be negative; a net change can be.`;
			return this.findings.refuse(raw, 'value', 'negative_value', '0 or more', message);
		}
		if (Math.abs(value) >= LARGEST_VALUE) {
			const expected = `less than ${LARGEST_VALUE}`;
			return this.findings.refuse(
				raw,
				'value',
				'implausible_value',
				expected,
				'The value is too large.'
			);
		}
		return value;
	}
}

/** The series in which the regimes count homes. */
const seriesOf = (laws: readonly Regime[]): Indicator[] =>
	measuredRegimes(laws).flatMap((law) => REGIME_COUNTS.map((count) => countOf(law, count)));

/** Codes of the country, the regions, and the provinces and arrondissements of the known municipalities. */
function areasAbove(places: Places): Set<string> {
	const above = new Set(['01000', '02000', '03000', '04000']);
	for (const { province, arrondissement } of places.byCode.values()) {
		above.add(province).add(arrondissement);
	}
	return above;
}
