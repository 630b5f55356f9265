/** Every question that a page and the API ask alike, declared once: names, notations, bounds, and what the document of the API says. */
import { isDay, type Day } from '#lib/domain/dates.ts';
import { DIVISION_KEYS, FACTORS, type Factor } from '#lib/domain/division.ts';
import { PROJECT_SIZES, TYPICAL_PROJECT } from '#lib/domain/lumpiness.ts';
import { KIND_WORDS, TOPIC_WORDS } from '#lib/text/contradictions.ts';
import { FACTOR_WORDS, KEY_WORDS } from '#lib/text/division.ts';
import { bySlug, PUBLICATION_SLUGS } from '#lib/text/words.ts';
import { DAY, DWELLINGS, SHARE, slug, TEXT, WEIGHT, whole, word, YEAR_END } from './notations.ts';
import { each, list, one, type Form, type Notation, type Values } from './parameter.ts';
import {
	CONTRADICTION_KIND_MEANINGS,
	FACTOR_MEANINGS,
	KEY_MEANINGS,
	PUBLICATION_KIND_MEANINGS,
	REGION_KIND_MEANINGS,
	TOPIC_MEANINGS
} from './words.ts';

/** The slug of a region that a visitor puts together: its municipalities stand in the address. */
export const OWN_SLUG = 'eigen';

/** What the document of the API says of a closed list of words. */
export function toldWords<Word extends string>(
	meanings: Readonly<Record<Word, string>>,
	about: string,
	otherwise?: Word
) {
	const all = Object.keys(meanings) as Word[];
	return {
		about: [about, ...all.map((one) => `\`${one}\`: ${meanings[one]}`)].join('\n- '),
		example: all[0],
		json: { enum: all, ...(otherwise && { default: otherwise }) }
	};
}

/** A list of words in English and Dutch, for the notation of each form. */
const inBoth = <Word extends string>(
	words: Readonly<Record<Word, { slug: string }>>
): Record<Form, Notation<Word>> => ({
	page: slug(words),
	api: word(Object.keys(words) as Word[])
});

const day = (about: string, example: Day) => ({
	as: DAY,
	about,
	example,
	json: { format: 'date' }
});

const share = (about: string, example: number) => ({
	as: SHARE,
	about: `${about} A fraction with at most four decimals.`,
	example,
	json: { type: 'number', exclusiveMinimum: 0, maximum: 1 }
});

const dwellings = (about: string, example: number) => ({
	as: DWELLINGS,
	about,
	example,
	json: { type: 'integer', minimum: 0, maximum: 999_999 }
});

const STRUCTURES = {
	then: 'the municipalities of the reference date',
	today: 'those of today'
};
const STRUCTURE_WORDS = { then: { slug: 'toen' }, today: { slug: 'vandaag' } };
const THEN_OR_TODAY = inBoth(STRUCTURE_WORDS);

/** The structure of a page: in a frozen address it is that of one day. */
const OR_OF_A_DAY: Notation<string> = {
	read: (text) => (isDay(text) ? text : THEN_OR_TODAY.page.read(text)),
	write: (structure) => bySlug(STRUCTURE_WORDS, structure) ?? structure,
	expected: THEN_OR_TODAY.page.expected
};

/** The moment that an answer is about; every question has these. */
export const MOMENT = {
	on: one({
		page: 'op',
		...day(
			'Reference date. Default: the latest with a stock for most municipalities.',
			'2022-12-31'
		)
	}),
	known: one({
		page: 'bekend',
		...day(
			'Knowledge date: only what was known by this day counts. Default: today. With a day in the past the answer stays the same; today can still grow.',
			'2024-01-31'
		)
	}),
	version: one({
		page: 'versie',
		as: whole(1, 999_999_999),
		about:
			'Version of the site, the place of an event in the chain (`sealed.position` of `/api/v1/versions`): only what came up to it counts, and the answer stays the same for ever. `known` then says on which day it is read; default: the day of the version.',
		example: 320,
		json: { type: 'integer', minimum: 1 }
	}),
	structure: one({
		page: 'structuur',
		as: { page: OR_OF_A_DAY, api: THEN_OR_TODAY.api },
		otherwise: 'then',
		...toldWords(STRUCTURES, 'In which municipalities the figures are given.', 'then')
	})
};

