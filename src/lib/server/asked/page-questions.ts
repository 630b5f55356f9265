/** What only pages ask, in Dutch. */
import { CATEGORIES } from '#lib/domain/progress-test.ts';
import { EMBED_COLOURS, EMBED_WORDS, NARROWEST, USUAL_WIDTH, WIDEST } from '#lib/text/embed.ts';
import { PART_WORDS } from '#lib/text/meeting.ts';
import { GROUND_WORDS } from '#lib/text/progress-test.ts';
import { KNOWN_MAP, PUBLISHED_WORDS } from '#lib/text/published.ts';
import { ATTAINMENT_WORDS, MEASURE_WORDS } from '#lib/text/words.ts';
import { DAY, SHARE, slug, TEXT, whole, word } from './notations.ts';
import { list, one } from './parameter.ts';

/** Which municipalities a list shows. */
export const LIST = {
	status: one({ as: slug(ATTAINMENT_WORDS), forgiving: true }),
	from: one({ page: 'aandeel-van', as: SHARE }),
	below: one({ page: 'aandeel-tot', as: SHARE }),
	short: one({ page: 'tekort', as: whole(0, 99_999) }),
	outcome: one({ page: 'uitslag', as: word(CATEGORIES), forgiving: true }),
	published: one({ page: 'gepubliceerd', as: slug(PUBLISHED_WORDS), forgiving: true })
};

/** How a list is ordered. */
export const ORDER = {
	sort: one({ page: 'orde', as: TEXT }),
	descending: one({ page: 'richting', as: word(['af']), forgiving: true })
};

/** Which municipalities of a round of the progress test are shown. */
export const ROUND = {
	computed: one({ page: 'berekend', as: slug(GROUND_WORDS), forgiving: true }),
	entered: one({ page: 'ingevoerd', as: word(CATEGORIES), forgiving: true }),
	differing: one({ page: 'verschil', as: word(['ja']), forgiving: true })
};

/** What a map of all municipalities shows. */
export const MAP = { measure: one({ page: 'maat', as: slug(MEASURE_WORDS), otherwise: 'share' }) };

/** What the map of the overview shows: a measure, or of which municipalities something was published. */
export const OVERVIEW = {
	shown: one({
		page: 'maat',
		as: slug({ ...MEASURE_WORDS, known: KNOWN_MAP }),
		otherwise: 'share',
		forgiving: true
	})
};

/** How many more homes a municipality would have delivered by a round of the progress test. */
export const WHAT_IF = { more: one({ page: 'meer', as: whole(0, 99_999) }) };

/** Which figure is framed on another site, and in which colours. */
export const EMBED = {
	kind: one({ page: 'figuur', as: slug(EMBED_WORDS), otherwise: 'map' }),
	colour: one({ page: 'kleur', as: word(EMBED_COLOURS), otherwise: 'licht' })
};

/** How wide a frame is, in px. */
export const FRAME = {
	width: one({ page: 'breedte', as: whole(NARROWEST, WIDEST), otherwise: USUAL_WIDTH })
};

/** What a meeting pack holds: its parts, NIS codes of members that get a sheet, and the day of the previous meeting. */
export const PACK = {
	parts: list({ page: 'delen', as: slug(PART_WORDS) }),
	members: list({ page: 'leden', as: TEXT }),
	since: one({ page: 'sinds', as: DAY })
};

/** Of a number that is traced: its reference date, and the day of the structure. */
export const TRACED = {
	on: one({ page: 'op', as: DAY }),
	structure: one({ page: 'grond', as: DAY })
};

/** All of them. */
export const PAGE_QUESTIONS = {
	EMBED,
	FRAME,
	LIST,
	MAP,
	ORDER,
	OVERVIEW,
	PACK,
	ROUND,
	TRACED,
	WHAT_IF
};
