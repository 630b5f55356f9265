import { INDICATORS } from '#lib/domain/indicators.ts';
import { REPLY_FIGURES } from '#lib/domain/reply.ts';
import { STATUSES } from '#lib/domain/status.ts';
import type { OpenTableName } from '#lib/text/open-data.ts';

/** What a cell of a column holds, by the names that Table Schema and CSVW share. */
export type CellType = 'string' | 'integer' | 'number' | 'boolean' | 'date';

/** What a column is counted in. `share` is a fraction: 0.0875 is 8.75 %. */
export type Unit =
	'dwellings' | 'households' | 'municipalities' | 'share' | 'ratio' | 'km2' | 'degrees';

/** A column of the open data: what its cells hold and which are refused. */
export interface ColumnSchema {
	type: CellType;
	/** Never blank. */
	required?: boolean;
	unit?: Unit;
	/** The only texts that can stand in it. */
	values?: readonly string[];
	pattern?: string;
	minimum?: number;
}

/** Columns of a table whose cells together stand in the key of another table, or of the same one. */
export interface Reference {
	columns: readonly string[];
	table: OpenTableName;
	to: readonly string[];
}

/** A table of the open data. */
export interface TableSchema {
	columns: Readonly<Record<string, ColumnSchema>>;
	key: readonly string[];
	references: readonly Reference[];
}

const text: ColumnSchema = { type: 'string' };
const date: ColumnSchema = { type: 'date' };
const flag: ColumnSchema = { type: 'boolean' };
const whole: ColumnSchema = { type: 'integer' };
const nis: ColumnSchema = { type: 'string', pattern: '[0-9]{5}' };
const slug: ColumnSchema = { type: 'string', pattern: '[a-z0-9]+(-[a-z0-9]+)*' };
const share: ColumnSchema = { type: 'number', unit: 'share' };
const status: ColumnSchema = { type: 'string', values: STATUSES };
/** Numbers of publications, or NIS codes, with a space between them. */
const list: ColumnSchema = { type: 'string', pattern: '[0-9]+( [0-9]+)*' };
const counted = (unit: Unit): ColumnSchema => ({ type: 'integer', unit, minimum: 0 });
const always = (column: ColumnSchema): ColumnSchema => ({ ...column, required: true });

/** The marks of a figure, which `markColumns` of `tables.ts` makes. */
const marks = (name: string): TableSchema['columns'] => ({
	[`${name}_status`]: status,
	[`${name}_composed`]: flag,
	[`${name}_reason`]: text,
	[`${name}_missing`]: text
});

/** Value, marks and publications of a figure, which `figureColumns` of `tables.ts` makes. */
const figure = (name: string, unit: Unit): TableSchema['columns'] => ({
	[name]: { type: 'number', unit },
	...marks(name),
	[`${name}_publications`]: list
});

const moment = { on: always(date), known: always(date) };

const toPlace = (column = 'nis'): Reference => ({
	columns: [column],
	table: 'places',
	to: ['nis']
});
const toRegion: Reference = { columns: ['region'], table: 'regions', to: ['slug'] };
const toScheme: Reference = { columns: ['scheme'], table: 'schemes', to: ['code'] };
const toIndicator: Reference = { columns: ['indicator'], table: 'indicators', to: ['code'] };
const toPublication = (column = 'publication'): Reference => ({
	columns: [column],
	table: 'publications',
	to: ['id']
});