export const CODE = /^\d{5}$/;

/** The municipalities of a region that the request puts together. */
export const OWN_REGION = {
	municipalities: list({
		page: 'gemeenten',
		as: TEXT,
		about: `NIS codes of the municipalities, with commas; needed with the slug \`${OWN_SLUG}\` and of no effect with others.`,
		example: ['34022', '34027'],
		json: { type: 'array', items: { type: 'string', pattern: CODE.source } }
	}),
	name: one({
		page: 'naam',
		as: TEXT,
		about: 'Name of that region; of no effect with other slugs.',
		example: 'Proef'
	})
};

/** The size of a typical project, in dwellings. */
export const PROJECT = {
	project: one({
		as: whole(PROJECT_SIZES.least, PROJECT_SIZES.most),
		otherwise: TYPICAL_PROJECT,
		about:
			'Dwellings in a typical project, by which places are told as bands; the default is our assumption.',
		example: 35,
		json: {
			type: 'integer',
			minimum: PROJECT_SIZES.least,
			maximum: PROJECT_SIZES.most,
			default: TYPICAL_PROJECT
		}
	})
};

/** A goal, in basis points, and the 31 December by which, as a «what if». */
export const SCENARIO = {
	goal: one({
		page: 'doel',
		...share('Share to reach. Default: the goal of the region itself.', 0.11)
	}),
	by: one({
		page: 'tegen',
		as: YEAR_END,
		about:
			'Day by which: a 31 December. Default: the deadline of the region’s own goal, else 2030-12-31.',
		example: '2030-12-31',
		json: { format: 'date', pattern: '-12-31$' }
	})
};

/** The least and the most that a municipality takes, whole dwellings; null is no limit. */
export interface Bounds {
	min: number | null;
	max: number | null;
}

const BOUND = /^(min|max)-(\d{5})$/;

