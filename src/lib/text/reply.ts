import type { Quantity } from '#lib/domain/figure.ts';
import { isIndicator } from '#lib/domain/indicators.ts';
import type { Reply } from '#lib/domain/reply.ts';
import { day } from './format.ts';
import { QUANTITY_WORDS } from './trace.ts';
import { indicatorName } from './words.ts';

/** What a reader must know of every reply. */
export const NUMBER_STAYS = 'Het cijfer zelf verandert niet.';

/** What a reply is about: `sociale huurwoningen op 31/12/2024`. */
export function replySubject({ figure, date }: Pick<Reply, 'figure' | 'date'>): string {
	const name = isIndicator(figure)
		? indicatorName(figure)
		: QUANTITY_WORDS[figure as Quantity].name;
	return `${name} op ${day(date)}`;
}

/** Whose reply it is, and of when: `Weerwoord van gemeente Kortrijk, 20/11/2026`. */
export const replyHead = ({ name, givenOn }: Pick<Reply, 'name' | 'givenOn'>): string =>
	`Weerwoord van gemeente ${name}, ${day(givenOn)}`;

/** What stands under the words: what they are about, who stands for them, and where they were written. */
export const replyFoot = (reply: Reply): string =>
	[`Over ${replySubject(reply)}`, reply.by, reply.reference].filter(Boolean).join('; ');

/** A reply in one paragraph, for where it stands alone. */
export const replySentence = (reply: Reply): string =>
	`${replyHead(reply)}: «${reply.words}» ${replyFoot(reply)}. ${NUMBER_STAYS}`;
