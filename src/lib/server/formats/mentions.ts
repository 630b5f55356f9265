import type { Mention } from '#lib/domain/mention.ts';
import { mentionPath } from '#lib/text/addresses.ts';
import type * as Shape from '../api/answers/mentions.ts';
import type { Reference } from '../reference/reference.ts';
import { publicationSource } from './figure-json.ts';

/** What a publication says beside the figures, as the API gives it. */
export const mentionJson = ({ publication, ...one }: Mention, facts: Reference): Shape.Mention => ({
	...one,
	places: one.places.split(' '),
	origin: mentionPath({ publication, code: one.code }),
	source: publicationSource(facts, publication)
});