/** `min-34022=10&max-34027=50` as bounds by NIS code. */
function boundsOf(items: readonly (readonly [readonly string[], number])[]) {
	const bounds = new Map<string, Bounds>();
	for (const [[side = 'min', nis = ''], value] of items)
		bounds.set(nis, { ...(bounds.get(nis) ?? { min: null, max: null }), [side]: value });
	return new Map([...bounds].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const boundParameters = (bounds: ReadonlyMap<string, Bounds>) =>
	Object.fromEntries(
		[...bounds].flatMap(([nis, { min, max }]) => [
			...(min === null ? [] : [[`min-${nis}`, `${min}`]]),
			...(max === null ? [] : [[`max-${nis}`, `${max}`]])
		])
	) as Record<string, string>;

const weight = (factor: Factor) =>
	one({
		page: `gewicht-${FACTOR_WORDS[factor].slug}`,
		as: WEIGHT,
		otherwise: 1,
		about: `With the key \`weighted\`: relative weight of the ${FACTOR_MEANINGS[factor]}. Default: 1.`,
		example: 1,
		json: { type: 'number', minimum: 0, maximum: 9999 }
	});

/** How to divide what a region is short of. */
export const DIVISION = {
	...SCENARIO,
	key: one({
		page: 'sleutel',
		as: { page: word(DIVISION_KEYS, (key) => KEY_WORDS[key].slug), api: word(DIVISION_KEYS) },
		otherwise: 'households',
		...toldWords(KEY_MEANINGS, 'Rule by which the shortfall is divided.', 'households')
	}),
	cap: one({
		page: 'grens',
		...share(
			'With the key `capped-households`: share beyond which nobody goes. Default: the limit of the law.',
			0.09
		)
	}),
	'weight-households': weight('households'),
	'weight-gap': weight('gap'),
	'weight-growth': weight('growth'),
	min: one(
		dwellings(
			'The least that every municipality takes that has no `min-NIS`, in dwellings, no further than its `max-NIS`.',
			10
		)
	),
	bounds: each({
		takes: /^(min|max)-/,
		of: BOUND,
		expected: 'min-34022, max-34022',
		as: DWELLINGS,
		from: boundsOf,
		to: boundParameters,
		about:
			'The least and the most that a municipality takes, in dwellings: each is a parameter of its own, `min-NIS` and `max-NIS`.',
		example: { 'min-34043': 25, 'max-34022': 700 },
		json: {
			type: 'object',
			patternProperties: { [BOUND.source]: { type: 'integer', minimum: 0, maximum: 999_999 } },
			additionalProperties: false
		}
	}),
	without: one({
		page: 'zonder',
		as: inBoth({ missing: { slug: 'ontbrekende' } }),
		forgiving: true,
		...toldWords(
			{ missing: 'members without figures are left out, instead of making the whole unknown' },
			'Whom to leave out.'
		)
	})
};

/** What an address says of a division; what it leaves open is null. */
export type DivisionAsked = Values<typeof DIVISION>;

/** The weights of the key `weighted`. */
export const weightsIn = (asked: DivisionAsked) =>
	Object.fromEntries(FACTORS.map((factor) => [factor, asked[`weight-${factor}`]])) as Record<
		Factor,
		number
	>;

/** The road of a region to a share. */
export const ROAD = {
	...SCENARIO,
	q: one(share('Part of the new dwellings that is social.', 0.2)),
	newHomes: one({
		page: 'nieuw',
		...dwellings('New dwellings of all kinds a year. Default: as many as households come.', 400)
	})
};

/** What an address says of a road; what it leaves open is null. */
export type RoadAsked = Values<typeof ROAD>;

/** Which regions are compared. */
export const COMPARISON = {
	kind: one({
		page: 'soort',
		as: word(Object.keys(REGION_KIND_MEANINGS) as (keyof typeof REGION_KIND_MEANINGS)[]),
		...toldWords(REGION_KIND_MEANINGS, 'All regions of this kind. Default: `stadsregio`.')
	}),
	regions: list({
		page: 'regios',
		as: TEXT,
		about: 'Slugs of the regions to compare, with commas, instead of a kind.',
		example: ['kortrijk', 'genk'],
		json: { type: 'array', items: { type: 'string', pattern: '^[a-z0-9-]+$' } }
	})
};

/** Two days of knowledge that are compared. */
export const PERIOD = {
	from: one({
		page: 'van',
		...day(
			'The earlier day of knowledge. Default: the last day on which the measurement before was still the latest.',
			'2024-12-30'
		)
	}),
	to: one({
		page: 'tot',
		...day('The later day of knowledge, not after today. Default: today.', '2026-11-24')
	})
};

/** One municipality, or the members of a region. */
export const AREA = {
	municipality: one({
		page: 'gemeente',
		as: TEXT,
		about: 'Only this municipality, by NIS code.',
		example: '34022',
		json: { pattern: CODE.source }
	}),
	region: one({
		page: 'regio',
		as: TEXT,
		about: 'The members of this region, by slug. Default: all municipalities.',
		example: 'kortrijk'
	})
};

/** Which pairs of numbers that differ. */
export const CONTRADICTIONS = {
	...AREA,
	kind: one({
		page: 'soort',
		as: inBoth(KIND_WORDS),
		forgiving: true,
		...toldWords(CONTRADICTION_KIND_MEANINGS, 'Only of this kind.')
	}),
	topic: one({
		page: 'cijfer',
		as: inBoth(TOPIC_WORDS),
		forgiving: true,
		...toldWords(TOPIC_MEANINGS, 'Only of this kind of figure.')
	})
};

/** Which publications. */
export const PUBLICATIONS = {
	kind: one({
		page: 'soort',
		as: inBoth(PUBLICATION_SLUGS),
		forgiving: true,
		...toldWords(PUBLICATION_KIND_MEANINGS, 'Only of this sort.')
	}),
	publisher: one({
		page: 'uitgever',
		as: TEXT,
		about: 'Only of this publisher, by its whole name.',
		example: 'Statbel'
	})
};

/** All that pages and the API ask alike. */
export const QUESTIONS = {
	...{ AREA, COMPARISON, CONTRADICTIONS, DIVISION, MOMENT, OWN_REGION },
	...{ PERIOD, PROJECT, PUBLICATIONS, ROAD, SCENARIO }
};
