import * as v from 'valibot';
import { isDay } from '#lib/domain/dates.ts';
import { FACTORS } from '#lib/domain/division.ts';
import { PROJECT_SIZES, TYPICAL_PROJECT } from '#lib/domain/lumpiness.ts';
import { OWN_SLUG } from '../standing/asked-region.ts';
import { DWELLINGS, WEIGHT, type Bounds } from '../standing/division-asked.ts';
import { FRACTION, YEAR_END, type Notation } from '../standing/scenario.ts';
import {
	CONTRADICTION_KIND_MEANINGS,
	FACTOR_MEANINGS,
	FIGURE_CHANGE_MEANINGS,
	KEY_MEANINGS,
	PUBLICATION_KIND_MEANINGS,
	REGION_KIND_MEANINGS,
	TOPIC_MEANINGS
} from './answers/words.ts';

/** How a parameter is written: once, as a list with commas, or as all parameters whose name fits. */
export type Takes = 'one' | 'list' | RegExp;

/** A parameter of an address: its shape, from text to what the program reckons with. */
export interface Parameter<Schema extends v.GenericSchema = v.GenericSchema> {
	takes: Takes;
	schema: Schema;
}

export type Parameters = Readonly<Record<string, Parameter>>;

/** What the parameters of an operation become. */
export type Values<Of extends Parameters> = {
	[Name in keyof Of]: v.InferOutput<Of[Name]['schema']>;
};

const one = <const Schema extends v.GenericSchema>(schema: Schema) =>
	({ takes: 'one', schema }) as const;

/** What the document says of a parameter on top of how it is written. */
interface Told {
	about: string;
	example: unknown;
	/** The value as JSON Schema has it. */
	json: Record<string, unknown>;
}

const told = <Input>({ about, example, json }: Told) =>
	v.metadata<Input, Record<string, unknown>>({ description: about, examples: [example], ...json });

/** Reads a text by a notation of the program. */
const by = <Value>({ read, expected }: Notation<Value>) =>
	v.rawTransform<string, Value>(({ dataset, addIssue, NEVER }) => {
		const value = read(dataset.value.trim());
		if (value !== null) return value;
		addIssue({ message: expected });
		return NEVER;
	});

/** A value that is read by a notation of the program. */
const notated = <Value>(notation: Notation<Value>, words: Told) =>
	one(v.optional(v.pipe(v.string(), told(words), by(notation))));

const DAY: Notation<string> = {
	read: (text) => (isDay(text) ? text : null),
	write: (day) => day,
	expected: 'YYYY-MM-DD'
};
const day = (about: string, example: string) =>
	notated(DAY, { about, example, json: { format: 'date' } });

const words = <const Word extends string, const Default extends NoInfer<Word> | undefined>(
	meanings: Readonly<Record<Word, string>>,
	about: string,
	fallback: Default
) => {
	const options = Object.keys(meanings) as Word[];
	const lines = options.map((word) => `\`${word}\`: ${meanings[word]}`);
	return one(
		v.optional(
			v.pipe(
				v.picklist(options, options.join(' | ')),
				told({ about: [about, ...lines].join('\n- '), example: options[0], json: {} })
			),
			fallback
		)
	);
};

const split = (text: string): string[] =>
	[...new Set(text.split(',').map((each) => each.trim()))].filter(Boolean);

const list = (about: string, example: string[], pattern: RegExp) =>
	({
		takes: 'list',
		schema: v.optional(
			v.pipe(
				v.string(),
				told({
					about,
					example,
					json: { type: 'array', items: { type: 'string', pattern: pattern.source } }
				}),
				v.transform(split)
			)
		)
	}) as const;

/** A whole number within bounds. */
const between = (least: number, most: number): Notation<number> => ({
	read: (text) => {
		const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
		return value >= least && value <= most ? value : null;
	},
	write: String,
	expected: `${least} – ${most}`
});

const whole = (least: number, most: number, about: string, example: number) =>
	notated(between(least, most), {
		about,
		example,
		json: { type: 'integer', minimum: least, maximum: most }
	});

const fraction = (about: string, example: number) =>
	notated(FRACTION, {
		about: `${about} A fraction with at most four decimals.`,
		example,
		json: { type: 'number', exclusiveMinimum: 0, maximum: 1 }
	});

