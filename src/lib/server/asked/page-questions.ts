/** What only pages ask, in Dutch. */
import { CATEGORIES } from '#lib/domain/progress-test.ts';
import { PART_WORDS } from '#lib/text/meeting.ts';
import { PUBLISHED_WORDS } from '#lib/text/published.ts';
import { ATTAINMENT_WORDS } from '#lib/text/words.ts';
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

/** What a meeting pack holds: its parts, NIS codes of members that get a sheet, and the day of the previous meeting. */
export const PACK = {
	parts: list({ page: 'delen', as: slug(PART_WORDS) }),
	members: list({ page: 'leden', as: TEXT }),
	since: one({ page: 'sinds', as: DAY })
};
