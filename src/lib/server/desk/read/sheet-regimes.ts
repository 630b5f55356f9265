import { addDays, yearOf, type Day } from '#lib/domain/dates.ts';
import {
	claimants,
	measuredRegimes,
	periodOf,
	type Measured,
	type Regime,
	type Tenure
} from '#lib/domain/regime.ts';
import { WHOLE_FILE, type Findings, type Place } from '../findings/findings.ts';
import { statedDays, withoutStatedDays } from './stated-days.ts';

/** A column whose figures count for a regime. */
export interface RegimeColumn {
	name: string;
	/** Code of the regime, when the mapping file says it. */
	scheme: string | null;
	/** What the regime asks for. */
	tenure: Tenure;
	/** The day that the head itself names. */
	date: Day | null;
	/** Whether it is the baseline, so that its day is that of a regime. */
	isBaseline: boolean;
}

/** How a regime was found, as it is told. */
type Ground = 'mapping' | 'head' | 'title' | 'beside' | 'option' | 'day' | 'only';
const GROUNDS: Record<Ground, string> = {
	mapping: 'the mapping file says so',
	head: 'the head names it',
	title: 'the title names it',
	beside: 'the head of another column names it, and none another one',
	option: '--regime says so',
	day: 'homes of that day count for no other regime',
	only: 'there is no other of its kind'
};

/** What a sheet is told about: its titles with its name, what was asked, and where to tell. */
interface SheetContext {
	laws: readonly Regime[];
	titles: string;
	/** Every head of the sheet. */
	heads: readonly Pick<RegimeColumn, 'name' | 'isBaseline'>[];
	/** `--regime`, as it was given. */
	asked: string | null;
	place: Place;
	findings: Findings;
}

/** Finds for which regime each column of a sheet counts; what nothing decides is asked, never guessed. */
export class SheetRegimes {
	private readonly context: SheetContext;
	private readonly found = new Map<string, { regime: Regime; ground: Ground } | null>();
	private readonly told = new Map<
		string,
		{ regime: Regime; ground: Ground; columns: Set<string> }
	>();
	private readonly open = new Map<string, Set<string>>();
	private refused: [named: Regime, option: Regime] | null = null;

	constructor(context: SheetContext) {
		this.context = context;
	}

	/** The regime of a column on a row of a day; null when that is asked. */
	of(column: RegimeColumn, ofRow: Day | null): Regime | null {
		const key = `${column.name} ${column.date ?? ''} ${ofRow ?? ''}`;
		let found = this.found.get(key);
		if (found === undefined) {
			found = this.find(column, ofRow);
			this.found.set(key, found);
			if (found) this.tell(column.name, found);
		}
		return found?.regime ?? null;
	}

	/** Tells what was read for which regime, and asks what nothing decides. */
	finish(): void {
		for (const { regime, ground, columns } of this.told.values()) {
			const message = `${listed(columns)}: ${told(regime)}: ${GROUNDS[ground]}.`;
			this.context.findings.info('regime_read', this.context.place, {
				value: regime.code,
				message
			});
		}
		for (const [day, columns] of this.open) this.ask(day, columns);
		if (this.refused) this.refuse(...this.refused);
	}

	private find(column: RegimeColumn, ofRow: Day | null): { regime: Regime; ground: Ground } | null {
		const { laws } = this.context;
		if (column.scheme !== null) return this.byCode(column, column.scheme);
		const own = laws.filter(({ tenure }) => tenure === column.tenure);
		const head = this.only(namedIn(column.name, own, ofRow, column.isBaseline));
		if (head) return { regime: head, ground: 'head' };
		if (column.tenure !== 'rental') return this.byDay(column, own, ofRow);
		const named = this.bySheet(own, ofRow);
		const option = this.option();
		if (named && option && named.regime !== option) this.refused = [named.regime, option];
		if (named) return named;
		if (option) return { regime: option, ground: 'option' };
		return this.byDay(column, own, ofRow);
	}

	/** The one regime that the titles name, else the heads together. */
	private bySheet(
		own: readonly Regime[],
		day: Day | null
	): { regime: Regime; ground: Ground } | null {
		const { titles, heads } = this.context;
		const inTitles = namedIn(titles, own, day, false);
		const title = this.only(inTitles);
		if (title || inTitles.length > 1) return title && { regime: title, ground: 'title' };
		const inHeads = heads.flatMap(({ name, isBaseline }) => namedIn(name, own, day, isBaseline));
		const head = this.only([...new Set(inHeads)]);
		return head && { regime: head, ground: 'beside' };
	}

	private byCode({ name }: RegimeColumn, code: string) {
		const regime = this.context.laws.find((one) => one.code === code);
		if (regime) return { regime, ground: 'mapping' as const };
		this.context.findings.block(
			'unknown_scheme',
			{ ...this.context.place, column: name },
			{ value: code, expected: codes(this.context.laws), message: `There is no objective ${code}.` }
		);
		return null;
	}

	/** The one regime that can claim the day; of another kind than rental homes the only one there is. */
	private byDay(
		{ name, tenure, date }: RegimeColumn,
		own: readonly Regime[],
		ofRow: Day | null
	): { regime: Regime; ground: Ground } | null {
		const day = date ?? ofRow;
		const able = tenure !== 'rental' || day === null ? own : claimants(own, day);
		const [only, other] = able;
		if (only && !other) return { regime: only, ground: tenure === 'rental' ? 'day' : 'only' };
		if (only) {
			const columns = this.open.get(day ?? '') ?? new Set();
			this.open.set(day ?? '', columns.add(name));
			return null;
		}
		const of = tenure === 'rental' ? 'rental homes' : tenure;
		this.context.findings.block(
			'unknown_scheme',
			{ ...this.context.place, column: name },
			{
				value: day,
				expected: `in the mapping file: "columns": {"${name}": {"is": …, "scheme": …}}`,
				message: `No objective for ${of} is known for ${day ?? 'this file'}.`
			}
		);
		return null;
	}

