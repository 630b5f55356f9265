import { householdsDate, type Day } from '#lib/domain/dates.ts';
import { definitionOf, type Indicator } from '#lib/domain/indicators.ts';
import type { Places } from '#lib/domain/places.ts';
import type { Regime } from '#lib/domain/regime.ts';
import type { Status } from '#lib/domain/status.ts';
import { FigureCells, type FigureParts } from '../read/figure-cells.ts';
import { FigureFindings } from '../read/figure-findings.ts';
import type { Findings } from '../findings/findings.ts';
import type { FigureFile, RawFigure } from '../read/layout.ts';
import { createRepeats, type Repeats } from './repeats.ts';
import { isInForce } from '../read/structure.ts';
import { cellText } from '../bytes/table.ts';
import { THRESHOLDS } from '../findings/thresholds.ts';

/** A figure that passed every check, with its place in the file. */
export interface CheckedFigure {
	nis: string;
	indicator: Indicator;
	date: Day;
	value: number | null;
	status: Status;
	note: string | null;
	sheet: string | null;
	row: number;
	column: string;
}

/** What the checks compare a figure with. */
export interface CheckContext {
	places: Places;
	/** Day on which the figures were published: nothing later can have been counted. */
	publishedOn: Day;
	/** Households by `nis date`, for the plausibility of a stock. */
	households: ReadonlyMap<string, number>;
	/** The regimes for which homes can count. */
	laws: readonly Regime[];
}

const FIRST_DATE: Day = '1990-01-01';
const LAST_DATE: Day = '2100-12-31';
const LONGEST_NOTE = 1_000;

/** Checks figures one by one; findings say what is wrong with those that it does not let through. */
export class FigureChecker {
	private readonly context: CheckContext;
	private readonly file: Pick<FigureFile, 'columns' | 'structureOn'>;
	private readonly findings: FigureFindings;
	private readonly cells: FigureCells;
	private readonly repeats: Repeats = createRepeats();

	constructor(
		context: CheckContext,
		file: Pick<FigureFile, 'columns' | 'structureOn'>,
		findings: Findings
	) {
		this.context = context;
		this.file = file;
		this.findings = new FigureFindings(findings, file.columns);
		this.cells = new FigureCells(context.places, context.laws, this.findings);
	}

	/** The figure when all is well, else null. */
	check(raw: RawFigure): CheckedFigure | null {
		const { counts } = this.findings.all;
		const before = counts.block;
		const parts = this.cells.read(raw);
		if (!parts) return null;
		this.checkValidity(raw, parts);
		this.checkDate(raw, parts);
		this.checkRepeat(raw, parts);
		if (counts.block > before) return null;
		this.doubtHighShare(raw, parts);
		const { municipality, indicator, date, value, status } = parts;
		return {
			nis: municipality.nis,
			indicator,
			date,
			value,
			status,
			note: cellText(raw.note).slice(0, LONGEST_NOTE) || null,
			sheet: raw.sheet,
			row: raw.row,
			column: raw.column ?? this.file.columns.value
		};
	}

	private checkValidity(raw: RawFigure, { municipality, indicator, date }: FigureParts): void {
		const { nis, name, validFrom, validTo } = municipality;
		const { structureOn } = this.file;
		const day = structureOn ?? date;
		if (isInForce(municipality, day, indicator === 'households' && structureOn === null)) return;
		const { places } = this.context;
		const when = structureOn ? `in the structure of ${structureOn}` : `on ${date}`;
		if (day < validFrom) {
			const before = places
				.mergerInto(nis, validFrom)
				?.predecessors.map((code) => named(places, code));
			const expected = before && `the municipalities of then: ${before.join(', ')}`;
			const message =
				`${nis} ${name} began on ${validFrom} and does not exist ${when}. ` +
				'If all figures are in a later structure, --structure says so.';
			this.findings.refuse(raw, 'nis', 'future_municipality', expected, message);
			return;
		}
		const successor = places.wentInto(nis)?.successor;
		const expected = successor && `its successor ${named(places, successor)}`;
		const message = `${nis} ${name} ended on ${validTo} and does not exist ${when}.`;
		this.findings.refuse(raw, 'nis', 'ended_municipality', expected, message);
	}

	private checkDate(raw: RawFigure, { indicator, date, status }: FigureParts): void {
		const { publishedOn } = this.context;
		if (date < FIRST_DATE || date > LAST_DATE) {
			const expected = `a day from ${FIRST_DATE} to ${LAST_DATE}`;
			this.findings.refuse(raw, 'date', 'implausible_date', expected, `${date} is implausible.`);
		} else if (date > publishedOn && status !== 'forecast') {
			const message = `${date} is later than the day of publication, ${publishedOn}.`;
			const expected = 'an earlier day, or the status forecast';
			this.findings.refuse(raw, 'date', 'implausible_date', expected, message);
		}
		const usual = usualDay(indicator);
		if (usual === null || date.endsWith(usual)) return;
		const message = `${indicator} of ${date} takes part in no share: a stock of 31 December goes with the households of 1 January.`;
		this.findings.mention(raw, 'date', 'unusual_day', `YYYY${usual}`, message);
	}

	private checkRepeat(
		raw: RawFigure,
		{ municipality: { nis }, indicator, date }: FigureParts
	): void {
		const { sheet, row } = raw;
		const first = this.repeats.firstPlace(nis, indicator, date, { sheet, row });
		if (!first) return;
		const where =
			first.sheet === sheet ? `row ${first.row}` : `row ${first.row} of sheet ${first.sheet}`;
		this.findings.all.block(
			'duplicate',
			{ sheet, row, column: null },
			{
				value: `${nis} ${indicator} ${date}`,
				expected: 'one row for each municipality, indicator and date',
				message: `${indicator} of ${nis} on ${date} already stands in ${where}.`
			}
		);
	}

	private doubtHighShare(raw: RawFigure, parts: FigureParts): void {
		const { municipality, indicator, date, value } = parts;
		if (value === null || definitionOf(indicator).definition === null) return;
		const pair = householdsDate(date);
		const households = pair && this.context.households.get(`${municipality.nis} ${pair}`);
		if (!households || value <= households * THRESHOLDS.share.value) return;
		const share = ((100 * value) / households).toFixed(1);
		const message = `${value} dwellings are ${share} % of the ${households} households on ${pair}.`;
		const expected = `at most ${THRESHOLDS.share.value * 100} %`;
		this.findings.doubt(raw, 'value', 'high_share', expected, message);
	}
}

const named = (places: Places, nis: string): string =>
	`${nis} ${places.byCode.get(nis)?.name ?? ''}`.trimEnd();

/** The day of the year on which a quantity is counted, as the end of a date; null when it has none. */
function usualDay(indicator: Indicator): string | null {
	if (indicator === 'households') return '-01-01';
	return definitionOf(indicator).definition === null ? null : '-12-31';
}
