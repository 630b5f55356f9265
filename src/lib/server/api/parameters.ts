/** What only the API is asked: parts of long lists, and what stands in a path. */
import { AREA, CODE, OWN_SLUG, toldWords } from '../asked/questions.ts';
import { DAY, matching, TEXT, whole, word } from '../asked/notations.ts';
import { one } from '../asked/parameter.ts';
import { FIGURE_CHANGES } from '../queries/figure-changes.ts';
import { FIGURE_CHANGE_MEANINGS } from './answers/words.ts';

/** Most items of a page. */
export const LONGEST_PAGE = 10_000;

const number = (least: number, most: number, about: string, example: number) =>
	one({
		as: whole(least, most),
		about,
		example,
		json: { type: 'integer', minimum: least, maximum: most }
	});

/** Which part of a long list. */
export const PAGE = {
	limit: number(
		1,
		LONGEST_PAGE,
		'At most so many items: municipalities, regions or whatever the list is of; the CSV form gives the rows of the same items. Default: all. `Link` leads to the parts before and after, `X-Total-Count` says how many there are.',
		50
	),
	offset: number(0, 99_999_999, 'So many items are passed over. Default: 0.', 0)
};

/** Which changed figures. */
export const CHANGED = {
	municipality: AREA.municipality,
	code: one({
		as: TEXT,
		about: 'Only of this indicator, component of an objective, or `category` of a test.',
		example: 'stock_b',
		json: { pattern: '^[a-z0-9_]+$' }
	}),
	change: one({
		as: word(FIGURE_CHANGES),
		...toldWords(FIGURE_CHANGE_MEANINGS, 'Only what happened so.')
	})
};

const at = (pattern: RegExp, about: string, example: string) =>
	one({
		as: matching(pattern),
		otherwise: '',
		about,
		example,
		json: { pattern: pattern.source }
	});

/** What stands in a path. */
export const NIS = { nis: at(CODE, 'NIS code of a municipality of any time.', '34022') };
export const SLUG = {
	slug: at(
		/^[a-z0-9]+(-[a-z0-9]+)*$/,
		`Slug of a region, as \`/regions\` lists them; \`${OWN_SLUG}\` for the municipalities of the request itself.`,
		'kortrijk'
	)
};

const dayAt = (about: string, example: string) =>
	one({ as: DAY, otherwise: '', about, example, json: { format: 'date' } });

export const DAYS = {
	from: dayAt('The earlier day of knowledge; need not be the day of a version.', '2018-02-01'),
	to: dayAt('The later day of knowledge, not after today.', '2020-01-01')
};
export const YEAR = { year: at(/^\d{4}$/, 'Year of a round of the progress test.', '2022') };
export const ID = { id: at(/^[1-9]\d{0,8}$/, 'Number of a publication.', '83') };