	private option(): Regime | null {
		const { asked, laws } = this.context;
		return asked === null ? null : regimeCalled(asked, laws);
	}

	private only(named: readonly Regime[]): Regime | null {
		const [only, other] = named;
		return only && !other ? only : null;
	}

	private refuse(named: Regime, option: Regime): void {
		this.context.findings.block('regime_contradicts', this.context.place, {
			value: option.code,
			expected: named.code,
			message: `The sheet names ${nameOf(named)}, and --regime says ${nameOf(option)}.`
		});
	}

	private tell(column: string, { regime, ground }: { regime: Regime; ground: Ground }): void {
		const key = `${regime.code} ${ground}`;
		const told = this.told.get(key) ?? { regime, ground, columns: new Set<string>() };
		told.columns.add(column);
		this.told.set(key, told);
	}

	private ask(day: string, columns: ReadonlySet<string>): void {
		const able =
			day === '' ? measuredRegimes(this.context.laws) : claimants(this.context.laws, day);
		const options = able.map((one) => `--regime ${one.code.toLowerCase()} (${periodOf(one)})`);
		const why =
			day === ''
				? 'nothing says of which regime'
				: `homes of ${day} can count for ${able.map(periodOf).join(' and for ')}, and nothing says for which`;
		const [first = null] = columns;
		this.context.findings.block(
			'regime_missing',
			{ ...this.context.place, column: first },
			{
				value: [...columns].join(', '),
				expected: `${options.join(' or ')}; or the period in the head`,
				message: `${listed(columns)}: ${why}.`
			}
		);
	}
}

/**
 * The regime that somebody calls `bso-2042`, `2026-2042` or `bso-2026`: by its code, else by the years in the name. Null when
 * there is none, or more than one.
 */
function regimeCalled(name: string, laws: readonly Regime[]): Regime | null {
	const code = laws.find((one) => one.code.toLowerCase() === name.trim().toLowerCase());
	if (code) return code;
	const years = [...name.matchAll(YEAR)].map(([year]) => Number(year));
	if (years.length === 0) return null;
	const found = measuredRegimes(laws).filter((one) =>
		years.every((year) => boundsOf(one).includes(year))
	);
	return found.length === 1 ? (found[0] ?? null) : null;
}

/** Says that nothing is called so; null when all is well. */
export function refuseUnknownRegime(
	name: string | null,
	laws: readonly Regime[],
	findings: Findings
): void {
	if (name === null || regimeCalled(name, laws)) return;
	findings.block('unknown_scheme', WHOLE_FILE, {
		value: name,
		expected: codes(measuredRegimes(laws)),
		message: `No regime is called "${name}".`
	});
}

const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;
const PERIOD =
	/(?<!\d)((?:19|20)\d{2})\s?(?:[-–—/]|t\/m|tot(?: en met)?)\s?((?:19|20)\d{2})(?!\d)/gi;

/** The periods that a text names, as it writes them. */
export const periodsIn = (text: string): string[] =>
	[...withoutStatedDays(text).matchAll(PERIOD)].map(([, from, to]) => `${from}-${to}`);

/** The years by which people name a regime: of its baseline, its first, and its last. */
const boundsOf = ({ startsOn, baselineOn, deadline }: Measured<Regime>): number[] => [
	yearOf(startsOn ?? baselineOn),
	yearOf(addDays(baselineOn, 1)),
	yearOf(baselineOn),
	yearOf(deadline)
];

/** The regimes that a text names: by their period, by a last year that is still to come, or by the day from which they count. */
function namedIn(
	text: string,
	laws: readonly Regime[],
	day: Day | null,
	isBaseline: boolean
): Regime[] {
	const rest = withoutStatedDays(text);
	const periods = [...rest.matchAll(PERIOD)].map(
		([, from, to]) => [Number(from), Number(to)] as const
	);
	const years = [...rest.replace(PERIOD, ' ').matchAll(YEAR)].map(([year]) => Number(year));
	const days = statedDays(text);
	return measuredRegimes(laws).filter((one) => {
		const { baselineOn, deadline } = one;
		const last = yearOf(deadline);
		const starts = boundsOf(one).slice(0, -1);
		if (periods.some(([from, to]) => to === last && starts.includes(from))) return true;
		if (day !== null && last > yearOf(day) + 1 && years.includes(last)) return true;
		const counts = isBaseline
			? [baselineOn]
			: day === baselineOn
				? []
				: [baselineOn, addDays(baselineOn, 1)];
		return counts.some((one) => days.includes(one));
	});
}

/** What a regime is called in a finding. */
const nameOf = (regime: Regime): string =>
	regime.baselineOn !== null && regime.deadline !== null
		? `${periodOf(regime as Measured<Regime>)} (${regime.code})`
		: regime.code;

const told = (regime: Regime): string =>
	regime.baselineOn === null
		? `read for ${nameOf(regime)}`
		: `read for ${nameOf(regime)}, which counts from ${regime.baselineOn}`;

const listed = (columns: ReadonlySet<string>): string =>
	[...columns].map((column) => `"${column}"`).join(', ');

const codes = (laws: readonly Regime[]): string =>
	`one of ${laws.map(({ code }) => code).join(', ')}`;
