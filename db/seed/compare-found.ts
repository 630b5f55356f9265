import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Facts } from './fact-rows.ts';
import { readFacts } from './facts.ts';

/**
 * Holds the start data set against a list of found figures, by place, date, kind and value: `node db/seed/compare-found.ts
 * FILE`. The list is a CSV file with the columns nis_code, name, date (a day, month, year, or blank), kind, value and url.
 * Tells how its rows were carried, names those that were not, and then ends with 1.
 */

/** One row of the list. */
type Found = Record<'nis_code' | 'name' | 'date' | 'kind' | 'value' | 'url', string>;

/** How a row of the list stands in the start data set; `noted`: in what is told of another figure of the same source. */
type Carried = 'figure' | 'mention' | 'noted' | 'left out' | 'missing';

/** Something of the start data set that a row can be. */
interface Candidate {
	/** NIS codes, or the slug of a region. */
	places: readonly string[];
	/** What it is: an indicator, a part of an objective, a category, or a kind of mention. */
	what: string;
	/** Day, month or year; null when its source names none. */
	date: string | null;
	value: string;
	note: string;
	url: string;
}

/** What a kind of the list can be, beside any mention. Of a kind that is not here the value tells enough. */
const KINDS: Readonly<Record<string, RegExp>> = {
	bso_huur: /^BSO-2009-HUUR (total|total_supply)$/,
	bso_koop: /^BSO-2009-KOOP total$/,
	bso_kavel: /^BSO-2009-KAVEL total$/,
	huur_nog_te_bouwen_bso: /^BSO-2009-HUUR remaining$/,
	covenant: /^CONVENANT covenant$/,
	huur_total: /^stock_[bx]$/,
	huur_shm: /^stock_([dx]|part)$/,
	huur_wm: /^stock_w$/,
	huur_svk: /^stock_svk$/,
	huur_ocmw: /^stock_municipal$/,
	huur_verhuurd: /^stock_let$/,
	leegstand: /^stock_vacant$/,
	opgeleverd: /^flow_delivered$/,
	nulmeting: /^stock_[ax]$/,
	pct_huur: /^share_households(_baseline)?$/,
	pct_huur_nulmeting: /^share_households_baseline$/,
	pct_sociaal_woningen: /^share_dwellings$/,
	realised: /^realised$/,
	realised_pct: /^realised_share$/,
	in_execution: /^in_execution$/,
	planned: /^planned$/,
	gerealiseerd_en_gepland: /^realised_or_planned$/,
	gerealiseerd_en_gepland_pct: /^realised_or_planned_share$/,
	test_category: /^test$/
};

const MENTION = 'mention ';

/** How every row of a list stands in the start data set. */
function compare(facts: Facts, found: readonly Found[], leftOut: ReadonlySet<string>) {
	const all = candidatesOf(facts);
	return found.map((row) => ({
		row,
		as: leftOut.has(keyOf(row)) ? ('left out' as const) : carried(row, all)
	}));
}

const keyOf = (row: Pick<Found, 'date' | 'kind' | 'value' | 'url'>): string =>
	[row.date, row.kind, row.value, row.url].join(' ');

function carried(row: Found, all: readonly Candidate[]): Carried {
	const own = all.filter((one) => isOf(row, one.places));
	const same = own.find((one) => isKind(row, one) && isValue(row, one) && isDated(row, one));
	if (same) return same.what.startsWith(MENTION) ? 'mention' : 'figure';
	const told = own.filter((one) => sameSource(row, one));
	return told.some(({ note }) => numbersIn(note).has(Number(row.value))) ? 'noted' : 'missing';
}

const REGIONS: Readonly<Record<string, string>> = {
	'02000': 'vlaanderen',
	'10000': 'provincie-antwerpen',
	'20001': 'provincie-vlaams-brabant',
	'30000': 'provincie-west-vlaanderen',
	'40000': 'provincie-oost-vlaanderen',
	'70000': 'provincie-limburg'
};

/** Whether a row is of these places. An area has no code in the list: it is several municipalities here, or a region. */
const isOf = ({ nis_code: nis }: Found, places: readonly string[]): boolean =>
	nis === ''
		? places.length > 1 || places.some((one) => !/^\d/.test(one))
		: places.includes(REGIONS[nis] ?? nis);

