/** The findings of a check, by cause: one line and a count, with the rows behind it. */
import type { AdvisedFinding } from '#lib/server/desk/findings/findings.ts';
import { isIndicator } from '#lib/domain/indicators.ts';
import { LEVELS, type Rule } from '#lib/server/desk/findings/rule.ts';
import { RULES, type FindingCode } from '#lib/server/desk/findings/rules.ts';
import type { TaskResult } from '#lib/server/tasks/task-result.ts';
import { count } from '#lib/text/format.ts';
import { indicatorName } from '#lib/text/words.ts';
import { findingTitle } from '../../../finding-title.ts';
import type { RegimeNames } from '../../changes.ts';
import { SETTLED, type Settling } from './settling.ts';
import { unreadableWords } from './unreadable.ts';

/** Rows shown of one cause. */
const SHOWN = 40;

/** Findings of one cause. */
export interface Group {
	code: FindingCode;
	level: AdvisedFinding['level'];
	title: string;
	/** What to do; empty where nothing is asked. */
	todo: string;
	/** How many findings there are, those not shown too. */
	tally: number;
	/** How many things they are about. */
	count: number;
	/** Where it is settled on this page. */
	settled: Settling | null;
	rows: { place: string; said: string; value: string; cell: string | null }[];
}

/** What is expected where it says something on the screen: a number, a day or municipalities; the rest is for the command line. */
function expectedWords(expected: string | null): string {
	const [, bound = '', said = ''] = BOUNDED.exec((expected?.split(';')[0] ?? '').trim()) ?? [];
	const words = said.replaceAll(' or ', ' of ');
	if (!PLAIN.test(words) || !/\d/.test(words)) return '';
	return bound ? `${BOUNDS[bound]} ${words.replace(/^\d+$/, (one) => count(Number(one)))}` : words;
}

const BOUNDS: Readonly<Record<string, string>> = {
	about: 'ongeveer',
	'at least': 'minstens',
	'at most': 'hoogstens'
};
const BOUNDED = /^(?:(about|at least|at most) )?(.*)$/s;

/** What stands there and what is expected: `«4O2», verwacht: een getal`; empty where neither is told. */
const saidWords = (value: string, expected: string): string =>
	[value && `«${value}»`, expected && `verwacht: ${expected}`].filter(Boolean).join(', ');

/** Columns in which a number is the code of a municipality, and findings of a whole file that are about one. */
const OF_CODES = /^(nis|nis_?code|cd_refnis|gemeente|municipality)$/i;
const ABOUT_TOWNS: readonly FindingCode[] = [
	...(['incomplete_list', 'left_out', 'structure_effect', 'unknown_municipality'] as const),
	...(['new_succession', 'successor_unknown', 'ended_municipality'] as const)
];

/** Codes of one finding of a whole file, that says how many there are. */
const COUNTED: readonly FindingCode[] = [
	'missing_municipality',
	'total_not_used',
	'practice_retired'
];

/** What a finding is about, each code in words; a number that looks like the code of a municipality stays a number. */
function valueWords({ code, column, value }: AdvisedFinding, { nameOf, regimes }: Naming): string {
	if (value === null || value === column || BARE.includes(code)) return '';
	const isOfTowns = column === null ? ABOUT_TOWNS.includes(code) : OF_CODES.test(column);
	const named = (nis: string) => [nis, nameOf(nis)].filter(Boolean).join(' ');
	const bare = COUNTED.includes(code) ? value.replace(/^\d+: /, '') : value;
	const told = isOfTowns ? bare.replace(/\b\d{5}\b/g, named) : bare;
	return told.replace(/[\w-]+/g, (word) =>
		isIndicator(word) ? indicatorName(word) : (regimes[word] ?? word)
	);
}

const PLAIN = /^([\d.,\s%-]+|(\d{5} [\p{L}'() -]+)+)$/u;

/** Id on the page of the row of a sheet. */
export const cellOf = (sheet: string | null, row: number): string => `rij-${sheet ?? ''}-${row}`;

/** Findings whose value is for the command line: how many there are, or a checksum. Of a whole file they need no place. */
const BARE: readonly FindingCode[] = [
	...(['total_not_used', 'already_imported', 'replaces_earlier'] as const),
	...(['reason_missing', 'practice_retired'] as const)
];

const placeOf = ({ code, nis, sheet, row, column }: AdvisedFinding, { nameOf }: Naming): string => {
	const cell = [sheet && `blad ${sheet}`, row && `rij ${row}`, column && `kolom ${column}`];
	const parts = [nis && nameOf(nis), ...cell];
	return parts.filter(Boolean).join(', ') || (BARE.includes(code) ? '' : 'hele bestand');
};

/** How a finding says where it stands and what about. */
export interface Naming {
	/** The name of a municipality by its code. */
	nameOf(code: string): string | null;
	/** The regimes by their codes. */
	regimes: RegimeNames;
	/** What a form calls a column of the file that it made; null: the file came as it is. */
	labelOf: ((column: string) => string) | null;
}

/** The causes: those that hold the file up first, then what asks to be looked at, and the most. */
export function groupsOf(
	{ findings, looked }: Pick<TaskResult, 'findings' | 'looked'>,
	naming: Naming
): Group[] {
	const groups = Map.groupBy(findings, ({ code }) => code);
	return [...groups]
		.map(([code, all]) => groupOf(code, all, looked?.tally[code] ?? all.length, naming))
		.sort(
			(a, b) =>
				LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
				Number(a.todo === '') - Number(b.todo === '') ||
				b.count - a.count
		);
}

const numberIn = (value: string | null): number =>
	Number(/^\d+(?=:|$)/.exec(value ?? '')?.[0] ?? 1);

function groupOf(
	code: FindingCode,
	all: readonly AdvisedFinding[],
	tally: number,
	naming: Naming
): Group {
	const { level, screen, asksNothing }: Rule = RULES[code];
	const { labelOf } = naming;
	const rows = all.slice(0, SHOWN).map((finding) => {
		const { sheet, row, column, expected } = finding;
		const value = valueWords(finding, naming);
		return {
			place: labelOf ? labelOf(column ?? '') : placeOf(finding, naming),
			said: saidWords(value, expectedWords(expected)),
			value,
			cell: row === null ? null : cellOf(sheet, row)
		};
	});
	const kind = code === 'unreadable_file' ? unreadableWords(all[0]?.message ?? '') : null;
	const number = COUNTED.includes(code)
		? all.reduce((sum, { value }) => sum + numberIn(value), 0)
		: tally;
	return {
		...{ code, level, rows, tally, count: number, settled: SETTLED[code] ?? null },
		title: findingTitle(code, number),
		todo: asksNothing ? '' : (kind ?? screen.todo)
	};
}