/** The moment that an answer is about; every operation takes these. */
export const MOMENT = {
	on: day(
		'Reference date. Default: the latest with a stock for most municipalities.',
		'2022-12-31'
	),
	known: day(
		'Knowledge date: only what was known by this day counts. Default: today. With a day in the past the answer stays the same; today can still grow.',
		'2024-01-31'
	),
	version: notated(between(1, 999_999_999), {
		about:
			'Version of the site, the place of an event in the chain (`sealed.position` of `/api/v1/versions`): only what came up to it counts, and the answer stays the same for ever. `known` then says on which day it is read; default: the day of the version.',
		example: 320,
		json: { type: 'integer', minimum: 1 }
	}),
	structure: words(
		{ then: 'the municipalities of the reference date', today: 'those of today' },
		'In which municipalities the figures are given.',
		'then'
	)
};

/** Most items of a page. */
export const LONGEST_PAGE = 10_000;

/** Which part of a long list. */
export const PAGE = {
	limit: whole(
		1,
		LONGEST_PAGE,
		'At most so many items: municipalities, regions or whatever the list is of; the CSV form gives the rows of the same items. Default: all. `Link` leads to the parts before and after, `X-Total-Count` says how many there are.',
		50
	),
	offset: whole(0, 99_999_999, 'So many items are passed over. Default: 0.', 0)
};

const CODES = /^\d{5}$/;

/** The municipalities of a region that the request puts together. */
export const OWN_REGION = {
	municipalities: list(
		`NIS codes of the municipalities, with commas; needed with the slug \`${OWN_SLUG}\` and of no effect with others.`,
		['34022', '34027'],
		CODES
	),
	name: one(
		v.optional(
			v.pipe(
				v.string(),
				told({
					about: `Name of that region; of no effect with other slugs.`,
					example: 'Proef',
					json: {}
				})
			)
		)
	)
};

export const PROJECT = {
	project: one(
		v.optional(
			v.pipe(
				v.string(),
				told({
					about:
						'Dwellings in a typical project, by which places are told as bands; the default is our assumption.',
					example: 35,
					json: {
						type: 'integer',
						minimum: PROJECT_SIZES.least,
						maximum: PROJECT_SIZES.most,
						default: TYPICAL_PROJECT
					}
				}),
				by(between(PROJECT_SIZES.least, PROJECT_SIZES.most))
			),
			`${TYPICAL_PROJECT}`
		)
	)
};

/** A goal and the day by which, as a «what if». */
const SCENARIO = {
	goal: fraction('Share to reach. Default: the goal of the region itself.', 0.11),
	by: notated(YEAR_END, {
		about:
			'Day by which: a 31 December. Default: the deadline of the region’s own goal, else 2030-12-31.',
		example: '2030-12-31',
		json: { format: 'date', pattern: '-12-31$' }
	})
};

const BOUND = /^(min|max)-(\d{5})$/;