const isKind = ({ kind }: Found, { what }: Candidate): boolean =>
	what.startsWith(MENTION) || (KINDS[kind]?.test(what) ?? true);

/** What is said in words holds the number, if there is one, in its note; a zero is there said as «none». */
function isValue({ value, kind }: Found, one: Candidate): boolean {
	const isNumber = value !== '' && !Number.isNaN(Number(value));
	if (kind === 'test_category' && one.what === 'test') return one.value === value;
	if (one.value !== '') return isNumber && Number(one.value) === Number(value);
	return !isNumber || kind === 'test_category' || numbersIn(`${one.note} 0`).has(Number(value));
}

/** The same day, month or year; of one source a year more or less, or none: lists date what has no day by its context. */
function isDated(row: Found, one: Candidate): boolean {
	if (one.date === null) return sameSource(row, one);
	if (row.date === '') return sameSource(row, one);
	if (one.date.startsWith(row.date)) return true;
	const years = Math.abs(Number(one.date.slice(0, 4)) - Number(row.date.slice(0, 4)));
	return sameSource(row, one) && years <= 1;
}

const plainUrl = (url: string): string =>
	url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');

const sameSource = (row: Found, one: Candidate): boolean =>
	one.url !== '' && plainUrl(one.url) === plainUrl(row.url);

/** The numbers of a Dutch text, such as 1.250 and 6,3. */
const numbersIn = (text: string): Set<number> =>
	new Set(
		(text.match(/\d+(\.\d{3})*(,\d+)?/g) ?? []).map((one) =>
			Number(one.replaceAll('.', '').replace(',', '.'))
		)
	);

function candidatesOf(facts: Facts): Candidate[] {
	const urls = new Map(facts.publications.map(({ id, url }) => [id, url ?? '']));
	const of = (
		places: string,
		what: string,
		date: string | number | null | undefined,
		row: { publication_id: number; value?: number | null; note?: string | null }
	): Candidate => ({
		places: places.split(' '),
		what,
		date: date == null ? null : String(date),
		value: String(row.value ?? ''),
		note: row.note ?? '',
		url: urls.get(row.publication_id) ?? ''
	});
	return [
		...facts.observations.map((row) => of(row.nis_code, row.indicator, row.reference_date, row)),
		...facts.regionObservations.map((row) =>
			of(row.region, row.indicator, row.reference_date, row)
		),
		...facts.objectives.map((row) =>
			of(row.nis_code, `${row.scheme} ${row.component}`, row.attested_on, row)
		),
		...facts.regionObjectives.map((row) => of(row.region, row.scheme, null, row)),
		...facts.testResults.map(({ category, ...row }) => ({
			...of(row.nis_code, 'test', row.year, row),
			value: category
		})),
		...facts.testCounts.map((row) =>
			of('vlaanderen', 'count', row.year, { ...row, value: row.municipalities })
		),
		...facts.goals.map((row) =>
			of(row.region, 'goal', null, { ...row, value: Number(row.share_basis_points) / 100 })
		),
		...facts.mentions.map((row) =>
			of(row.places, MENTION + row.kind, row.true_on, { ...row, note: row.says })
		)
	];
}

const readList = async <Row>(path: string | URL): Promise<Row[]> =>
	parse(await readFile(path, 'utf8'), { columns: true });

if (import.meta.main) {
	const [path] = process.argv.slice(2);
	if (path === undefined) {
		console.error('Name the list: node db/seed/compare-found.ts FILE');
		process.exit(2);
	}
	const leftOut = await readList<Found>(new URL('facts/left-out.csv', import.meta.url));
	const rows = compare(await readFacts(), await readList<Found>(path), new Set(leftOut.map(keyOf)));
	const missing = rows.filter(({ as }) => as === 'missing');
	for (const { row } of missing) console.log('missing:', Object.values(row).slice(0, 5).join(', '));
	for (const [as, same] of Map.groupBy(rows, (one) => one.as)) console.log(`${as}: ${same.length}`);
	process.exit(missing.length > 0 ? 1 : 0);
}