/** The tables in the order in which each refers to those before it, and then to itself. */
export const OPEN_TABLES: Readonly<Record<OpenTableName, TableSchema>> = {
	publications: {
		columns: {
			id: always(whole),
			publisher: always(text),
			title: always(text),
			url: text,
			licence: text,
			kind: always({ ...text, values: ['first', 'revision', 'correction', 'practice'] }),
			reference_date: date,
			published_on: date,
			known_from: always(date),
			supersedes: whole,
			withdrawn_on: date,
			withdrawn_why: text,
			file_name: text,
			sha256: { ...text, pattern: '[0-9a-f]{64}' },
			figures: always({ ...whole, minimum: 0 }),
			areas: always({ ...whole, minimum: 0 }),
			structure_on: date,
			reason: text,
			note: text
		},
		key: ['id'],
		references: [toPublication('supersedes')]
	},
	indicators: {
		columns: {
			code: always({ ...text, values: Object.keys(INDICATORS) }),
			name: always(text),
			unit: always(text),
			definition: { ...text, values: ['A', 'B', 'C', 'D', 'E', 'W', 'X'] },
			definition_means: text,
			additive: always(flag)
		},
		key: ['code'],
		references: []
	},
	places: {
		columns: {
			nis: always(nis),
			name: always(text),
			province: always(nis),
			arrondissement: always(nis),
			valid_from: always(date),
			valid_to: date,
			successor: nis,
			gemeente2018: nis,
			gemeente2024: nis,
			gemeente: nis,
			longitude: { type: 'number', unit: 'degrees' },
			latitude: { type: 'number', unit: 'degrees' },
			area_km2: { type: 'number', unit: 'km2', minimum: 0 }
		},
		key: ['nis'],
		references: ['successor', 'gemeente2018', 'gemeente2024', 'gemeente'].map(toPlace)
	},
	figures: {
		columns: {
			nis: always(nis),
			reference_date: always(date),
			indicator: always(text),
			value: { type: 'number' },
			status: always(status),
			unit: always(text),
			definition: text,
			structure: always({ ...text, values: ['gemeente2018', 'gemeente2024', 'gemeente'] }),
			structure_on: date,
			publication: always(whole),
			note: text
		},
		key: ['nis', 'indicator', 'reference_date', 'publication'],
		references: [toPlace(), toIndicator, toPublication()]
	},
	municipalities: {
		columns: {
			nis: always(nis),
			name: always(text),
			province: always(nis),
			...figure('households', 'households'),
			households_date: date,
			...figure('stock', 'dwellings'),
			stock_definition: text,
			...figure('share', 'share'),
			...figure('target', 'dwellings'),
			objective_status: always(text),
			...figure('baseline', 'dwellings'),
			...figure('realised', 'dwellings'),
			...figure('in_execution', 'dwellings'),
			...figure('planned', 'dwellings'),
			...figure('realised_share', 'ratio'),
			...moment,
			replies: text
		},
		key: ['nis'],
		references: [toPlace()]
	},
	regions: {
		columns: {
			slug: always(slug),
			name: always(text),
			kind: always(text),
			members: always(counted('municipalities')),
			missing: list,
			...figure('households', 'households'),
			households_date: date,
			...figure('stock', 'dwellings'),
			stock_definition: text,
			...figure('sum_of_members', 'dwellings'),
			...figure('published', 'dwellings'),
			...figure('share', 'share'),
			...figure('target', 'dwellings'),
			...figure('realised', 'dwellings'),
			...figure('realised_share', 'ratio'),
			bound: always(counted('municipalities')),
			reached: always(counted('municipalities')),
			...figure('short', 'dwellings'),
			goal_kind: text,
			...figure('goal', 'share'),
			goal_denominator: text,
			gap: counted('dwellings'),
			surplus: counted('dwellings'),
			...marks('gap'),
			...moment
		},
		key: ['slug'],
		references: []
	},
	'region-members': {
		columns: {
			region: always(slug),
			nis: always(nis),
			name: always(text),
			from: always(date),
			to: date
		},
		key: ['region', 'nis', 'from'],
		references: [toRegion, toPlace()]
	},
	'region-figures': {
		columns: {
			region: always(slug),
			reference_date: always(date),
			indicator: always(text),
			value: { type: 'number' },
			status: always(status),
			unit: always(text),
			definition: text,
			publication: always(whole),
			note: text
		},
		key: ['region', 'indicator', 'reference_date'],
		references: [toRegion, toIndicator, toPublication()]
	},
	goals: {
		columns: {
			region: always(slug),
			kind: always({ ...text, values: ['reach_share', 'hold_share'] }),
			numerator: always(text),
			denominator: always(text),
			share,
			base_date: date,
			deadline: date,
			adopted_on: date,
			certainty: always({ ...text, values: ['stated', 'secondary', 'inferred'] }),
			publication: always(whole)
		},
		key: ['region', 'kind', 'publication'],
		references: [
			toRegion,
			{ ...toIndicator, columns: ['numerator'] },
			{ ...toIndicator, columns: ['denominator'] },
			toPublication()
		]
	},
	schemes: {
		columns: {
			code: always(text),
			name: always(text),
			tenure: always(text),
			status: always(text),
			starts_on: date,
			deadline: date,
			baseline_on: date,
			households_on: date,
			cap: share,
			catch_up: share,
			legal_reference: always(text),
			note: text,
			/** Blank while the source of the rule itself was not out. */
			publication: whole
		},
		key: ['code'],
		references: [toPublication()]
	},
	objectives: {
		columns: {
			scheme: always(text),
			nis: always(nis),
			component: always(text),
			value: counted('dwellings'),
			status: always({ ...text, values: ['compulsory', 'exempt', 'none', 'provisional'] }),
			attested_on: date,
			publication: always(whole),
			estimated: always(flag)
		},
		key: ['scheme', 'nis', 'component'],
		references: [toScheme, toPlace(), toPublication()]
	},
	'region-objectives': {
		columns: {
			scheme: always(text),
			region: always(slug),
			component: always(text),
			value: always(counted('dwellings')),
			value_up_to: counted('dwellings'),
			note: text,
			publication: always(whole)
		},
		key: ['scheme', 'region', 'component', 'publication'],
		references: [toScheme, toRegion, toPublication()]
	},
	'test-rounds': {
		columns: {
			year: always(whole),
			measured_on: always(date),
			threshold_realised: { ...share, unit: 'ratio' },
			threshold_with_planned: { ...share, unit: 'ratio' },
			legal_reference: always(text),
			note: text,
			publication: always(whole)
		},
		key: ['year'],
		references: [toPublication()]
	},
	'test-counts': {
		columns: {
			year: always(whole),
			category_1: counted('municipalities'),
			category_2: counted('municipalities'),
			category_2a: counted('municipalities'),
			category_2b: counted('municipalities'),
			tested: always(counted('municipalities')),
			provisional: always(flag),
			superseded: always(flag),
			publication: always(whole),
			notes: text
		},
		key: ['year', 'publication'],
		references: [{ columns: ['year'], table: 'test-rounds', to: ['year'] }, toPublication()]
	},
	'progress-tests': {
		columns: {
			round: always(whole),
			nis: always(nis),
			name: always(text),
			...figure('target', 'dwellings'),
			...figure('realised', 'dwellings'),
			...figure('in_execution', 'dwellings'),
			...figure('planned', 'dwellings'),
			computed: whole,
			estimated: flag,
			ground: { ...text, values: ['no_objective', 'realised', 'with_planned', 'short'] },
			short_realised: counted('dwellings'),
			short_with_planned: counted('dwellings'),
			tie: flag,
			entered: { ...text, values: ['1', '2', '2a', '2b'] },
			entered_publication: whole,
			differs: always(flag),
			measured_on: always(date),
			known: always(date),
			replies: text
		},
		key: ['round', 'nis'],
		references: [
			{ columns: ['round'], table: 'test-rounds', to: ['year'] },
			toPlace(),
			toPublication('entered_publication')
		]
	},
	replies: {
		columns: {
			id: always(whole),
			nis: always(nis),
			name: always(text),
			figure: always({ ...text, values: REPLY_FIGURES }),
			reference_date: always(date),
			words: always(text),
			given_on: always(date),
			known_from: always(date),
			given_by: always(text),
			reference: text,
			state: always({ ...text, values: ['shown', 'replaced', 'withdrawn'] }),
			withdrawn_on: date,
			withdrawn_why: text
		},
		key: ['id'],
		references: [toPlace()]
	}
};