/** `min-34022=10&max-34027=50` as bounds by NIS code. */
function boundsOf(texts: Readonly<Record<string, number>>): ReadonlyMap<string, Bounds> {
	const bounds = new Map<string, Bounds>();
	for (const [name, value] of Object.entries(texts)) {
		const [, side = 'min', nis = ''] = BOUND.exec(name) ?? [];
		bounds.set(nis, { ...(bounds.get(nis) ?? { min: null, max: null }), [side]: value });
	}
	return new Map([...bounds].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const dwellings = v.pipe(v.string(), by(DWELLINGS));

const weight = (factor: keyof typeof FACTOR_MEANINGS) =>
	notated(WEIGHT, {
		about: `With the key \`weighted\`: relative weight of the ${FACTOR_MEANINGS[factor]}. Default: 1.`,
		example: 1,
		json: { type: 'number', minimum: 0, maximum: 9999 }
	});

export const DIVISION = {
	...SCENARIO,
	key: words(KEY_MEANINGS, 'Rule by which the shortfall is divided.', 'households'),
	cap: fraction(
		'With the key `capped-households`: share beyond which nobody goes. Default: the limit of the law.',
		0.09
	),
	...(Object.fromEntries(FACTORS.map((factor) => [`weight-${factor}`, weight(factor)])) as Record<
		`weight-${keyof typeof FACTOR_MEANINGS}`,
		ReturnType<typeof weight>
	>),
	min: notated(DWELLINGS, {
		about:
			'The least that every municipality takes that has no `min-NIS`, in dwellings, no further than its `max-NIS`.',
		example: 10,
		json: { type: 'integer', minimum: 0, maximum: 999_999 }
	}),
	bounds: {
		takes: /^(min|max)-/,
		schema: v.pipe(
			v.record(v.pipe(v.string(), v.regex(BOUND, 'min-34022 or max-34022')), dwellings),
			told({
				about:
					'The least and the most that a municipality takes, in dwellings: each is a parameter of its own, `min-NIS` and `max-NIS`.',
				example: { 'min-34043': 25, 'max-34022': 700 },
				json: {
					type: 'object',
					patternProperties: {
						[BOUND.source]: { type: 'integer', minimum: 0, maximum: 999_999 }
					},
					additionalProperties: false
				}
			}),
			v.transform(boundsOf)
		)
	},
	without: words(
		{ missing: 'members without figures are left out, instead of making the whole unknown' },
		'Whom to leave out.',
		undefined
	)
} as const;

export const ROAD = {
	...SCENARIO,
	q: fraction('Part of the new dwellings that is social.', 0.2),
	newHomes: notated(DWELLINGS, {
		about: 'New dwellings of all kinds a year. Default: as many as households come.',
		example: 400,
		json: { type: 'integer', minimum: 0, maximum: 999_999 }
	})
};

export const COMPARISON = {
	kind: words(REGION_KIND_MEANINGS, 'All regions of this kind. Default: `stadsregio`.', undefined),
	regions: list(
		'Slugs of the regions to compare, with commas, instead of a kind.',
		['kortrijk', 'genk'],
		/^[a-z0-9-]+$/
	)
};

export const PERIOD = {
	from: day(
		'The earlier day of knowledge. Default: the last day on which the measurement before was still the latest.',
		'2024-12-30'
	),
	to: day('The later day of knowledge, not after today. Default: today.', '2026-11-24')
};

export const CHANGED_AREA = {
	municipality: one(
		v.optional(
			v.pipe(
				v.string(),
				told({
					about: 'Only this municipality, by NIS code.',
					example: '34022',
					json: { pattern: CODES.source }
				})
			)
		)
	),
	region: one(
		v.optional(
			v.pipe(
				v.string(),
				told({
					about: 'The members of this region, by slug. Default: all municipalities.',
					example: 'kortrijk',
					json: {}
				})
			)
		)
	)
};

/** Which changed figures. */
export const CHANGED = {
	municipality: CHANGED_AREA.municipality,
	code: one(
		v.optional(
			v.pipe(
				v.string(),
				told({
					about: 'Only of this indicator, component of an objective, or `category` of a test.',
					example: 'stock_b',
					json: { pattern: '^[a-z0-9_]+$' }
				})
			)
		)
	),
	change: words(FIGURE_CHANGE_MEANINGS, 'Only what happened so.', undefined)
};

/** Which pairs of numbers that differ. */
export const CONTRADICTIONS = {
	...CHANGED_AREA,
	kind: words(CONTRADICTION_KIND_MEANINGS, 'Only of this kind.', undefined),
	topic: words(TOPIC_MEANINGS, 'Only of this kind of figure.', undefined)
};

/** Which publications. */
export const PUBLICATIONS = {
	kind: words(PUBLICATION_KIND_MEANINGS, 'Only of this sort.', undefined),
	publisher: one(
		v.optional(
			v.pipe(
				v.string(),
				told({ about: 'Only of this publisher, by its whole name.', example: 'Statbel', json: {} })
			)
		)
	)
};

const at = (pattern: RegExp, about: string, example: string) =>
	one(v.pipe(v.string(), v.regex(pattern), told({ about, example, json: {} })));

/** What stands in a path. */
export const NIS = { nis: at(CODES, 'NIS code of a municipality of any time.', '34022') };
export const SLUG = {
	slug: at(
		/^[a-z0-9]+(-[a-z0-9]+)*$/,
		`Slug of a region, as \`/regions\` lists them; \`${OWN_SLUG}\` for the municipalities of the request itself.`,
		'kortrijk'
	)
};
const dayAt = (about: string, example: string) =>
	one(v.pipe(v.string(), told({ about, example, json: { format: 'date' } }), by(DAY)));

export const DAYS = {
	from: dayAt('The earlier day of knowledge; need not be the day of a version.', '2018-02-01'),
	to: dayAt('The later day of knowledge, not after today.', '2020-01-01')
};
export const YEAR = { year: at(/^\d{4}$/, 'Year of a round of the progress test.', '2022') };
export const ID = { id: at(/^[1-9]\d{0,8}$/, 'Number of a publication.', '83') };
